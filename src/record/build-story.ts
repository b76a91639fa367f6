import Fuse from 'fuse.js';
import type { CutSentence } from './article.ts';
import { type CalendarDate, readDate } from './calendar-date.ts';
import type { Fault } from './fault.ts';
import { occurrences, wholeWords } from './span.ts';
import type {
  Article,
  Entity,
  EntityName,
  ForeseenQuestion,
  Passage,
  Relation,
  Sentence,
  Statement,
  Story,
  StoryEvent,
  Voice,
} from './story.ts';
import type { Path, StoryDocument } from './story-document.ts';
import type { SourceInFile, StoryFile } from './story-file.ts';

/** An article's cut sentences, by the article's id. */
export type CutArticles = ReadonlyMap<string, readonly CutSentence[]>;

/**
 * Links what the curator wrote to the sentences it speaks of.
 *
 * Every span is looked up in its sentence and every id among the story's; what is not found goes to
 * `report`, and the parts that need it are left out, so a story with faults must not be used.
 */
export function buildStory(
  id: string,
  document: StoryDocument,
  cut: CutArticles,
  report: (fault: Fault) => void,
): Story {
  return new StoryBuilder(id, document, cut, report).build();
}

class StoryBuilder {
  readonly #file: StoryFile;
  readonly #articles: readonly Article[];
  readonly #sentences: ReadonlyMap<string, Sentence>;
  readonly #names: ReadonlyMap<string, EntityName>;
  readonly #events: ReadonlyMap<string, StoryEvent>;

  constructor(
    private readonly id: string,
    private readonly document: StoryDocument,
    cut: CutArticles,
    private readonly report: (fault: Fault) => void,
  ) {
    this.#file = document.content;
    this.#refuseTwins('articles');
    this.#refuseTwins('entities');
    this.#refuseTwins('events');
    this.#articles = this.#file.articles.map((article, index) => this.#article(article, index));
    this.#sentences = new Map(this.#number(cut).map((sentence) => [sentence.id, sentence]));
    this.#names = new Map(this.#file.entities.map(({ id, name }) => [id, { id, name }]));
    this.#events = new Map(this.#eventsInOrder().map((event) => [event.id, event]));
  }

  build(): Story {
    return {
      id: this.id,
      title: this.#file.title,
      language: this.#file.language,
      articles: this.#articles,
      sentences: [...this.#sentences.values()],
      entities: this.#entities(),
      statements: this.#file.statements.flatMap((statement, index) =>
        present(this.#statement(statement, ['statements', index])),
      ),
      events: [...this.#events.values()],
      foreseen: this.#foreseen(),
    };
  }

  #number(cut: CutArticles): Sentence[] {
    return this.#articles
      .flatMap((article) => (cut.get(article.id) ?? []).map((sentence) => ({ article, sentence })))
      .map(({ article, sentence }, index) => ({
        ...sentence,
        id: `s${index + 1}`,
        story: this.id,
        article,
      }));
  }

  #article(article: StoryFile['articles'][number], index: number): Article {
    const published =
      article.published === undefined
        ? undefined
        : this.#date(article.published, ['articles', index, 'published']);
    return {
      id: article.id,
      outlet: article.outlet,
      title: article.title,
      authors: article.authors,
      published,
      url: article.url,
      resolved: article.resolved,
      page: article.page,
    };
  }

  #entities(): Entity[] {
    const relations = new Map<string, Relation[]>(this.#file.entities.map(({ id }) => [id, []]));
    this.#file.entities.forEach((entity, index) => {
      entity.relations.forEach(({ type, to, text, sentence }, place) => {
        const path = ['entities', index, 'relations', place];
        const from = { id: entity.id, name: entity.name };
        const other = this.#name(to, [...path, 'to']);
        const passage = this.#passage(text, sentence, path);
        if (other?.id === entity.id) {
          this.#fault([...path, 'to'], `${entity.name} is related to itself`, 'name the other end');
        }
        if (other === undefined || passage === undefined) return;
        relations.get(from.id)?.push({ type, inverse: false, other, passage });
        relations.get(other.id)?.push({ type, inverse: true, other: from, passage });
      });
    });
    return this.#file.entities.map((entity, index) => ({
      id: entity.id,
      story: this.id,
      name: entity.name,
      type: entity.type,
      aliases: entity.aliases,
      nicknames: entity.nicknames,
      roles: entity.roles.flatMap(({ text, sentence }, place) =>
        present(this.#passage(text, sentence, ['entities', index, 'roles', place])),
      ),
      relations: relations.get(entity.id) ?? [],
    }));
  }

  #statement(statement: StoryFile['statements'][number], path: Path): Statement | undefined {
    const sentence = this.#sentence(statement.sentence, [...path, 'sentence']);
    if (sentence === undefined) return undefined;
    const says = (key: 'cue' | 'to' | 'venue') => {
      const words = statement[key];
      if (words !== undefined) this.#passage(words, sentence.id, [...path, key]);
      return words;
    };
    const content = statement.content.flatMap((part, index) =>
      present(
        typeof part === 'string'
          ? this.#content(part, sentence.id, [...path, 'content', index])
          : this.#content(part.text, part.sentence, [...path, 'content', index, 'text']),
      ),
    );
    says('cue');
    return {
      source: this.#voice(statement.source, statement.cue, sentence, [...path, 'source']),
      via: statement.via.map((voice, index) => {
        this.#passage(voice.cue, sentence.id, [...path, 'via', index, 'cue']);
        return this.#voice(voice.source, voice.cue, sentence, [...path, 'via', index, 'source']);
      }),
      attitude: statement.attitude,
      denies: statement.denies,
      content,
      sentence,
      to: says('to'),
      venue: says('venue'),
      when:
        statement.when === undefined ? undefined : this.#event(statement.when, [...path, 'when']),
      about: statement.about.flatMap((id, index) =>
        present(this.#name(id, [...path, 'about', index])),
      ),
    };
  }

  /** An attribution to somebody whom the sentence does not name would be the worst of mistakes. */
  #voice(source: SourceInFile, cue: string, sentence: Sentence, path: Path): Voice {
    const named = typeof source === 'string' ? [source] : Array.isArray(source) ? source : [];
    for (const id of named) this.#demandMention(id, sentence, path);
    const words = typeof source === 'object' && 'words' in source ? source : undefined;
    if (words !== undefined) this.#passage(words.words, sentence.id, [...path, 'words']);
    const entities = (words?.is ?? named).flatMap((id) => present(this.#name(id, path)));
    const names = entities.map(({ name }) => name);
    const name = words === undefined || names.length === 1 ? listed(names) : words.words;
    return {
      entities,
      name: name === '' ? (words?.words ?? '') : name,
      words: words?.words,
      cue,
    };
  }

  #demandMention(id: string, sentence: Sentence, path: Path): void {
    const entity = this.#file.entities.find((candidate) => candidate.id === id);
    if (entity === undefined) return;
    const names = [entity.name, ...entity.aliases, ...entity.roles.map(({ text }) => text)];
    if (names.some((name) => wholeWords(sentence.text, name).length > 0)) return;
    this.#fault(
      path,
      `${sentence.id} does not name ${entity.name}`,
      `check who speaks; if it is ${entity.name}, write {words: <as ${sentence.id} calls them>, is: [${id}]}`,
    );
  }

  #eventsInOrder(): StoryEvent[] {
    const order = new Map([...this.#sentences.keys()].map((id, index) => [id, index]));
    return this.#file.events
      .flatMap((event, index) => present(this.#storyEvent(event, ['events', index])))
      .sort(
        (a, b) =>
          a.date.first.localeCompare(b.date.first) ||
          b.date.last.localeCompare(a.date.last) ||
          (order.get(a.happening.sentence.id) ?? 0) - (order.get(b.happening.sentence.id) ?? 0),
      );
  }

  #storyEvent(event: StoryFile['events'][number], path: Path): StoryEvent | undefined {
    const date = this.#date(event.date, [...path, 'date']);
    const dateText = this.#passage(event.when, event.sentence, [...path, 'when']);
    const happening = this.#passage(event.text, event.sentence, [...path, 'text']);
    const entities = event.entities.flatMap((id, index) =>
      present(this.#name(id, [...path, 'entities', index])),
    );
    if (date === undefined || dateText === undefined || happening === undefined) return undefined;
    return { id: event.id, date, dateText, resolved: event.resolved, happening, entities };
  }

  #foreseen(): ForeseenQuestion[] {
    return this.#file.questions.flatMap(({ asks, sentence: id, text }, index) => {
      const sentence = this.#sentence(id, ['questions', index, 'sentence']);
      if (sentence === undefined) return [];
      const path = ['questions', index, 'text'];
      const span = text === undefined ? undefined : this.#passage(text, id, path)?.span;
      return [{ asks, sentence, span }];
    });
  }

  #date(text: string, path: Path): CalendarDate | undefined {
    const date = readDate(text);
    if (date === undefined) {
      this.#fault(path, `${text} is not a date`, 'write a real day, such as 2020-08-02');
    }
    return date;
  }

  #content(text: string, sentenceId: string, path: Path): Passage | undefined {
    const passage = this.#passage(text, sentenceId, path);
    if (passage !== undefined && occurrences(passage.sentence.text, text).length > 1) {
      this.#fault(
        path,
        `${sentenceId} has “${text}” more than once`,
        'give more of the words around it',
      );
    }
    return passage;
  }

  #passage(text: string, sentenceId: string, path: Path): Passage | undefined {
    const sentence = this.#sentence(sentenceId, path);
    if (sentence === undefined) return undefined;
    const [span] = occurrences(sentence.text, text);
    if (span !== undefined) return { sentence, span };
    const elsewhere = [...this.#sentences.values()].find((other) => other.text.includes(text));
    this.#fault(
      path,
      `“${text}” is not in ${sentenceId} word for word`,
      elsewhere === undefined
        ? `copy it from the article, with its quotation marks and dashes: ${sentenceId} reads “${sentence.text}”`
        : `it stands in ${elsewhere.id}: name that sentence`,
    );
    return undefined;
  }

  #sentence(id: string, path: Path): Sentence | undefined {
    const sentence = this.#sentences.get(id);
    if (sentence === undefined) {
      this.#fault(
        path,
        `there is no sentence ${id}`,
        `the story has s1 to s${this.#sentences.size}`,
      );
    }
    return sentence;
  }

  #name(id: string, path: Path): EntityName | undefined {
    const name = this.#names.get(id);
    if (name === undefined) this.#unknown('entity', id, [...this.#names.keys()], path);
    return name;
  }

  #event(id: string, path: Path): StoryEvent | undefined {
    const event = this.#events.get(id);
    if (event === undefined && !this.#file.events.some((candidate) => candidate.id === id)) {
      this.#unknown(
        'event',
        id,
        this.#file.events.map((candidate) => candidate.id),
        path,
      );
    }
    return event;
  }

  #unknown(kind: string, id: string, known: string[], path: Path): void {
    const [near] = new Fuse(known).search(id, { limit: 1 });
    this.#fault(
      path,
      `there is no ${kind} “${id}”`,
      near === undefined
        ? `add it under ${kind === 'entity' ? 'entities' : 'events'}`
        : `is “${near.item}” meant?`,
    );
  }

  #refuseTwins(list: 'articles' | 'entities' | 'events'): void {
    const seen = new Set<string>();
    this.#file[list].forEach(({ id }, index) => {
      if (seen.has(id)) {
        this.#fault([list, index, 'id'], `the id “${id}” is taken`, 'choose another id');
      }
      seen.add(id);
    });
  }

  #fault(path: Path, wrong: string, mend: string): void {
    this.report({ ...this.document.placeOf(path), wrong, mend });
  }
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
