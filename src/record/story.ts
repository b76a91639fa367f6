import type { CalendarDate } from './calendar-date.ts';
import { contains, type Span, textOf } from './span.ts';
import type { EntityType, RelationType } from './story-file.ts';

/** A story as the rest of the program sees it: verified, linked up and never changed. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly articles: readonly Article[];
  readonly sentences: readonly Sentence[];
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
  /** In the order they happened. */
  readonly events: readonly StoryEvent[];
  readonly foreseen: readonly ForeseenQuestion[];
}

export interface Article {
  readonly id: string;
  readonly outlet: string;
  readonly title: string | undefined;
  readonly authors: readonly string[];
  readonly published: CalendarDate | undefined;
  readonly url: string | undefined;
  /** What the curator worked out because the source does not say it. */
  readonly resolved: string | undefined;
  /** How much of it the rights allow a page to show. */
  readonly page: 'whole' | 'cited';
}

export interface Sentence {
  /** Such as `s7`, unique in the story. */
  readonly id: string;
  readonly story: string;
  readonly article: Article;
  /** Counted from 1, repeated paragraphs left out. */
  readonly paragraph: number;
  /** Counted from 1 within the paragraph. */
  readonly place: number;
  readonly text: string;
  /** The stretches in quotation marks, marks included. */
  readonly quoted: readonly Span[];
}

/** A stretch of one sentence: the only thing an answer may quote. */
export interface Passage {
  readonly sentence: Sentence;
  readonly span: Span;
}

export interface Entity {
  readonly id: string;
  readonly story: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly nicknames: readonly string[];
  readonly roles: readonly Passage[];
  readonly relations: readonly Relation[];
}

/** Stored at both ends; `inverse` tells which end this is. */
export interface Relation {
  readonly type: RelationType;
  readonly inverse: boolean;
  readonly other: EntityName;
  readonly passage: Passage;
}

export interface EntityName {
  readonly id: string;
  readonly name: string;
}

/** One voice of an attribution: a source and the cue that reports it. */
export interface Voice {
  /** The entities that speak; none for a source the article does not name. */
  readonly entities: readonly EntityName[];
  /** How answers call the voice. */
  readonly name: string;
  /** As its sentence words it, where that is no name: “he”, “two sources”. */
  readonly words: string | undefined;
  readonly cue: string;
}

/** Whom something is told to. */
export interface Listener {
  /** As the sentence words it: “reporters”, “him”. */
  readonly words: string;
  /** Whom that means where it does not say so. */
  readonly entities: readonly EntityName[];
}

export interface Statement {
  readonly source: Voice;
  /** Who passes it on, outermost first. */
  readonly via: readonly Voice[];
  /** The cue tells what the source thinks or wants, not words it spoke. */
  readonly attitude: boolean;
  /** The source says that the content is not so. */
  readonly denies: boolean;
  readonly content: readonly Passage[];
  readonly sentence: Sentence;
  readonly to: Listener | undefined;
  readonly venue: string | undefined;
  readonly when: StoryEvent | undefined;
  readonly about: readonly EntityName[];
}

export interface StoryEvent {
  readonly id: string;
  readonly date: CalendarDate;
  /** The article's words for the date. */
  readonly dateText: Passage;
  /** How the curator found a date that the article's words do not give whole. */
  readonly resolved: string | undefined;
  readonly happening: Passage;
  readonly entities: readonly EntityName[];
}

/** What readers ask, as the curator foresees it, and the sentence that answers. */
export interface ForeseenQuestion {
  /** Ways to ask it. */
  readonly asks: readonly string[];
  readonly sentence: Sentence;
  /** The words of the sentence that are the plain answer, where there are such. */
  readonly span: Span | undefined;
}

/** The words of a passage, as printed. */
export function wordsOf(passage: Passage): string {
  return textOf(passage.sentence.text, passage.span);
}

/** All of a sentence. */
export function wholePassage(sentence: Sentence): Passage {
  return { sentence, span: { start: 0, end: sentence.text.length } };
}

/** What of a sentence is the content of a statement. */
export function partsIn({ content }: Statement, sentence: Sentence): readonly Span[] {
  return content.filter((part) => part.sentence === sentence).map(({ span }) => span);
}

/** Whether one statement tells the content of another: “Ann said that Bob agrees that …”. */
export function tells(outer: Statement, inner: Statement): boolean {
  if (outer === inner || inner.via.length !== outer.via.length + 1) return false;
  if (inner.via.at(-1)?.name !== outer.source.name) return false;
  return inner.content.every((part) =>
    outer.content.some(
      (whole) => whole.sentence === part.sentence && contains(whole.span, part.span),
    ),
  );
}

/** Every voice between the article and the words, outermost first; the source is the last. */
export function voicesOf(statement: Statement): readonly Voice[] {
  return [...statement.via, statement.source];
}
