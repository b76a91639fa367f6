import type { References } from './references.ts';
import type { Entity, Relation } from './story.ts';
import type { Note } from './story-document.ts';
import type { StoryFile } from './story-file.ts';

/** The people, companies and things that the curator wrote; each relation stands with both ends. */
export function entitiesInFile(
  file: StoryFile,
  story: string,
  references: References,
  fault: Note,
): readonly Entity[] {
  const relations = relationsIn(file, references, fault);
  return file.entities.map((entity, index) => ({
    id: entity.id,
    story,
    name: entity.name,
    type: entity.type,
    aliases: entity.aliases,
    nicknames: entity.nicknames,
    roles: entity.roles.flatMap(
      ({ text, sentence }, place) =>
        references.passage(text, sentence, ['entities', index, 'roles', place]) ?? [],
    ),
    relations: relations.get(entity.id) ?? [],
  }));
}

function relationsIn(
  file: StoryFile,
  references: References,
  fault: Note,
): ReadonlyMap<string, readonly Relation[]> {
  const relations = new Map<string, Relation[]>(file.entities.map(({ id }) => [id, []]));
  file.entities.forEach((entity, index) => {
    entity.relations.forEach(({ type, to, text, sentence }, place) => {
      const path = ['entities', index, 'relations', place];
      const from = { id: entity.id, name: entity.name };
      const other = references.name(to, [...path, 'to']);
      const passage = references.passage(text, sentence, path);
      if (other?.id === entity.id) {
        fault([...path, 'to'], `${entity.name} is related to itself`, 'name the other end');
      }
      if (other === undefined || passage === undefined) return;
      relations.get(from.id)?.push({ type, inverse: false, other, passage });
      relations.get(other.id)?.push({ type, inverse: true, other: from, passage });
    });
  });
  return relations;
}
