import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../record/span.ts';

/** A word or mark of a sentence; `start` and `end` count in the sentence's text. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** Universal part of speech: `VERB`, `PROPN`, `PUNCT`, … */
  readonly pos: string;
  /** The word's base form: `say` for “said”. */
  readonly lemma: string;
  readonly capital: boolean;
}

/** Cuts a sentence into words and marks and tags each (wink-nlp, a statistical tagger of English). */
export function tokensOf(text: string): readonly Token[] {
  const { nlp, its } = tagger();
  // Two straight single marks are one double mark; the tagger would see two apostrophes.
  const plain = text.replaceAll("''", '" ');
  const tokens = nlp.readDoc(plain).tokens();
  const words = tokens.out(its.value);
  const tags = tokens.out(its.pos);
  // @ts-expect-error its.lemma is declared with one argument too few, and takes them all the same
  const lemmas = tokens.out(its.lemma);
  let from = 0;
  return words.flatMap((tagged, index) => {
    // To the tagger a tab behind a mark it doesn't know is a part of it.
    const word = tagged.trim();
    const start = plain.indexOf(word, from);
    if (word === '' || start < 0) return [];
    const printed = text.startsWith("''", start) ? "''" : word;
    from = start + printed.length;
    return [token(printed, start, String(tags[index] ?? 'X'), String(lemmas[index] ?? word))];
  });
}

function token(text: string, start: number, pos: string, lemma: string): Token {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const end = start + text.length;
  return { text, lower, pos, lemma, start, end, capital: /^\p{Lu}/u.test(text) };
}

let started: Tagger | undefined;

type Tagger = ReturnType<typeof startTagger>;

/** Reading the tagger's model takes a tenth of a second, so only a draft does. */
function tagger(): Tagger {
  started ??= startTagger();
  return started;
}

function startTagger() {
  const nlp = winkNLP(model, ['pos']);
  return { nlp, its: nlp.its };
}
