import { quotedSpans } from './quotation.ts';
import { sentenceSpans } from './sentence-boundary.ts';
import { overlap, type Span, textOf } from './span.ts';

/** An article cut into what can be cited. */
export interface CutArticle {
  readonly sentences: readonly CutSentence[];
  readonly repeated: readonly RepeatedParagraph[];
}

export interface CutSentence {
  readonly text: string;
  /** Counted from 1 over the paragraphs that are kept. */
  readonly paragraph: number;
  /** Counted from 1 within the paragraph. */
  readonly place: number;
  /** The stretches inside quotation marks, marks included. */
  readonly quoted: readonly Span[];
}

/** A paragraph the source printed again; it is dropped so that nothing is shown twice. */
export interface RepeatedParagraph {
  readonly line: number;
  readonly text: string;
}

/**
 * Cuts an article's text into paragraphs and sentences and drops repeated paragraphs.
 *
 * Paragraphs are blocks between blank lines or, in a text without blank lines, its lines. A line
 * break inside a paragraph becomes a space; every other character stays as it is printed.
 *
 * @param language BCP 47 tag that picks the sentence rules
 */
export function cutArticle(source: string, language: string): CutArticle {
  const seen = new Set<string>();
  const repeated: RepeatedParagraph[] = [];
  const sentences: CutSentence[] = [];
  for (const paragraph of paragraphsOf(source)) {
    const fingerprint = paragraph.text.replace(/\s+/g, ' ');
    if (seen.has(fingerprint)) {
      repeated.push(paragraph);
      continue;
    }
    seen.add(fingerprint);
    sentences.push(...cutParagraph(paragraph.text, seen.size, language));
  }
  return { sentences, repeated };
}

function paragraphsOf(source: string): RepeatedParagraph[] {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = /\n[^\S\n]*\n/.test(text.trim()) ? /\n(?:[^\S\n]*\n)+/g : /\n+/g;
  const paragraphs: RepeatedParagraph[] = [];
  let start = 0;
  const keep = (end: number) => {
    const raw = text.slice(start, end);
    const paragraph = raw.replace(/[^\S\n]*\n\s*/g, ' ').trim();
    const lead = raw.length - raw.trimStart().length;
    if (paragraph !== '') {
      paragraphs.push({ line: text.slice(0, start + lead).split('\n').length, text: paragraph });
    }
  };
  for (const gap of text.matchAll(separator)) {
    keep(gap.index);
    start = gap.index + gap[0].length;
  }
  keep(text.length);
  return paragraphs;
}

function cutParagraph(text: string, paragraph: number, language: string): CutSentence[] {
  const quoted = quotedSpans(text);
  return sentenceSpans(text, language).map((sentence, index) => ({
    text: textOf(text, sentence),
    paragraph,
    place: index + 1,
    quoted: quoted
      .filter((quote) => overlap(quote, sentence) > 0)
      .map((quote) => ({
        start: Math.max(quote.start, sentence.start) - sentence.start,
        end: Math.min(quote.end, sentence.end) - sentence.start,
      })),
  }));
}
