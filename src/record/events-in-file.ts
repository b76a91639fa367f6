import { dateIn, type References } from './references.ts';
import type { Sentence, StoryEvent } from './story.ts';
import type { Note, Path } from './story-document.ts';
import type { StoryFile } from './story-file.ts';

/** The events that the curator wrote, in the order in which they happened or are told. */
export function eventsInFile(
  file: StoryFile,
  sentences: ReadonlyMap<string, Sentence>,
  references: References,
  fault: Note,
): readonly StoryEvent[] {
  const order = new Map([...sentences.keys()].map((id, index) => [id, index]));
  return file.events
    .flatMap((entry, index) => eventOf(entry, ['events', index], references, fault) ?? [])
    .sort(
      (a, b) =>
        a.date.first.localeCompare(b.date.first) ||
        b.date.last.localeCompare(a.date.last) ||
        (order.get(a.happening.sentence.id) ?? 0) - (order.get(b.happening.sentence.id) ?? 0),
    );
}

function eventOf(
  entry: StoryFile['events'][number],
  path: Path,
  references: References,
  fault: Note,
): StoryEvent | undefined {
  const date = dateIn(entry.date, [...path, 'date'], fault);
  const dateText = references.passage(entry.when, entry.sentence, [...path, 'when']);
  const happening = references.passage(entry.text, entry.sentence, [...path, 'text']);
  const entities = references.names(entry.entities, [...path, 'entities']);
  if (date === undefined || dateText === undefined || happening === undefined) return undefined;
  return { id: entry.id, date, dateText, resolved: entry.resolved, happening, entities };
}
