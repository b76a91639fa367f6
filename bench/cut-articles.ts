import { cutArticle } from '../src/record/article.ts';
import { bareArticle } from '../src/record/bare-article.ts';
import { overlap, type Span } from '../src/record/span.ts';
import type { Sentence } from '../src/record/story.ts';
import type { PolnearArticle } from './polnear.ts';

/** An article of the corpus as a library holds it. */
export interface CutPolnear {
  readonly article: PolnearArticle;
  readonly sentences: readonly Sentence[];
  /** The stretches of the article's text, as stretches of its sentences. */
  passages(spans: readonly Span[]): readonly Stretch[];
}

/** Where a stretch of an article lies in one of its sentences. */
export interface Stretch {
  readonly sentence: Sentence;
  readonly span: Span;
}

/** Cuts an article of the corpus into the sentences of a story of its own. */
export function cutPolnear(article: PolnearArticle): CutPolnear {
  const sentences = sentencesOf(article);
  const places = placesOf(sentences, article.text);
  const stretchIn = ({ sentence, start }: Place, part: Span): readonly Stretch[] => {
    const own = inkPlaces(sentence.text);
    const shared = { start: Math.max(part.start - start, 0), end: part.end - start };
    const first = own[shared.start];
    const last = own[Math.min(shared.end, own.length) - 1];
    if (first === undefined || last === undefined || last < first) return [];
    return [{ sentence, span: { start: first, end: last + 1 } }];
  };
  return {
    article,
    sentences,
    passages: (spans) =>
      spans
        .map((span) => inkSpan(article.text, span))
        .flatMap((part) =>
          places
            .filter((place) => overlap(place, part) > 0)
            .flatMap((place) => stretchIn(place, part)),
        ),
  };
}

function sentencesOf({ id, text }: PolnearArticle): readonly Sentence[] {
  const article = bareArticle(id);
  return cutArticle(text, 'en').sentences.map((cut, index) => ({
    ...cut,
    id: `${id} s${index + 1}`,
    story: id,
    article,
  }));
}

interface Place extends Span {
  readonly sentence: Sentence;
}

/** Where each sentence stands, counted in characters that are not white space: cutting changes only that. */
function placesOf(sentences: readonly Sentence[], text: string): readonly Place[] {
  const ink = withoutSpace(text);
  let from = 0;
  return sentences.flatMap((sentence) => {
    const own = withoutSpace(sentence.text);
    const start = ink.indexOf(own, from);
    if (start < 0) return [];
    from = start + own.length;
    return [{ sentence, start, end: from }];
  });
}

/** The places of the characters that are not white space. */
function inkPlaces(text: string): readonly number[] {
  return Array.from(text.matchAll(/\S/g), ({ index }) => index);
}

function inkSpan(text: string, { start, end }: Span): Span {
  return {
    start: withoutSpace(text.slice(0, start)).length,
    end: withoutSpace(text.slice(0, end)).length,
  };
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
