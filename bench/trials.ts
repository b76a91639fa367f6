import type { Span } from '../src/record/span.ts';
import type { Sentence } from '../src/record/story.ts';
import { wordForms, wordsIn } from '../src/search/words.ts';
import { cutPolnear } from './cut-articles.ts';
import { carriesMeaning, damageNamed, damages, partOf, printedWords } from './damage.ts';
import type { PolnearArticle } from './polnear.ts';
import { hashOf, pick, type Random, randomFrom, shuffled } from './seeded.ts';

/** A question to one article, and what a right answer is. */
export interface Trial {
  readonly kind: string;
  readonly group: Group;
  readonly asked: string;
  /** Ids of the sentences that answer it; none when it should be declined. */
  readonly expected: ReadonlySet<string>;
  /** Over how many sentences the quote goes. */
  readonly sentences: number;
}

/**
 * `present`: on record, badly remembered. `altered`: on record with the sense changed; it should be
 * found, for the verdict to show the change. `absent`: from another article. `hard`: made to look as
 * if on record. `short`: one to three words, on record or not.
 */
export type Group = 'present' | 'altered' | 'absent' | 'hard' | 'short present' | 'short absent';

export interface Exam {
  readonly tuning: boolean;
  readonly sentences: readonly Sentence[];
  readonly trials: readonly Trial[];
}

const quotesAnArticle = 5;
const fewestWords = 4;
const mostWords = 60;

/** Whether an article is tuned on; the others only tell whether what was tuned holds. */
export function isForTuning(id: string): boolean {
  return hashOf(`half ${id}`) % 2 === 0;
}

/**
 * The exams of `count` articles drawn from the corpus, always the same ones.
 *
 * @param library how many articles are searched at once: the one asked about and others beside it
 */
export function examsOver(
  articles: readonly PolnearArticle[],
  count: number,
  library: number,
): readonly Exam[] {
  const drawn = articles.toSorted((a, b) => hashOf(`draw ${a.id}`) - hashOf(`draw ${b.id}`));
  return drawn
    .filter(({ attributions }) => attributions.some(({ content }) => isQuote(content.text)))
    .slice(0, count)
    .map((article) => {
      const tuning = isForTuning(article.id);
      const half = drawn.filter(({ id }) => isForTuning(id) === tuning && id !== article.id);
      const others = shuffled(half, randomFrom(`library ${article.id}`));
      return examOf(article, others.slice(0, library - 1), others.slice(library - 1));
    });
}

function examOf(
  article: PolnearArticle,
  beside: readonly PolnearArticle[],
  elsewhere: readonly PolnearArticle[],
): Exam {
  const random = randomFrom(article.id);
  const printed = printedIn(article, beside);
  const others = foreignQuotes(elsewhere, printed, random);
  return {
    tuning: isForTuning(article.id),
    sentences: printed.sentences,
    trials: [
      ...ownTrials(article, printed, random),
      ...foreignTrials(others, printed, random),
      ...hardTrials(article, others, printed, random),
    ],
  };
}

function isQuote(text: string): boolean {
  const words = printedWords(text);
  return words.length >= fewestWords && words.length <= mostWords && words.some(carriesMeaning);
}

// What is on record

function ownTrials(article: PolnearArticle, printed: Printed, random: Random): Trial[] {
  return ownQuotes(article, printed, random).flatMap(({ text, expected }) => {
    const words = printedWords(text);
    const trial = (group: Group, kind: string, asked: string): Trial => ({
      kind,
      group,
      asked,
      expected: new Set([...expected, ...printed.holding(text), ...printed.holding(asked)]),
      sentences: expected.size,
    });
    const long = damages.flatMap(({ name, altered, apply }) => {
      const asked = apply(words, random);
      return asked === undefined ? [] : [trial(altered ? 'altered' : 'present', name, asked)];
    });
    const short = [1, 2, 3].flatMap((length) => {
      const part = shortPart(words, length, random);
      if (part === undefined) return [];
      return ['exact', 'every word misspelt'].flatMap((name) => {
        const asked = damageNamed(name).apply(part, random);
        const { expected: sameWords, ...rest } = trial(
          'short present',
          `${length} words, ${name}`,
          asked ?? '',
        );
        const exact = printed.holding(part.join(' '));
        return asked === undefined
          ? []
          : [{ ...rest, expected: new Set([...sameWords, ...exact]) }];
      });
    });
    return [...long, ...short];
  });
}

interface OwnQuote {
  readonly text: string;
  readonly expected: ReadonlySet<string>;
}

function ownQuotes(article: PolnearArticle, printed: Printed, random: Random): readonly OwnQuote[] {
  const quotes = article.attributions
    .filter(({ content }) => isQuote(content.text))
    .map(({ content }) => ({ text: content.text, expected: printed.under(content.spans) }))
    .filter(({ expected }) => expected.size > 0);
  return shuffled(quotes, random).slice(0, quotesAnArticle);
}

function shortPart(words: readonly string[], length: number, random: Random) {
  const starts = [...words.keys()].filter(
    (at) =>
      at + length <= words.length &&
      carriesMeaning(words[at] ?? '') &&
      carriesMeaning(words[at + length - 1] ?? ''),
  );
  const start = pick(starts, random);
  return start === undefined ? undefined : words.slice(start, start + length);
}

// What is not

function foreignQuotes(
  articles: readonly PolnearArticle[],
  printed: Printed,
  random: Random,
): readonly string[] {
  const quotes: string[] = [];
  for (const { attributions } of articles) {
    const own = attributions.map(({ content }) => content.text).filter(isQuote);
    const quote = pick(own, random);
    if (quote !== undefined && !printed.mostly(quote)) quotes.push(quote);
    if (quotes.length === 3 * quotesAnArticle) break;
  }
  return quotes;
}

const foreignDamages = ['exact', 'typos', 'every word misspelt', 'dropped', 'shuffled', 'rough'];

function foreignTrials(others: readonly string[], printed: Printed, random: Random): Trial[] {
  return others.slice(0, quotesAnArticle).flatMap((quote) => {
    const words = printedWords(quote);
    const long = foreignDamages.flatMap((name) => {
      const asked = damageNamed(name).apply(words, random);
      return asked === undefined ? [] : [absent('absent', name, asked)];
    });
    const part = partOf(words, 4, 10, random);
    const short = [1, 2, 3].flatMap((length) => {
      const few = shortPart(words, length, random);
      return few === undefined || printed.anywhere(few)
        ? []
        : [absent('short absent', `${length} words, exact`, few.join(' '))];
    });
    const isPart = part.some(carriesMeaning) && !printed.mostly(part.join(' '));
    return [...long, ...(isPart ? [absent('absent', 'part', part.join(' '))] : []), ...short];
  });
}

function hardTrials(
  article: PolnearArticle,
  others: readonly string[],
  printed: Printed,
  random: Random,
): Trial[] {
  const foreignWords = others
    .flatMap(printedWords)
    .filter((word) => carriesMeaning(word) && !printed.anywhere([word]));
  const replaced = ownQuotes(article, printed, random).flatMap(({ text }) => {
    const words = printedWords(text);
    const places = [...words.keys()].filter((at) => carriesMeaning(words[at] ?? ''));
    if (places.length < 2) return [];
    const away = new Set(shuffled(places, random).slice(0, Math.ceil(places.length / 2)));
    const asked = words.map((word, at) =>
      away.has(at) ? (pick(foreignWords, random) ?? word) : word,
    );
    return [absent('hard', 'half replaced', asked.join(' '))];
  });
  const names = namesIn(article.text);
  const claims = others.filter((quote) => printedWords(quote).length <= 25);
  const named = claims.slice(0, quotesAnArticle).flatMap((claim) => {
    const name = pick(names, random);
    return name === undefined ? [] : [absent('hard', 'same name', `${name} ${claim}`)];
  });
  return [...replaced, ...named];
}

function absent(group: Group, kind: string, asked: string): Trial {
  return { kind, group, asked, expected: new Set(), sentences: 0 };
}

/** Runs of one to three capitalised words that do not begin a sentence. */
function namesIn(text: string): readonly string[] {
  const names = text.matchAll(/(?<=\p{Ll},? )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}/gu);
  return [...new Set(Array.from(names, ([name]) => name))].filter(carriesMeaning);
}

// The article as it is cut

interface Printed {
  readonly sentences: readonly Sentence[];
  /** The sentences that stretches of the article's text touch. */
  under(spans: readonly Span[]): ReadonlySet<string>;
  /** The sentences in which these very words stand in this order. */
  holding(text: string): readonly string[];
  /** Whether two thirds of these words stand somewhere in a row. */
  mostly(text: string): boolean;
  /** Whether some sentence holds all these words, inflected or not, wherever they stand. */
  anywhere(words: readonly string[]): boolean;
}

function printedIn(article: PolnearArticle, beside: readonly PolnearArticle[]): Printed {
  const own = cutPolnear(article);
  const sentences = [...own.sentences, ...beside.flatMap((other) => cutPolnear(other).sentences)];
  const forms = sentences.map((sentence) => ({
    id: sentence.id,
    forms: ` ${wordForms(sentence.text)} `,
    stems: new Set(wordsIn(sentence.text).map(({ stem }) => stem)),
  }));
  return {
    sentences,
    under: (spans) => new Set(own.passages(spans).map(({ sentence }) => sentence.id)),
    holding: (words) =>
      forms.filter((one) => one.forms.includes(` ${wordForms(words)} `)).map((one) => one.id),
    mostly: (words) => {
      const all = wordForms(words).split(' ');
      const run = Math.ceil((all.length * 2) / 3);
      return all
        .slice(0, all.length - run + 1)
        .map((_, at) => ` ${all.slice(at, at + run).join(' ')} `)
        .some((part) => forms.some((one) => one.forms.includes(part)));
    },
    anywhere: (words) => {
      const stems = wordsIn(words.join(' ')).map(({ stem }) => stem);
      return forms.some((one) => stems.every((stem) => one.stems.has(stem)));
    },
  };
}
