import { type FoundEntity, freeId } from './entities.ts';
import type { FoundEvent } from './events.ts';
import { type Guess, type NamedEvent, percent } from './guess.ts';
import { type NamesBySentence, namedWithin, namesBySentence } from './names-by-sentence.ts';
import { textAt } from './references.ts';
import { type FoundRelation, findRelations } from './relations.ts';
import { statementsOf } from './statements.ts';
import type { Study } from './study.ts';

/** What a study suggests for a story, as story.yaml writes it. */
export interface StoryGuesses {
  readonly entities: readonly Guess[];
  readonly relations: readonly FoundRelation[];
  readonly statements: readonly Guess[];
  readonly events: readonly Guess[];
  /** Words that may report somebody whom their sentence does not name, each in a line. */
  readonly unsourced: readonly string[];
}

/** @param published the day the article came out, which the reason for a resolved date names */
export function guessesOf(study: Study, published: string | undefined): StoryGuesses {
  const events = namedEvents(study.events, study);
  const names = namesBySentence(study.entities);
  const found = findRelations(study.reading, study.entities, names);
  const relations = relationsByEntity(found);
  const { guesses, unsourced } = statementsOf(study, events);
  return {
    entities: study.entities.map((entity) =>
      entityGuess(entity, relations.get(entity) ?? [], study),
    ),
    relations: found,
    statements: guesses,
    events: events.map((event) => eventGuess(event, study, names, published)),
    unsourced,
  };
}

function relationsByEntity(
  relations: readonly FoundRelation[],
): ReadonlyMap<FoundEntity, readonly FoundRelation[]> {
  const groups = new Map<FoundEntity, FoundRelation[]>();
  for (const relation of relations) {
    const group = groups.get(relation.from);
    if (group === undefined) groups.set(relation.from, [relation]);
    else group.push(relation);
  }
  return groups;
}

function entityGuess(
  entity: FoundEntity,
  relations: readonly FoundRelation[],
  study: Study,
): Guess {
  const { id, name, type, aliases, roles, confidence } = entity;
  const named = roles.map((role) => ({
    text: textAt(study.reading, role),
    sentence: `s${role.sentence + 1}`,
  }));
  return {
    value: {
      id,
      name,
      type,
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(named.length === 0 ? {} : { roles: named }),
      ...(relations.length === 0
        ? {}
        : {
            relations: relations.map(({ type: kind, to, words }) => ({
              type: kind,
              to: to.id,
              text: textAt(study.reading, words),
              sentence: `s${words.sentence + 1}`,
            })),
          }),
    },
    note: percent(confidence),
    chance: confidence,
  };
}

function namedEvents(events: readonly FoundEvent[], { reading }: Study): readonly NamedEvent[] {
  const taken = new Map<string, number>();
  return events.map((event) => ({
    id: freeId(`s${event.sentence + 1} ${textAt(reading, event.when)}`, taken),
    event,
  }));
}

function eventGuess(
  { id, event }: NamedEvent,
  study: Study,
  names: NamesBySentence,
  published: string | undefined,
): Guess {
  const entities = namedWithin([event.text], names);
  return {
    value: {
      id,
      sentence: `s${event.sentence + 1}`,
      text: textAt(study.reading, event.text),
      when: textAt(study.reading, event.when),
      date: event.date,
      ...(event.whole
        ? {}
        : { resolved: `Counted from the day the article came out, ${published}.` }),
      ...(entities.length === 0 ? {} : { entities }),
    },
    note: percent(event.confidence),
    chance: event.confidence,
  };
}
