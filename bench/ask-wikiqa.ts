/**
 * How well do we find the sentence that answers a question about anything, and do we know when there
 * is none? Asks the development part of WikiQA (Yang, Yih and Meek, 2015), whose licence keeps it out
 * of this project, beside simpler rankers. Nothing is tuned on it: the weights are those that
 * questions about news taught.
 *
 * WIKIQA=file.tsv npx tsx bench/ask-wikiqa.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { readAsked } from '../src/ask/asked.ts';
import { chanceOf } from '../src/ask/evidence-weights.ts';
import { mentionFinder } from '../src/ask/mentions.ts';
import { weighSentences } from '../src/ask/sentence-evidence.ts';
import { readStory } from '../src/ask/story-reading.ts';
import { wordsIn } from '../src/search/words.ts';
import { bareStory } from './bare-story.ts';

/** A question and its document, sentence by sentence. */
interface Item {
  readonly question: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** Whether each sentence answers. */
  readonly answers: readonly boolean[];
}

/** A number for each sentence; the highest is ranked first. */
type Ranker = (item: Item) => readonly number[];

const items = itemsOf(readOrExit(process.env.WIKIQA));
const sentenceCount = items.flatMap(({ sentences }) => sentences).length;
const sentencesWith = sentenceCounts();

print([
  `${items.length} questions with sentences that answer and others`,
  '',
  `${'RANKER'.padEnd(26)}MAP    MRR`,
  qualityLine('order of the document', ({ sentences }) => sentences.map((_, at) => -at)),
  qualityLine('words in common', (item) => wordsInCommon(item, () => 1)),
  qualityLine('words in common, idf', (item) => wordsInCommon(item, rarity)),
  qualityLine('ours', chances),
  '',
  `AUROC, against the same document with its answers struck out: ${struckOut().toFixed(3)}`,
]);

function readOrExit(file: string | undefined): string {
  if (file !== undefined && existsSync(file)) return readFileSync(file, 'utf8');
  const what = file === undefined ? 'WIKIQA is not set' : `WIKIQA: there is no file ${file}`;
  process.stderr.write(`${what}; set it to the path of WikiQA-dev.tsv.\n`);
  process.exit(2);
}

/** By custom, only questions that have both a sentence that answers and one that does not. */
function itemsOf(tsv: string): readonly Item[] {
  const rows = new Map<string, string[][]>();
  for (const line of tsv.split(/\r?\n/).slice(1)) {
    const row = line.split('\t');
    const [id = ''] = row;
    if (row.length === 7) rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  return [...rows]
    .map(([, own]) => ({
      question: own[0]?.[1] ?? '',
      title: own[0]?.[3] ?? '',
      sentences: own.map((row) => row[5] ?? ''),
      answers: own.map((row) => row[6] === '1'),
    }))
    .filter(({ answers }) => answers.includes(true) && answers.includes(false));
}

/** A document is taken for a story about its title. */
function chances({ question, title, sentences }: Item): readonly number[] {
  const story = bareStory(title, sentences, [{ type: 'product', name: title, aliases: [] }]);
  const asked = readAsked(question, mentionFinder(story));
  return weighSentences(asked, readStory(story)).map(({ evidence }) =>
    chanceOf(evidence, undefined),
  );
}

function wordsInCommon(item: Item, weightOf: (stem: string) => number): readonly number[] {
  const asked = new Set(contentStems(item.question));
  return item.sentences.map((sentence) => {
    const own = new Set(contentStems(sentence));
    return [...asked].reduce((sum, stem) => sum + (own.has(stem) ? weightOf(stem) : 0), 0);
  });
}

/** The inverse document frequency of a stem over all sentences of all documents. */
function rarity(stem: string): number {
  return Math.log(1 + sentenceCount / (sentencesWith.get(stem) ?? 1));
}

function sentenceCounts(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of items.flatMap(({ sentences }) => sentences)) {
    for (const stem of new Set(contentStems(sentence)))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function contentStems(text: string): readonly string[] {
  return wordsIn(text).flatMap(({ stem, weight }) => (weight < 1 ? [] : [stem]));
}

function qualityLine(name: string, ranker: Ranker): string {
  const { map, mrr } = qualityOf(ranker);
  return `${name.padEnd(26)}${map.toFixed(3)}  ${mrr.toFixed(3)}`;
}

/** Mean average precision and mean reciprocal rank; of sentences that tie, the earlier comes first. */
function qualityOf(ranker: Ranker) {
  const each = items.map((item) => {
    const values = ranker(item);
    const order = values.map((_, at) => at);
    order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
    const ranks = order.flatMap((at, rank) => (item.answers[at] ? [rank + 1] : []));
    return {
      map: mean(ranks.map((rank, before) => (before + 1) / rank)),
      mrr: 1 / (ranks[0] ?? Number.POSITIVE_INFINITY),
    };
  });
  return { map: mean(each.map(({ map }) => map)), mrr: mean(each.map(({ mrr }) => mrr)) };
}

/** The chance that an answerable question scores higher than one whose answers were struck out. */
function struckOut(): number {
  const best = (item: Item) => Math.max(0, ...chances(item));
  const answerable = items.map(best);
  const struck = items.map((item) =>
    best({ ...item, sentences: item.sentences.filter((_, at) => !item.answers[at]) }),
  );
  return mean(answerable.flatMap((high) => struck.map((low) => Number(high > low))));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
