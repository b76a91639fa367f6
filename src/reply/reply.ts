import type { Attribution } from '../record/attribution.ts';
import type { Span } from '../record/span.ts';
import type { Article, Entity, Passage, Relation, StoryEvent } from '../record/story.ts';
import type { Comparison } from '../search/comparison.ts';
import type { Settings } from '../settings/settings.ts';
import type { Notice, WordKey } from './words.ts';

/**
 * An answer before it is drawn: the citations, and which of the bot's own sentences go with them.
 * Every surface draws the same reply, so an answer cannot differ between Discord and the terminal.
 */
export interface Reply {
  readonly status: Status;
  /** The bot's own sentences, in the order they are read. */
  readonly notices: readonly Notice[];
  /** What answers the question, best first. No sentence stands in it twice. */
  readonly findings: readonly Finding[];
  /** Near, but no answer; shown as such. */
  readonly nearest: readonly Finding[];
  readonly events: readonly EventFinding[];
  /** For each quote of a message what is on record of it. */
  readonly checks: readonly Check[];
  readonly entity: EntityCard | undefined;
  readonly story: StoryCard | undefined;
  /** The stories that can be asked about, where that was asked. */
  readonly stories: readonly StoryCard[];
  readonly settings: SettingsCard | undefined;
  /** What the server has chosen with this question. Whoever shows the reply keeps it first. */
  readonly change: Settings | undefined;
  /** The question that brings this reply again, put as briefly as it can be; for further pages. */
  readonly again: Question | undefined;
  /** Questions that would work, to be offered instead. */
  readonly suggestions: readonly Suggestion[];
}

export type Status = 'found' | 'not_on_record' | 'ambiguous' | 'error';

export type Verdict = 'verbatim' | 'altered' | 'reported' | 'narration' | 'not_on_record';

/** A cited stretch of a sentence and who stands behind it. */
export interface Finding extends Passage {
  /** The words that were asked for and are answered here; absent where none were. */
  readonly asked: Asked | undefined;
  readonly attribution: Attribution;
  /** The few words that answer a question plainly; absent where none do or none was asked. */
  readonly plain: Span | undefined;
  readonly verdict: Verdict;
  /** What was asked against what is printed; absent where no words were asked for. */
  readonly comparison: Comparison | undefined;
  readonly score: number;
}

export interface Asked {
  readonly text: string;
  /** All of the question, rather than the part that this sentence answers. */
  readonly whole: boolean;
}

export interface Check {
  readonly asked: string;
  /** What is to be said of this quote alone. */
  readonly notices: readonly Notice[];
  readonly findings: readonly Finding[];
  readonly nearest: readonly Finding[];
}

export interface EventFinding {
  readonly event: StoryEvent;
  readonly finding: Finding;
}

/** What a story has on an entity. */
export interface EntityCard {
  readonly entity: Entity;
  readonly roles: readonly Finding[];
  readonly relations: readonly RelationFinding[];
  /** What the entity said, or passed on. */
  readonly said: readonly Finding[];
  /** What others say it thinks or wants. */
  readonly held: readonly Finding[];
  /** What others said of it. */
  readonly about: readonly Finding[];
  /** Where else the article names it. */
  readonly mentioned: readonly Finding[];
}

export interface RelationFinding {
  /** All that the same words tell of. */
  readonly relations: readonly Relation[];
  readonly finding: Finding;
}

/** What a server has chosen, and what it may choose instead. */
export interface SettingsCard {
  readonly rows: readonly { readonly label: WordKey; readonly value: Notice }[];
  readonly choosers: readonly Chooser[];
}

/** A list to pick from, which asks the same command with what was picked in one of its options. */
export interface Chooser {
  readonly command: string;
  readonly option: string;
  readonly label: WordKey;
  /** How many may be picked. */
  readonly most: number;
  readonly choices: readonly {
    readonly name: Notice;
    readonly value: string;
    readonly chosen: boolean;
  }[];
}

export interface StoryCard {
  readonly id: string;
  readonly title: string;
  readonly articles: readonly Article[];
  readonly sentences: number;
  readonly speakers: readonly string[];
}

/** A command with its options, as a surface would send it again. */
export interface Question {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** A question to offer, and what to call it. */
export interface Suggestion extends Question {
  readonly label: string;
}

/** A reply with nothing but what is given. */
export function reply(status: Status, parts: Partial<Omit<Reply, 'status'>>): Reply {
  const findings = withoutRepeats(parts.findings ?? []);
  return {
    status,
    notices: [],
    nearest: [],
    events: [],
    checks: [],
    entity: undefined,
    story: undefined,
    stories: [],
    settings: undefined,
    change: undefined,
    again: undefined,
    suggestions: [],
    ...parts,
    findings,
  };
}

/** The findings without those whose sentence, or whose very words, were shown before. */
export function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ sentence }) => {
    if (seen.has(sentence.text)) return false;
    seen.add(sentence.text);
    return true;
  });
}
