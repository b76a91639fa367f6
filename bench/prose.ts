import { cutArticle } from '../src/record/article.ts';
import type { PolnearArticle } from './polnear.ts';
import { between, pick, type Random, randomFrom } from './seeded.ts';

/** Writes as many made-up sentences as are asked for; the same ones for the same story. */
export type Prose = (story: number, sentences: number) => readonly string[];

/**
 * Prose spliced from clauses of real news sentences. Each clause is real English, but no two
 * sentences are copies: every sentence joins clauses of different sentences, its numbers are drawn
 * anew, and its names are those of a cast that only this story has. New names keep coming, so the
 * vocabulary grows with the library, as it does with real news.
 */
export function splicedProse(articles: readonly PolnearArticle[]): Prose {
  const clauses = articles
    .flatMap(({ text }) => cutArticle(text, 'en').sentences)
    .flatMap(({ text }) => text.replace(/[“”"()[\]]|''/g, '').split(/[,;:–—]\s+|\s-+\s/))
    .map((clause) => clause.replace(/[.?!]+$/, '').trim())
    .filter((clause) => {
      const words = clause.split(/\s+/).length;
      return words >= 4 && words <= 16;
    });
  return (story, sentences) => {
    const random = randomFrom(`spliced ${story}`);
    const names = castOf(random);
    return Array.from({ length: sentences }, () =>
      sentenceOf(
        Array.from({ length: between(1, 3, random) + 1 }, () =>
          recast(pick(clauses, random) ?? '', names, random),
        ),
        random,
      ),
    );
  };
}

/** Prose from a small grammar and made-up words: plainer, but it needs no corpus. */
export function grammarProse(): Prose {
  const words = lexicon();
  return (story, sentences) => {
    const random = randomFrom(`grammar ${story}`);
    const names = castOf(random);
    return Array.from({ length: sentences }, () =>
      sentenceOf(
        Array.from({ length: between(1, 2, random) }, () => clauseOf(words, names, random)),
        random,
      ),
    );
  };
}

// Splicing

const joints = [', ', ', ', ', and ', ', but ', '; ', ' because ', ', while '];

function sentenceOf(clauses: readonly string[], random: Random): string {
  const text = clauses.reduce((told, clause) => `${told}${pick(joints, random) ?? ', '}${clause}`);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A clause with other numbers, and with names of this story's cast. */
function recast(clause: string, names: readonly string[], random: Random): string {
  return clause
    .replace(/\d(?!\d)/g, () => String(between(0, 9, random)))
    .replace(
      /(?<=\p{Ll} )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/gu,
      (name) => (random() < 0.8 ? pick(names, random) : undefined) ?? name,
    );
}

const firstNames =
  'Maria James Aisha Peter Yuki Carlos Nadia Tom Ingrid Samuel Priya Leo Hanna Victor Grace Omar Ruth Dmitri Clara Felix'.split(
    ' ',
  );

function castOf(random: Random): readonly string[] {
  return Array.from({ length: 6 }, () => {
    const surname = madeUp(between(2, 3, random), random);
    return `${pick(firstNames, random)} ${surname.charAt(0).toUpperCase()}${surname.slice(1)}`;
  });
}

const onsets =
  'b br c ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w z b d m n r s t l k'.split(' ');
const vowels = 'a e i o u a e i o ea ai ou'.split(' ');
const codas = ['', '', '', 'n', 'r', 'l', 's', 'm', 't', 'ck', 'nd', 'rt'];

function madeUp(syllables: number, random: Random): string {
  return Array.from(
    { length: syllables },
    () => `${pick(onsets, random)}${pick(vowels, random)}${pick(codas, random)}`,
  ).join('');
}

// The grammar

interface Lexicon {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly adjectives: readonly string[];
}

function lexicon(): Lexicon {
  const random = randomFrom('lexicon');
  const make = (count: number, ending: string) =>
    Array.from({ length: count }, () => madeUp(between(1, 3, random), random) + ending);
  return {
    nouns: [
      ...'minister council report ban company vote court city budget strike bridge school data'.split(
        ' ',
      ),
      ...make(6000, ''),
    ],
    verbs: [...'said warned denied promised hoped'.split(' '), ...make(1500, 'ed')],
    adjectives: [...'new local former public secret'.split(' '), ...make(2000, 'al')],
  };
}

function clauseOf(words: Lexicon, names: readonly string[], random: Random): string {
  const noun = () => {
    const adjective = random() < 0.4 ? `${frequent(words.adjectives, random)} ` : '';
    return `${pick(['the', 'a', 'its', 'their', 'this'], random)} ${adjective}${frequent(words.nouns, random)}`;
  };
  const actor = () => (random() < 0.5 ? (pick(names, random) ?? '') : noun());
  const modal = pick(['', 'would have ', 'could not have ', 'had ', 'has not '], random);
  const where = pick(
    [
      '',
      ` of ${noun()}`,
      ` in ${noun()} with ${actor()}`,
      ` for ${between(2, 900, random)} days`,
      ` that was to be on ${noun()}`,
    ],
    random,
  );
  return `${actor()} ${modal}${frequent(words.verbs, random)} ${noun()}${where}`;
}

/** A few words of a language come again and again, most of them seldom (Zipf). */
function frequent(words: readonly string[], random: Random): string {
  return words[Math.floor(words.length ** random()) - 1] ?? words[0] ?? '';
}
