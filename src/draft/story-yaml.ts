import { Document, isMap, isSeq } from 'yaml';
import { type FoundEntity, freeId } from './entities.ts';
import type { FoundEvent } from './events.ts';
import { type Guess, type NamedEvent, percent } from './guess.ts';
import { type NamesBySentence, namedWithin, namesBySentence, textAt } from './references.ts';
import { type FoundRelation, findRelations } from './relations.ts';
import { statementsOf } from './statements.ts';
import type { Study } from './study.ts';

/** What the curator knows of the article that its text does not say. */
export interface ArticleFacts {
  readonly title: string;
  readonly article: string;
  readonly file: string;
  readonly outlet?: string | undefined;
  readonly headline?: string | undefined;
  readonly authors: readonly string[];
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

/**
 * The draft of a `story.yaml`. Above each guess stands `# check` with its confidence; the curator
 * deletes the comment with the check done, and at last the line `draft: true`.
 */
export function storyYaml(study: Study, facts: ArticleFacts): string {
  const events = namedEvents(study.events, study);
  const statements = statementsOf(study, events);
  const names = namesBySentence(study.entities);
  const relations = relationsByEntity(findRelations(study.reading, study.entities, names));
  const lists: Readonly<Record<string, readonly Guess[]>> = {
    entities: study.entities.map((entity) =>
      entityGuess(entity, relations.get(entity) ?? [], study),
    ),
    statements: statements.guesses,
    events: events.map((event) => eventGuess(event, study, names, facts.published)),
  };
  const document = new Document({
    title: facts.title,
    draft: true,
    ...(facts.language === undefined ? {} : { language: facts.language }),
    articles: [articleOf(facts)],
    ...Object.fromEntries(
      Object.entries(lists).map(([name, guesses]) => [name, guesses.map(({ value }) => value)]),
    ),
  });
  document.commentBefore = ' yaml-language-server: $schema=../story.schema.json';
  for (const [name, guesses] of Object.entries(lists)) {
    const list = document.get(name);
    if (!isSeq(list)) continue;
    guesses.forEach(({ note }, index) => {
      const item = list.items[index];
      if (isMap(item)) item.commentBefore = ` check ${note}`;
    });
  }
  if (facts.outlet === undefined) noteOutlet(document);
  if (statements.unsourced.length > 0) {
    document.comment = [
      ' These may report somebody whom the sentence does not name:',
      ...statements.unsourced,
    ].join('\n ');
  }
  return document.toString({ lineWidth: 100 });
}

function articleOf({ article, file, outlet, headline, authors, published, url }: ArticleFacts) {
  return {
    id: article,
    file,
    outlet: outlet ?? 'unknown',
    ...(headline === undefined ? {} : { title: headline }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
  };
}

function noteOutlet(document: Document): void {
  const article = document.getIn(['articles', 0]);
  if (isMap(article)) article.commentBefore = ' check who published it, and when';
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
  };
}
