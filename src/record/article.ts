import { quotedSpans } from './quotation.ts';
import { sentenceSpans } from './sentence-boundary.ts';
import { type Span, textOf } from './span.ts';

/** The longest article that is read, in bytes: some 80,000 words, as long as a book. */
export const longestArticle = 500_000;

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
    for (const each of cutParagraph(paragraph.text, seen.size, language)) sentences.push(each);
  }
  return { sentences, repeated };
}

function paragraphsOf(source: string): RepeatedParagraph[] {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = /\n[^\S\n]*\n/.test(text.trim()) ? /\n(?:[^\S\n]*\n)+/g : /\n+/g;
  const paragraphs: RepeatedParagraph[] = [];
  let start = 0;
  let line = 1;
  const keep = (end: number) => {
    const lines = text
      .slice(start, end)
      .split('\n')
      .map((each) => each.trim());
    const printed = lines.filter((each) => each !== '');
    const lead = lines.findIndex((each) => each !== '');
    if (printed.length > 0) paragraphs.push({ line: line + lead, text: printed.join(' ') });
    line += lines.length - 1;
  };
  for (const gap of text.matchAll(separator)) {
    keep(gap.index);
    start = gap.index + gap[0].length;
    line += gap[0].split('\n').length - 1;
  }
  keep(text.length);
  return paragraphs;
}

function cutParagraph(text: string, paragraph: number, language: string): CutSentence[] {
  const quotes = quotedSpans(text);
  let first = 0;
  return sentenceSpans(text, language).map((sentence, index) => {
    while ((quotes[first]?.end ?? text.length) <= sentence.start && first < quotes.length)
      first += 1;
    const quoted: Span[] = [];
    for (let at = first; (quotes[at]?.start ?? sentence.end) < sentence.end; at += 1) {
      const { start = 0, end = 0 } = quotes[at] ?? {};
      quoted.push({
        start: Math.max(start, sentence.start) - sentence.start,
        end: Math.min(end, sentence.end) - sentence.start,
      });
    }
    return { text: textOf(text, sentence), paragraph, place: index + 1, quoted };
  });
}
