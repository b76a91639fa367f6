import { readFile } from 'node:fs/promises';
import { guessesOf } from '../src/draft/story-guesses.ts';
import { storyYaml } from '../src/draft/story-yaml.ts';
import { studyArticle } from '../src/draft/study.ts';
import { FaultsFound } from '../src/record/fault.ts';
import { readStoryDocument } from '../src/record/story-document.ts';
import type { SourceInFile, StoryFile } from '../src/record/story-file.ts';

/** Prints what the draft of a story's articles finds, misses and gets wrong beside the curated story. */
export async function compareWithStory(id: string): Promise<void> {
  const file = `data/${id}/story.yaml`;
  const curated = contentOf(await readFile(file, 'utf8'), file);
  const drafts = await Promise.all(
    curated.articles.map(async ({ file: article, outlet, published }) => {
      const study = studyArticle(await readFile(`data/${id}/${article}`, 'utf8'), { published });
      const facts = { title: id, article: 'draft', file: article, authors: [], outlet, published };
      return contentOf(storyYaml(guessesOf(study, published), facts), 'the draft');
    }),
  );
  compare(
    'entities',
    curated.entities.map(namesOf),
    drafts.flatMap(({ entities }) => entities.map(namesOf)),
    (a, b) => a.some((name) => b.includes(name)),
    ([name = '']) => name,
  );
  compare(
    'relations',
    relationsOf(curated),
    drafts.flatMap(relationsOf),
    (a, b) => a.type === b.type && meet(a.from, b.from) && meet(a.to, b.to),
    ({ from, type, to }) => `${from[0]} ${type} ${to[0]}`,
  );
  compare(
    'statements',
    statementsOf(curated),
    drafts.flatMap(statementsOf),
    (a, b) => a.cue === b.cue && meet(a.source, b.source) && sharesHalf(a.content, b.content),
    ({ source, cue, content }) => `${source[0]} | ${cue} | ${content}`,
  );
  compare(
    'events',
    curated.events,
    drafts.flatMap(({ events }) => events),
    (a, b) => a.date === b.date && meet([a.when], [b.when]),
    ({ when, date }) => `${when} = ${date}`,
  );
}

function contentOf(yaml: string, file: string): StoryFile {
  const { document, faults } = readStoryDocument(yaml, file);
  if (document === undefined) throw new FaultsFound(faults);
  return document.content;
}

function namesOf({ name, aliases }: StoryFile['entities'][number]): readonly string[] {
  return [name, ...aliases];
}

function relationsOf({ entities }: StoryFile) {
  return entities.flatMap((entity) =>
    entity.relations.map(({ type, to }) => ({
      from: namesOf(entity),
      type,
      to: entities.filter(({ id }) => id === to).flatMap(namesOf),
    })),
  );
}

function statementsOf({ statements, entities }: StoryFile) {
  return statements.map(({ source, cue, content }) => ({
    source: sourceNames(source, entities),
    cue,
    content: content.map((part) => (typeof part === 'string' ? part : part.text)).join(' … '),
  }));
}

/** Whether two lists of names hold the same, or one a part of the other's. */
function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => one.includes(other) || other.includes(one)));
}

function sourceNames(source: SourceInFile, entities: StoryFile['entities']): readonly string[] {
  const ids = typeof source === 'string' ? [source] : Array.isArray(source) ? source : source.is;
  const words = typeof source === 'object' && 'words' in source ? [source.words] : [];
  return [
    ...words,
    ...entities
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ name, aliases }) => [name, ...aliases]),
  ];
}

function sharesHalf(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [one, other] = [words(a), words(b)];
  const both = [...one].filter((word) => other.has(word)).length;
  return both / Math.max(one.size, other.size, 1) >= 0.5;
}

function compare<T>(
  what: string,
  curated: readonly T[],
  drafted: readonly T[],
  same: (curated: T, drafted: T) => boolean,
  print: (each: T) => string,
): void {
  const left = [...drafted];
  const missed: T[] = [];
  for (const each of curated) {
    const at = left.findIndex((other) => same(each, other));
    if (at < 0) missed.push(each);
    else left.splice(at, 1);
  }
  const found = curated.length - missed.length;
  const lines = [
    `${what}: ${found} of ${curated.length} found, ${missed.length} missed, ${left.length} others drafted`,
    ...missed.map((each) => `  missed  ${print(each)}`),
    ...left.map((each) => `  other   ${print(each)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
