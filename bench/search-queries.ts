import type { Sentence } from '../src/record/story.ts';
import { functionWords } from '../src/search/function-words.ts';
import { wordForms, wordsIn } from '../src/search/words.ts';
import type { CutPolnear } from './cut-articles.ts';
import { carriesMeaning, damageNamed, printedWords } from './damage.ts';
import type { PolnearAttribution } from './polnear.ts';
import { hashOf, pick, type Random, randomFrom } from './seeded.ts';

/** A quote as somebody remembers it. */
export interface Query {
  readonly kind: string;
  readonly asked: string;
  /** The numbers of the records that answer it. */
  readonly expected: ReadonlySet<number>;
}

/**
 * As many queries of every kind, each kind from other quotes than the one before.
 *
 * A record is right if it holds the quote, or if its words are equal to those of one that does, or
 * hold what was asked in its order.
 */
export function queriesOver(library: readonly CutPolnear[], ofEachKind: number): readonly Query[] {
  const records = library.flatMap(({ sentences }) => sentences);
  const printed = printedIn(records);
  const quotes = quotesIn(library, printed);
  const queries: Query[] = [];
  let next = 0;
  for (const { name, ask } of kinds) {
    const most = next + quotes.length;
    for (let made = 0; made < ofEachKind && next < most; next += 1) {
      const quote = quotes[next % quotes.length];
      if (quote === undefined) break;
      const asked = ask(quote, randomFrom(`${name} ${quote.text}`));
      const expected = asked === undefined ? none : expectedFor(asked, quote, name, printed);
      if (asked === undefined || expected.size === 0) continue;
      made += 1;
      queries.push({ kind: name, asked, expected });
    }
  }
  return queries;
}

const none: ReadonlySet<number> = new Set();

interface Kind {
  readonly name: string;
  /** @returns nothing for a quote that cannot be asked for in this way */
  readonly ask: (quote: Quote, random: Random) => string | undefined;
}

const onlyStopwords = 'stopwords';

const kinds: readonly Kind[] = [
  damaged('exact', 'exact'),
  damaged('part', 'part'),
  kind('typos', ({ words }, random) => words.map((word) => mistyped(word, random))),
  damaged('few typos', 'typos'),
  damaged('shuffled', 'shuffled'),
  damaged('dropped', 'dropped'),
  kind('cue synonym', cuedOtherwise),
  damaged('inflected', 'inflected'),
  kind('no punctuation', ({ words }) => words.map(unpunctuated)),
  kind('mixed case', ({ words }, random) => words.map((word) => recased(word, random))),
  kind(onlyStopwords, ({ words }, random) => stopwordsOf(words, random)),
  kind('speaker', speakerAndWords),
];

function kind(
  name: string,
  words: (quote: Quote, random: Random) => readonly string[] | undefined,
): Kind {
  return { name, ask: (quote, random) => words(quote, random)?.join(' ') };
}

function damaged(name: string, damage: string): Kind {
  return { name, ask: ({ words }, random) => damageNamed(damage).apply(words, random) };
}

// What is asked

/** A slip of the pen in every four letters. */
export function mistyped(word: string, random: Random): string {
  const [, before = '', core = '', after = ''] = /^(\P{L}*)(\p{L}*)(.*)$/u.exec(word) ?? [];
  if (core.length < 4) return word;
  const fours = Array.from({ length: Math.floor(core.length / 4) }, (_, at, of = at + 1) =>
    core.slice(4 * at, of === Math.floor(core.length / 4) ? undefined : 4 * of),
  );
  const slip = damageNamed('every word misspelt');
  return before + fours.map((four) => slip.apply([four], random)).join('') + after;
}

function unpunctuated(word: string): string {
  return word
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function recased(word: string, random: Random): string {
  const way = random();
  if (way < 0.3) return word.toUpperCase();
  if (way < 0.6) return word.toLowerCase();
  return Array.from(word, (letter) => (random() < 0.5 ? letter.toUpperCase() : letter)).join('');
}

/** Other words for what a voice did; the way a reader retells it. */
const otherCues: Readonly<Record<string, readonly string[]>> = {
  said: ['stated', 'declared', 'remarked', 'claimed'],
  says: ['states', 'claims', 'maintains'],
  say: ['state', 'claim', 'maintain'],
  told: ['informed', 'let it be known to'],
  added: ['went on', 'continued'],
  wrote: ['noted', 'penned'],
  tweeted: ['posted', 'wrote on Twitter'],
  announced: ['made known', 'declared'],
  argued: ['contended', 'reasoned'],
  suggested: ['hinted', 'proposed'],
  noted: ['pointed out', 'observed'],
  reported: ['related', 'revealed'],
  explained: ['made clear', 'clarified'],
  acknowledged: ['admitted', 'conceded'],
  promised: ['pledged', 'vowed'],
  warned: ['cautioned', 'threatened'],
  insisted: ['maintained', 'swore'],
  believe: ['think', 'hold'],
  claimed: ['alleged', 'asserted'],
};

function cuedOtherwise({ attribution, words }: Quote, random: Random) {
  const source = attribution.source?.text;
  const cue = attribution.cue?.text.toLowerCase().split(' ')[0] ?? '';
  const other = pick(otherCues[cue] ?? [], random);
  if (source === undefined || other === undefined || !carriesMeaning(source)) return undefined;
  return [source, other, ...words.slice(0, 12)];
}

/** A run of four function words or more, and of no other words. */
export function stopwordsOf(words: readonly string[], random: Random) {
  const runs: string[][] = [[]];
  for (const word of words) {
    const forms = wordsIn(word);
    if (forms.length > 0 && forms.every(({ form }) => functionWords.has(form)))
      runs.at(-1)?.push(word);
    else runs.push([]);
  }
  return pick(
    runs.filter((run) => run.length >= fewestStopwords),
    random,
  );
}

const fewestStopwords = 4;

/** “mnuchin blocked or sold”: a speaker's surname, or first name, and a run of few content words. */
function speakerAndWords({ attribution, words }: Quote, random: Random) {
  const names = Array.from(
    (attribution.source?.text ?? '').matchAll(/(?<![\p{L}.])\p{Lu}\p{L}{2,}(?![.\p{L}])/gu),
    ([name]) => name,
  );
  const name = names.length === 2 && random() < 0.3 ? names[0] : names.at(-1);
  const content = [...words.keys()].filter((at) => carriesMeaning(words[at] ?? ''));
  const runs = content.flatMap((first, at) =>
    [1, 2]
      .map((further) => content[at + further])
      .filter((last) => last !== undefined)
      .filter((last) => last - first < longestRun)
      .map((last) => words.slice(first, last + 1)),
  );
  const run = pick(runs, random);
  if (name === undefined || run === undefined || !carriesMeaning(name)) return undefined;
  return [name, ...run].map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}'’-]+/gu, ''));
}

const longestRun = 5;

// What answers it

interface Quote {
  readonly text: string;
  readonly words: readonly string[];
  readonly attribution: PolnearAttribution;
  readonly record: number;
}

const fewestWords = 4;
const mostWords = 60;

/** The quotes that lie in one sentence, in an order that is always the same. */
function quotesIn(library: readonly CutPolnear[], printed: Printed): readonly Quote[] {
  const seen = new Set<string>();
  return library
    .flatMap((cut) => cut.article.attributions.map((attribution) => ({ cut, attribution })))
    .flatMap(({ cut, attribution }): readonly Quote[] => {
      const { text, spans } = attribution.content;
      const words = printedWords(text);
      const few = words.length < fewestWords || words.length > mostWords;
      if (few || !words.some(carriesMeaning) || seen.has(text)) return [];
      seen.add(text);
      const [sentence, ...further] = new Set(cut.passages(spans).map((part) => part.sentence));
      if (sentence === undefined || further.length > 0) return [];
      return [{ text, words, attribution, record: printed.numberOf(sentence) }];
    })
    .toSorted((a, b) => hashOf(a.text) - hashOf(b.text));
}

function expectedFor(
  asked: string,
  quote: Quote,
  kindName: string,
  printed: Printed,
): ReadonlySet<number> {
  if (kindName === onlyStopwords) return new Set(printed.holding(asked));
  const same = printed.alike(quote.record);
  const spoken = asked.replace(/^\S+ /, '');
  const more =
    kindName === 'speaker' ? printed.holdingNamed(asked.split(' ')[0] ?? '', spoken) : [];
  return new Set([...same, ...printed.holding(quote.text), ...printed.holding(asked), ...more]);
}

interface Printed {
  numberOf(sentence: Sentence): number;
  /** The records with the same words as this one. */
  alike(record: number): readonly number[];
  /** The records in which these very words stand in this order. */
  holding(text: string): readonly number[];
  /** Those of them that name somebody as well. */
  holdingNamed(name: string, text: string): readonly number[];
}

function printedIn(records: readonly Sentence[]): Printed {
  const numbers = new Map(records.map((sentence, at) => [sentence, at]));
  const forms = records.map(({ text }) => ` ${wordForms(text)} `);
  const holders = new Map<string, number[]>();
  forms.forEach((printed, at) => {
    for (const form of new Set(printed.trim().split(' '))) {
      const known = holders.get(form);
      if (known === undefined) holders.set(form, [at]);
      else known.push(at);
    }
  });
  const holding = (text: string) => {
    const words = wordForms(text);
    const lists = words.split(' ').map((form) => holders.get(form) ?? []);
    const [rarest = []] = lists.toSorted((a, b) => a.length - b.length);
    return rarest.filter((at) => forms[at]?.includes(` ${words} `));
  };
  return {
    numberOf: (sentence) => numbers.get(sentence) ?? -1,
    alike: (record) => holding(forms[record] ?? '').filter((at) => forms[at] === forms[record]),
    holding,
    holdingNamed: (name, text) =>
      holding(text).filter((at) => forms[at]?.includes(` ${wordForms(name)} `)),
  };
}
