import type { RepeatedParagraph } from '../record/article.ts';
import { findAttributions } from './attributions.ts';
import { type FoundAttribution, type Mention } from './attributions.ts';
import { placesIn } from './places.ts';
import { readArticle } from './reading.ts';

/** A stretch of the article's text: `text === article.slice(start, end)`, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface DraftAttribution {
  readonly source: Stretch | null;
  readonly cue: Stretch;
  /** One stretch or more, in the order they are printed. */
  readonly content: readonly Stretch[];
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** 0 to 1. */
  readonly confidence: number;
}

export interface Draft {
  readonly sentences: readonly Stretch[];
  readonly repeated: readonly RepeatedParagraph[];
  readonly attributions: readonly DraftAttribution[];
}

/** Reads an article and guesses who says what in it. Everything it finds is a stretch of the text. */
export function draftOf(text: string): Draft {
  const reading = readArticle(text);
  const place = placesIn(text, reading.sentences);
  const stretch = (mention: Mention): Stretch => {
    const span = place(mention);
    return { ...span, text: text.slice(span.start, span.end) };
  };
  const printed = ({ source, cue, content, kind, confidence }: FoundAttribution) => ({
    source: source === undefined ? null : stretch(source),
    cue: stretch(cue),
    content: content.map(stretch),
    kind,
    confidence: Math.round(confidence * 100) / 100,
  });
  return {
    sentences: reading.sentences.map(({ text, index }) => stretch({ sentence: index, start: 0, end: text.length })),
    repeated: reading.repeated,
    attributions: findAttributions(reading).map(printed),
  };
}
