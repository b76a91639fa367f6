import { type CutSentence, cutArticle, type RepeatedParagraph } from '../record/article.ts';
import { contains, type Span } from '../record/span.ts';
import { type Token, tokensOf } from './tokens.ts';

/** An article as the draft reads it. */
export interface Reading {
  readonly sentences: readonly ReadSentence[];
  readonly repeated: readonly RepeatedParagraph[];
}

export interface ReadSentence extends CutSentence {
  /** From 0, over the whole article. */
  readonly index: number;
  readonly tokens: readonly Token[];
  /** For each token, the stretch in quotation marks that it stands in. */
  readonly quoteOf: readonly (Span | undefined)[];
}

/** Cuts and tags an article. */
export function readArticle(text: string, language: string): Reading {
  const { sentences, repeated } = cutArticle(text, language);
  return { sentences: sentences.map(readSentence), repeated };
}

/** In characters. What is longer has lost its full stops, and nothing is guessed in it. */
const longest = 4000;

function readSentence(sentence: CutSentence, index: number): ReadSentence {
  const tokens = sentence.text.length > longest ? [] : tokensOf(sentence.text);
  let next = 0;
  const quoteOf = tokens.map((token) => {
    while ((sentence.quoted[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const quote = sentence.quoted[next];
    return quote !== undefined && contains(quote, token) ? quote : undefined;
  });
  return { ...sentence, index, tokens, quoteOf };
}
