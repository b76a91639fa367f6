import type { Library } from '../library.ts';
import { shownSentences } from '../record/shown-sentences.ts';
import { spanning, wholeWords } from '../record/span.ts';
import {
  type Entity,
  type EntityName,
  type Passage,
  type Relation,
  type Statement,
  wordsOf,
} from '../record/story.ts';
import { findingForPassage, findingForStatement } from './finding.ts';
import { type EntityCard, type Finding, withoutRepeats } from './reply.ts';
import type { WordKey } from './words.ts';

/** Gathers what the entity's story has on it, each part cited. */
export function entityCard(entity: Entity, library: Library): EntityCard {
  const story = library.story(entity.story);
  const statements = story?.statements ?? [];
  const cite = (passage: Passage) => findingForPassage(passage, library);
  const speaks = statements.filter((statement) => isVoiceOf(statement, entity));
  const said = speaks.filter(({ attitude }) => !attitude).flatMap(whole);
  const held = speaks
    .filter(({ attitude, source }) => attitude && isNamed(entity, source.entities))
    .flatMap(whole);
  const about = statements
    .filter((statement) => !statement.attitude && !speaks.includes(statement))
    .filter((statement) => isNamed(entity, statement.about))
    .flatMap(whole);
  const linked = [...entity.roles, ...entity.relations.map(({ passage }) => passage)];
  const covered = [...linked, ...said, ...held, ...about];
  const mentioned = [...(story === undefined ? [] : shownSentences(story))]
    .filter((sentence) => !covered.some((passage) => passage.sentence === sentence))
    .flatMap((sentence) => {
      const span = mentionIn(sentence.text, entity);
      return span === undefined ? [] : [cite({ sentence, span })];
    });
  return {
    entity,
    roles: entity.roles.map(cite),
    relations: relationsByPassage(entity.relations).map(([first, ...more]) => ({
      relations: [first, ...more],
      finding: cite(first.passage),
    })),
    said: withoutNesting(said),
    held: withoutNesting(held),
    about: withoutNesting(about),
    mentioned,
  };
}

/** A statement as one finding a sentence: from its first stretch there to its last. */
function whole(statement: Statement): readonly Finding[] {
  const sentences = [...new Set(statement.content.map(({ sentence }) => sentence))];
  return sentences.map((sentence) => {
    const spans = statement.content
      .filter((part) => part.sentence === sentence)
      .map(({ span }) => span);
    return findingForStatement(statement, { sentence, span: spanning(spans) });
  });
}

/** Relations that the same words tell of are shown together. */
function relationsByPassage(relations: readonly Relation[]): readonly [Relation, ...Relation[]][] {
  const groups: [Relation, ...Relation[]][] = [];
  for (const relation of relations) {
    const { sentence, span } = relation.passage;
    const group = groups.find(
      ([{ passage }]) => passage.sentence === sentence && passage.span.start === span.start,
    );
    if (group === undefined) groups.push([relation]);
    else group.push(relation);
  }
  return groups;
}

/** A part of a card under a heading of its own. */
export interface CardSection {
  readonly label: WordKey;
  readonly entries: readonly CardEntry[];
}

export interface CardEntry {
  readonly finding: Finding;
  /** What the words tell of, in the bot's own; none but for relations. */
  readonly relations: readonly Relation[];
  /** Shown in its sentence, rather than by itself. */
  readonly inSentence: boolean;
}

/** The parts of a card that hold anything, in the order they are read. */
export function sectionsOf(card: EntityCard): readonly CardSection[] {
  const plain = (findings: readonly Finding[], inSentence = false) =>
    findings.map((finding) => ({ finding, relations: [], inSentence }));
  const sections: readonly CardSection[] = [
    { label: 'label-roles', entries: plain(card.roles) },
    {
      label: 'label-relations',
      entries: card.relations.map((group) => ({ ...group, inSentence: false })),
    },
    { label: 'label-said', entries: plain(card.said) },
    { label: 'label-held', entries: plain(card.held) },
    { label: 'label-about', entries: plain(card.about) },
    { label: 'label-mentioned', entries: plain(card.mentioned, true) },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

/** Every finding of a card, the sentences each once. */
export function citedIn(card: EntityCard): readonly Finding[] {
  return withoutRepeats(
    sectionsOf(card).flatMap(({ entries }) => entries.map(({ finding }) => finding)),
  );
}

function isVoiceOf({ via, source }: Statement, entity: Entity): boolean {
  return [...via, source].some(({ entities }) => isNamed(entity, entities));
}

function isNamed({ id }: Entity, names: readonly EntityName[]): boolean {
  return names.some((name) => name.id === id);
}

/** Of two findings of one sentence where one lies in the other, the wider is enough. */
function withoutNesting(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding) =>
      !findings.some(
        (other) =>
          other !== finding &&
          other.sentence === finding.sentence &&
          other.span.start <= finding.span.start &&
          other.span.end >= finding.span.end &&
          wordsOf(other).length > wordsOf(finding).length,
      ),
  );
}

/** Where a sentence names the entity, by a name the article prints. */
function mentionIn(text: string, entity: Entity) {
  const names = [entity.name, ...entity.aliases].toSorted((a, b) => b.length - a.length);
  return names.flatMap((name) => wholeWords(text, name))[0];
}
