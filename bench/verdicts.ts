/**
 * Does the bot notice that a quote was changed? Asks `/who said` for direct quotes of PolNeAR as they
 * are printed, in other type, and with one word altered, and looks at the verdict.
 *
 * POLNEAR=folder npx tsx bench/verdicts.ts [--articles 300] [--json FILE] [--wrong]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { commands } from '../commands/index.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { contains, textOf } from '../src/record/span.ts';
import type { Sentence, Statement, Story } from '../src/record/story.ts';
import type { Verdict } from '../src/reply/reply.ts';
import { anywhere } from '../src/request.ts';
import { wordForms } from '../src/search/words.ts';
import { type CutPolnear, cutPolnear } from './cut-articles.ts';
import { printedWords } from './damage.ts';
import { polnearOrExit } from './polnear.ts';
import { type Retelling, retellings } from './retellings.ts';
import { hashOf, type Random, randomFrom, shuffled } from './seeded.ts';

/** A direct quote, without its marks. */
interface Quote {
  readonly text: string;
  readonly sentence: Sentence;
}

interface Outcome {
  readonly kind: string;
  readonly altered: boolean;
  readonly asked: string;
  readonly printed: string;
  /** What is said of the quote; `elsewhere` when another sentence is shown first. */
  readonly verdict: Verdict | 'elsewhere';
}

/** The share of the verdicts that must be right. */
const goal = 0.99;
const quotesOfArticle = 6;
const fewestWords = 5;
const mostWords = 40;

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '300' },
    json: { type: 'string' },
    wrong: { type: 'boolean', default: false },
  },
});
const whoSaid = commands.find(({ name }) => name === 'who said');
if (whoSaid === undefined) throw new Error('There is no /who said.');

const outcomes = polnearOrExit()
  .toSorted((a, b) => hashOf(`verdict ${a.id}`) - hashOf(`verdict ${b.id}`))
  .slice(0, Number(options.articles))
  .flatMap((article) => outcomesOf(cutPolnear(article)));
report();

function outcomesOf(cut: CutPolnear): readonly Outcome[] {
  const story = storyOf(cut);
  const library = openLibrary([story]);
  const random = randomFrom(story.id);
  return shuffled(directQuotes(story), random)
    .slice(0, quotesOfArticle)
    .flatMap((quote) =>
      retellings.flatMap((retelling) => outcomeOf(retelling, quote, library, random)),
    );
}

function outcomeOf(
  { kind, altered, retell }: Retelling,
  { text, sentence }: Quote,
  library: Library,
  random: Random,
): readonly Outcome[] {
  const asked = retell(printedWords(text), random);
  if (asked === undefined || isPrinted(asked, library) === altered) return [];
  const question = { ...anywhere, command: 'who said', options: { text: asked } };
  const [first] = whoSaid?.answer(question, library).findings ?? [];
  const isOwn = first?.sentence === sentence || holds(first?.sentence, text);
  const verdict = first === undefined ? 'not_on_record' : isOwn ? first.verdict : 'elsewhere';
  return [{ kind, altered, asked, printed: text, verdict }];
}

/** What PolNeAR's annotators marked in an article, as the story a curator would make of it. */
function storyOf({ article, sentences, passages }: CutPolnear): Story {
  const [first] = sentences;
  const statements = article.attributions.flatMap(({ source, cue, content }): Statement[] => {
    const parts = passages(content.spans);
    const sentence = parts[0]?.sentence;
    if (sentence === undefined) return [];
    return [
      {
        source: {
          entities: [],
          name: source?.text ?? '',
          words: source?.text,
          cue: cue?.text ?? '',
        },
        via: [],
        attitude: false,
        denies: false,
        content: parts,
        sentence,
        to: undefined,
        venue: undefined,
        when: undefined,
        about: [],
      },
    ];
  });
  return {
    id: article.id,
    title: article.id,
    language: 'en',
    articles: first === undefined ? [] : [first.article],
    sentences,
    entities: [],
    statements,
    events: [],
    foreseen: [],
  };
}

/** What stands in quotation marks and is somebody's statement: whole in one sentence. */
function directQuotes({ statements, sentences }: Story): readonly Quote[] {
  return sentences.flatMap((sentence) =>
    sentence.quoted.flatMap((span) => {
      const said = statements.some(({ content }) =>
        content.some((part) => part.sentence === sentence && contains(part.span, span)),
      );
      const text = textOf(sentence.text, span).replace(/^[^\p{L}\p{N}$]+|[^\p{L}\p{N}%]+$/gu, '');
      const words = printedWords(text).length;
      return said && words >= fewestWords && words <= mostWords ? [{ text, sentence }] : [];
    }),
  );
}

/** Whether these very words stand in the story in this order. */
function isPrinted(asked: string, { stories }: Library): boolean {
  return stories.some(({ sentences }) => sentences.some((sentence) => holds(sentence, asked)));
}

function holds(sentence: Sentence | undefined, words: string): boolean {
  return ` ${wordForms(sentence?.text ?? '')} `.includes(` ${wordForms(words)} `);
}

function report(): void {
  const rows = new Map(
    retellings.map(({ kind }) => [kind, rowOf(outcomes.filter((each) => each.kind === kind))]),
  );
  const kept = rowOf(outcomes.filter((each) => !each.altered));
  const altered = rowOf(outcomes.filter((each) => each.altered));
  const all = rowOf(outcomes);
  const columns = ['asked', 'right', 'wrong', 'elsewhere', 'declined', 'accuracy', 'told apart'];
  print(`${'retold'.padEnd(18)}${columns.map((name) => name.padStart(12)).join('')}`);
  for (const [kind, row] of rows) print(lineOf(kind, row));
  print('');
  print(lineOf('words kept', kept));
  print(lineOf('one altered', altered));
  print(lineOf('together', all));
  print(
    '\naccuracy: the right verdict, on the right sentence; told apart: of those that are answered',
  );
  for (const [name, row] of [
    ['words kept', kept],
    ['one altered', altered],
  ] as const) {
    print(`${toldApart(row) >= goal ? 'yes' : 'NO '} ${name}: ${percent(goal)} told apart`);
    print(`${row.right / row.asked >= goal ? 'yes' : 'NO '} ${name}: ${percent(goal)} accurate`);
  }
  if (options.wrong) {
    for (const { kind, asked, printed, verdict } of outcomes.filter((each) => !isRight(each))) {
      print(`\n${kind}: ${verdict}\n  asked    ${asked}\n  printed  ${printed}`);
    }
  }
  if (options.json !== undefined) {
    const kinds = Object.fromEntries(rows);
    writeFileSync(options.json, `${JSON.stringify({ kinds, kept, altered, all }, null, 2)}\n`);
  }
}

interface Row {
  readonly asked: number;
  readonly right: number;
  readonly wrong: number;
  readonly elsewhere: number;
  readonly declined: number;
}

function rowOf(own: readonly Outcome[]): Row {
  const count = (test: (outcome: Outcome) => boolean) => own.filter(test).length;
  const right = count(isRight);
  const elsewhere = count(({ verdict }) => verdict === 'elsewhere');
  const declined = count(({ verdict }) => verdict === 'not_on_record');
  const wrong = own.length - right - elsewhere - declined;
  return { asked: own.length, right, wrong, elsewhere, declined };
}

function isRight({ altered, verdict }: Outcome): boolean {
  return verdict === (altered ? 'altered' : 'verbatim');
}

function toldApart({ right, wrong }: Row): number {
  return right / (right + wrong);
}

function lineOf(name: string, row: Row): string {
  const counts = [row.asked, row.right, row.wrong, row.elsewhere, row.declined].map(String);
  const cells = [...counts, percent(row.right / row.asked), percent(toldApart(row))];
  return name.padEnd(18) + cells.map((cell) => cell.padStart(12)).join('');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
