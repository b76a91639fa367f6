import type { References } from './references.ts';
import { withItsRefusal } from './refusals.ts';
import type { Listener, Passage, Sentence, Statement, StoryEvent, Voice } from './story.ts';
import type { Path } from './story-document.ts';
import type { SourceInFile, StoryFile } from './story-file.ts';

/** The statements that the curator wrote, but for those whose sentence is not there. */
export function statementsInFile(
  file: StoryFile,
  events: ReadonlyMap<string, StoryEvent>,
  references: References,
): readonly Statement[] {
  return file.statements.flatMap(
    (entry, index) => statementOf(entry, ['statements', index], events, references) ?? [],
  );
}

type Entry = StoryFile['statements'][number];

function statementOf(
  entry: Entry,
  path: Path,
  events: ReadonlyMap<string, StoryEvent>,
  references: References,
): Statement | undefined {
  const sentence = references.sentence(entry.sentence, [...path, 'sentence']);
  if (sentence === undefined) return undefined;
  for (const key of ['cue', 'venue'] as const) {
    const words = entry[key];
    if (words !== undefined) references.passage(words, sentence.id, [...path, key]);
  }
  if (entry.when !== undefined) references.demandEvent(entry.when, [...path, 'when']);
  const content = contentOf(entry, sentence, [...path, 'content'], references);
  const here = content.filter((part) => part.sentence === sentence).map(({ span }) => span);
  // “Say” alone would tell the opposite of “did not say”.
  const cue = entry.attitude ? withItsRefusal(entry.cue, sentence.text, here) : entry.cue;
  return {
    source: voiceOf(entry.source, cue, sentence, [...path, 'source'], references),
    via: entry.via.map((voice, index) => {
      references.passage(voice.cue, sentence.id, [...path, 'via', index, 'cue']);
      const source = [...path, 'via', index, 'source'];
      return voiceOf(voice.source, voice.cue, sentence, source, references);
    }),
    attitude: entry.attitude,
    denies: entry.denies,
    content,
    sentence,
    to: listenerOf(entry.to, sentence, [...path, 'to'], references),
    venue: entry.venue,
    when: entry.when === undefined ? undefined : events.get(entry.when),
    about: references.names(entry.about, [...path, 'about']),
  };
}

function contentOf(
  { content }: Entry,
  { id }: Sentence,
  path: Path,
  references: References,
): readonly Passage[] {
  return content.flatMap((part, index) => {
    const passage =
      typeof part === 'string'
        ? references.onlyPassage(part, id, [...path, index])
        : references.onlyPassage(part.text, part.sentence, [...path, index, 'text']);
    return passage ?? [];
  });
}

function voiceOf(
  source: SourceInFile,
  cue: string,
  sentence: Sentence,
  path: Path,
  references: References,
): Voice {
  const named = typeof source === 'string' ? [source] : Array.isArray(source) ? source : [];
  for (const id of named) references.demandMention(id, sentence, path);
  const words = typeof source === 'object' && 'words' in source ? source : undefined;
  if (words !== undefined) references.demandCalled(words, sentence, [...path, 'words']);
  const entities = (words?.is ?? named).flatMap((id) => references.name(id, path) ?? []);
  const names = entities.map(({ name }) => name);
  const name = words === undefined || names.length === 1 ? listed(names) : words.words;
  return {
    entities,
    name: name === '' ? (words?.words ?? '') : name,
    words: words?.words,
    cue,
  };
}

function listenerOf(
  listener: Entry['to'],
  sentence: Sentence,
  path: Path,
  references: References,
): Listener | undefined {
  if (listener === undefined) return undefined;
  if (typeof listener === 'string') {
    references.passage(listener, sentence.id, path);
    return { words: listener, entities: [] };
  }
  references.passage(listener.words, sentence.id, [...path, 'words']);
  return { words: listener.words, entities: references.names(listener.is, [...path, 'is']) };
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}
