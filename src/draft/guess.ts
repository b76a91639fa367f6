import type { FoundEvent } from './events.ts';

/** A guess as story.yaml writes it, and the note that stands above it. */
export interface Guess {
  readonly value: object;
  readonly note: string;
  /** 0 to 1: how probable it is that all of it is right. */
  readonly chance: number;
}

export interface NamedEvent {
  readonly id: string;
  readonly event: FoundEvent;
}

/** How probable a guess is, as its note says it. */
export function percent(chance: number): string {
  return `${Math.round(chance * 100)} %`;
}
