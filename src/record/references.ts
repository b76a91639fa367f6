import { type CalendarDate, readDate } from './calendar-date.ts';
import { nearest } from './nearest.ts';
import { occurrences, wholeWords } from './span.ts';
import type { EntityName, Passage, Sentence } from './story.ts';
import type { Note, Path } from './story-document.ts';
import type { SourceInFile, StoryFile } from './story-file.ts';

type SourceInWords = Extract<SourceInFile, { readonly words: string }>;

/**
 * What the entries of a `story.yaml` refer to: sentences, words in them, names and events.
 *
 * What is not found is undefined, and a fault of the place that refers to it.
 */
export class References {
  readonly #names: ReadonlyMap<string, EntityName>;

  constructor(
    private readonly file: StoryFile,
    private readonly sentences: ReadonlyMap<string, Sentence>,
    private readonly fault: Note,
  ) {
    this.#names = new Map(file.entities.map(({ id, name }) => [id, { id, name }]));
  }

  /** The first place where the sentence has these words. */
  passage(text: string, sentenceId: string, path: Path): Passage | undefined {
    const sentence = this.sentence(sentenceId, path);
    if (sentence === undefined) return undefined;
    const [span] = occurrences(sentence.text, text);
    if (span !== undefined) return { sentence, span };
    const elsewhere = [...this.sentences.values()].find((other) => other.text.includes(text));
    this.fault(
      path,
      `“${text}” is not in ${sentenceId} word for word`,
      elsewhere === undefined
        ? `copy it from the article, with its quotation marks and dashes: ${sentenceId} reads “${sentence.text}”`
        : `it stands in ${elsewhere.id}: name that sentence`,
    );
    return undefined;
  }

  /** The place of words that must stand only once in their sentence. */
  onlyPassage(text: string, sentenceId: string, path: Path): Passage | undefined {
    const passage = this.passage(text, sentenceId, path);
    if (passage !== undefined && occurrences(passage.sentence.text, text).length > 1) {
      this.fault(
        path,
        `${sentenceId} has “${text}” more than once`,
        'give more of the words around it',
      );
    }
    return passage;
  }

  sentence(id: string, path: Path): Sentence | undefined {
    const sentence = this.sentences.get(id);
    if (sentence === undefined) {
      this.fault(path, `there is no sentence ${id}`, `the story has s1 to s${this.sentences.size}`);
    }
    return sentence;
  }

  name(id: string, path: Path): EntityName | undefined {
    const name = this.#names.get(id);
    if (name === undefined) this.#unknown('entity', id, [...this.#names.keys()], path);
    return name;
  }

  names(ids: readonly string[], path: Path): readonly EntityName[] {
    return ids.flatMap((id, index) => this.name(id, [...path, index]) ?? []);
  }

  /** An attribution to somebody whom the sentence does not name would be the worst of mistakes. */
  demandMention(id: string, sentence: Sentence, path: Path): void {
    const entity = this.file.entities.find((candidate) => candidate.id === id);
    if (entity === undefined) return;
    const names = [entity.name, ...entity.aliases, ...entity.roles.map(({ text }) => text)];
    if (names.some((name) => wholeWords(sentence.text, name).length > 0)) return;
    this.fault(
      path,
      `${sentence.id} does not name ${entity.name}`,
      `check who speaks; if it is ${entity.name}, write {words: <as ${sentence.id} calls them>, is: [${id}]}`,
    );
  }

  /** Notes words for a source that its sentence does not have; where it has a name of the source, that one. */
  demandCalled({ words, is }: SourceInWords, sentence: Sentence, path: Path): void {
    if (wholeWords(sentence.text, words).length > 0) return;
    const named = this.file.entities
      .filter(({ id }) => is.includes(id))
      .flatMap(({ id, name, aliases }) => [name, ...aliases].map((called) => ({ id, called })))
      .find(({ called }) => wholeWords(sentence.text, called).length > 0);
    if (named === undefined || (!pronoun.test(words) && this.#standsBeside(words, sentence))) {
      this.passage(words, sentence.id, path);
      return;
    }
    this.fault(
      path,
      `“${words}” is not in ${sentence.id}`,
      `${sentence.id} names the source as “${named.called}”: write source: ${named.id}`,
    );
  }

  #standsBeside(words: string, sentence: Sentence): boolean {
    const all = [...this.sentences.values()];
    const at = all.indexOf(sentence);
    return [all[at - 1], all[at + 1]].some((near) => near?.text.includes(words));
  }

  /** Notes an event that is nowhere in the file; one that has faults of its own is not unknown. */
  demandEvent(id: string, path: Path): void {
    const ids = this.file.events.map((event) => event.id);
    if (!ids.includes(id)) this.#unknown('event', id, ids, path);
  }

  #unknown(kind: 'entity' | 'event', id: string, known: readonly string[], path: Path): void {
    const near = nearest(id, known);
    this.fault(
      path,
      `there is no ${kind} “${id}”`,
      near === undefined
        ? `add it under ${kind === 'entity' ? 'entities' : 'events'}`
        : `is “${near}” meant?`,
    );
  }
}

/** What a pronoun stands for elsewhere tells nothing of this sentence. */
const pronoun = /^(?:s?he|they|it|we|who|his|her|hers|their|its)$/i;

/** A date as the file gives it; one that is not in the calendar is a fault. */
export function dateIn(text: string, path: Path, fault: Note): CalendarDate | undefined {
  const date = readDate(text);
  if (date === undefined) {
    fault(path, `${text} is not a date`, 'write a real day, such as 2020-08-02');
  }
  return date;
}
