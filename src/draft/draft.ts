import type { RepeatedParagraph } from '../record/article.ts';
import type { EntityType } from '../record/story-file.ts';
import type { Mention } from './found-attribution.ts';
import { placesIn } from './places.ts';
import { type Study, type StudyOptions, studyArticle } from './study.ts';

/** A stretch of the article's text: `text === article.slice(start, end)`, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a draft guesses about an article. Everything in it is a stretch of the text. */
export interface Draft {
  readonly sentences: readonly Stretch[];
  readonly repeated: readonly RepeatedParagraph[];
  readonly attributions: readonly DraftAttribution[];
  readonly entities: readonly DraftEntity[];
  readonly events: readonly DraftEvent[];
}

export interface DraftAttribution {
  /** `null` when the sentence names nobody. */
  readonly source: Stretch | null;
  /** The entity meant, also by “he”; `null` when that is not known. */
  readonly entity: string | null;
  readonly cue: Stretch;
  /** One stretch or more, in the order they are printed. */
  readonly content: readonly Stretch[];
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** 0 to 1: that somebody is reported here. */
  readonly confidence: number;
  /** 0 to 1: that, if so, the source is this one, or none. */
  readonly sourceConfidence: number;
}

export interface DraftEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly roles: readonly Stretch[];
  readonly mentions: readonly Stretch[];
  readonly confidence: number;
}

export interface DraftEvent {
  readonly text: Stretch;
  readonly when: Stretch;
  /** `2020`, `2020-08`, `2020-08-02`, or a range `2020-07-27/2020-08-02`. */
  readonly date: string;
  /** The article's words are not the whole date; it was counted from the day of publication. */
  readonly resolved: boolean;
  readonly confidence: number;
}

/** Reads an article and guesses who and what is in it, who says what, and what happened when. */
export function draftOf(text: string, options: StudyOptions = {}): Draft {
  return printed(studyArticle(text, options), text);
}

/** A study with places in the article's text instead of its sentences. */
export function printed(study: Study, text: string): Draft {
  const place = placesIn(text, study.reading.sentences);
  const stretch = (mention: Mention): Stretch => {
    const span = place(mention);
    return { ...span, text: text.slice(span.start, span.end) };
  };
  return {
    sentences: study.reading.sentences.map(({ text: { length }, index }) =>
      stretch({ sentence: index, start: 0, end: length }),
    ),
    repeated: study.reading.repeated,
    attributions: study.attributions.map((attribution) => ({
      source: attribution.source === undefined ? null : stretch(attribution.source),
      entity: study.references.get(attribution)?.entity?.id ?? null,
      cue: stretch(attribution.cue),
      content: attribution.content.map(stretch),
      kind: attribution.kind,
      confidence: rounded(attribution.confidence),
      sourceConfidence: rounded(attribution.sourceConfidence),
    })),
    entities: study.entities.map(({ id, name, type, aliases, roles, mentions, confidence }) => ({
      id,
      name,
      type,
      aliases,
      roles: roles.map(stretch),
      mentions: mentions.map(stretch),
      confidence: rounded(confidence),
    })),
    events: study.events.map(({ text: happening, when, date, whole, confidence }) => ({
      text: stretch(happening),
      when: stretch(when),
      date,
      resolved: !whole,
      confidence: rounded(confidence),
    })),
  };
}

function rounded(chance: number): number {
  return Math.round(chance * 100) / 100;
}
