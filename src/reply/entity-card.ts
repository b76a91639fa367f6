import type { Library } from '../library.ts';
import { wholeWords } from '../record/span.ts';
import { type Entity, type Passage, type Statement, wordsOf } from '../record/story.ts';
import { findingForPassage, withoutRepeats } from './finding.ts';
import type { EntityCard, Finding } from './reply.ts';

/** Gathers what the entity's story has on it, each part cited. */
export function entityCard(entity: Entity, library: Library): EntityCard {
  const story = library.story(entity.story);
  const statements = story?.statements ?? [];
  const cite = (passage: Passage) => findingForPassage(passage, library);
  const quoteOf = ({ content }: Statement) => content.map(cite);
  const speaks = statements.filter((statement) => isVoiceOf(statement, entity));
  const said = speaks.filter(({ attitude }) => !attitude).flatMap(quoteOf);
  const held = speaks
    .filter(
      ({ attitude, source }) => attitude && source.entities.some(({ id }) => id === entity.id),
    )
    .flatMap(quoteOf);
  const about = statements
    .filter((statement) => !statement.attitude && !speaks.includes(statement))
    .filter((statement) => statement.about.some(({ id }) => id === entity.id))
    .flatMap(quoteOf);
  const covered = [...said, ...held, ...about];
  const mentioned = (story?.sentences ?? [])
    .filter((sentence) => !covered.some((finding) => finding.sentence === sentence))
    .flatMap((sentence) => {
      const span = mentionIn(sentence.text, entity);
      return span === undefined ? [] : [cite({ sentence, span })];
    });
  return {
    entity,
    roles: entity.roles.map(cite),
    relations: entity.relations.map((relation) => ({ relation, finding: cite(relation.passage) })),
    said: withoutNesting(said),
    held,
    about: withoutNesting(about),
    mentioned,
  };
}

/** Every finding of a card, the sentences each once. */
export function citedIn(card: EntityCard): readonly Finding[] {
  return withoutRepeats([
    ...card.roles,
    ...card.relations.map(({ finding }) => finding),
    ...card.said,
    ...card.held,
    ...card.about,
    ...card.mentioned,
  ]);
}

function isVoiceOf({ via, source }: Statement, entity: Entity): boolean {
  return [...via, source].some(({ entities }) => entities.some(({ id }) => id === entity.id));
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
