import { wholeWords } from '../record/span.ts';
import { statementsIn } from '../record/statements-in-sentence.ts';
import {
  type Entity,
  type Sentence,
  type Statement,
  type Story,
  wordsOf,
} from '../record/story.ts';
import { wordsIn } from '../search/words.ts';
import { type Document, readDocument } from './document.ts';

/** A story read once: its sentences' words, and whom each of them speaks of. */
export interface StoryReading {
  readonly story: Story;
  readonly document: Document;
  readonly entities: ReadonlyMap<string, Entity>;
  /** For each sentence, in order, how plainly it speaks of each entity: 1 by name, less by others. */
  readonly spokenOf: readonly ReadonlyMap<string, number>[];
  /** For each sentence, whether it takes up the one before: “He also …”. */
  readonly goesOn: readonly boolean[];
  /** What the whole story is about, so that no sentence needs to name it. */
  readonly protagonists: ReadonlySet<string>;
  statementsIn(sentence: Sentence): readonly Statement[];
}

/** How plainly a sentence speaks of somebody. */
const byName = 1;
const byFacts = 1;
const byPronoun = 0.6;

export function readStory(story: Story): StoryReading {
  const document = readDocument(
    story.sentences.map(({ text }) => text),
    story.entities.map(({ name, aliases, nicknames, type }) => ({
      type,
      names: [name, ...aliases, ...nicknames],
    })),
  );
  const goesOn = story.sentences.map((sentence, at) =>
    takesUp(sentence, story.sentences[at - 1], story),
  );
  const spokenOf = spokenOfIn(story, goesOn);
  return {
    story,
    document,
    entities: new Map(story.entities.map((entity) => [entity.id, entity])),
    spokenOf,
    goesOn,
    protagonists: protagonistsOf(story, spokenOf),
    statementsIn: (sentence) => statementsIn(story, sentence),
  };
}

const pronouns = new Set(
  'he she it they his her its their this these those that him them'.split(' '),
);

/** A sentence with a pronoun near its start, or one that a quotation runs on into. */
function takesUp(sentence: Sentence, before: Sentence | undefined, story: Story): boolean {
  const { text, paragraph, article } = sentence;
  if (before === undefined || before.article !== article) return false;
  const openings = wordsIn(text).slice(0, longestOpening);
  if (openings.some(({ form }) => pronouns.has(form))) return true;
  const told = statementsIn(story, before);
  if (statementsIn(story, sentence).some((each) => told.includes(each))) return true;
  return before.paragraph === paragraph && /^The /.test(text);
}

const longestOpening = 10;

function spokenOfIn(
  story: Story,
  goesOn: readonly boolean[],
): readonly ReadonlyMap<string, number>[] {
  const found: Map<string, number>[] = [];
  const shared = sharedNames(story);
  story.sentences.forEach((sentence, at) => {
    const here = new Map<string, number>();
    for (const { id, name } of story.entities) {
      if (holds(sentence.article.outlet, name)) here.set(id, byPronoun);
    }
    if (goesOn[at]) {
      for (const [id, plainness] of found[at - 1] ?? []) {
        if (plainness > byPronoun) here.set(id, byPronoun);
      }
    }
    for (const id of factsOf(story, sentence)) {
      here.set(id, byFacts);
    }
    for (const { id, name, aliases } of story.entities) {
      const names = [name, ...aliases].filter((each) => !shared.has(each));
      if (names.some((each) => holds(sentence.text, each))) here.set(id, byName);
    }
    found.push(here);
  });
  return found;
}

function holds(text: string, name: string): boolean {
  return wholeWords(text, name).length > 0;
}

/** Names that several entities have: only the facts tell which is meant. */
function sharedNames({ entities }: Story): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const name of entities.flatMap(({ name, aliases }) => [...new Set([name, ...aliases])])) {
    (once.has(name) ? twice : once).add(name);
  }
  return twice;
}

/** Whom the fact base says a sentence speaks of, whatever it calls them. */
function factsOf(story: Story, sentence: Sentence): readonly string[] {
  const { events, entities } = story;
  return [
    ...statementsIn(story, sentence).flatMap(({ about, source, via }) => [
      ...about.map(({ id }) => id),
      ...[source, ...via].flatMap((voice) => voice.entities.map(({ id }) => id)),
    ]),
    ...events
      .filter(({ happening }) => happening.sentence === sentence)
      .flatMap((event) => event.entities.map(({ id }) => id)),
    ...entities
      .filter(
        ({ roles, relations }) =>
          roles.some((role) => role.sentence === sentence) ||
          relations.some(({ passage }) => passage.sentence === sentence),
      )
      .map(({ id }) => id),
  ];
}

/** Whoever the title names, or a good part of the sentences speaks of. */
function protagonistsOf(
  { title, articles, sentences, entities }: Story,
  spokenOf: readonly ReadonlyMap<string, number>[],
): ReadonlySet<string> {
  const titles = [title, ...articles.map((article) => article.title ?? '')].join('\n');
  const found = entities.filter(({ id, name, aliases, type }) => {
    if (type === 'person') return false;
    const named = [name, ...aliases].some((each) => wholeWords(titles, each).length > 0);
    const often = spokenOf.filter((here) => (here.get(id) ?? 0) > byPronoun).length;
    return often > sentences.length / 6 || (named && often > sentences.length / 10);
  });
  return new Set(found.map(({ id }) => id));
}

/** Everything an entity is called by somebody who asks, roles included. */
export function callingsOf({ name, aliases, nicknames, roles }: Entity): readonly string[] {
  return [name, ...aliases, ...nicknames, ...roles.map(wordsOf)];
}
