import { readFile } from 'node:fs/promises';
import { draftOf } from '../src/draft/draft.ts';
import { readStoryDocument } from '../src/record/story-document.ts';

/** Prints what the draft of a story's articles finds, misses and gets wrong beside the curated story. */
export async function compareWithStory(id: string): Promise<void> {
  const file = `data/${id}/story.yaml`;
  const document = readStoryDocument(await readFile(file, 'utf8'), file);
  if ('faults' in document) throw new Error(`${file} has faults`);
  const { articles, entities, statements, events } = document.content;
  const drafts = await Promise.all(
    articles.map(async ({ file: article, published }) =>
      draftOf(await readFile(`data/${id}/${article}`, 'utf8'), { published }),
    ),
  );
  const names = drafts.flatMap((draft) =>
    draft.entities.map(({ name, aliases }) => [name, ...aliases]),
  );
  compare(
    'entities',
    entities.map(({ name, aliases }) => [name, ...aliases]),
    names,
    (a, b) => a.some((name) => b.includes(name)),
    (each) => each[0] ?? '',
  );
  const said = drafts.flatMap((draft) =>
    draft.attributions
      .filter(({ confidence, kind }) => confidence >= 0.5 || kind === 'direct')
      .map((each) => ({
        source: [
          each.source?.text ?? '',
          ...draft.entities.filter((one) => one.id === each.entity).map((one) => one.name),
        ],
        cue: each.cue.text,
        content: each.content.map(({ text }) => text).join(' … '),
      })),
  );
  compare(
    'attributions',
    statements.map((statement) => ({
      source: sourceNames(statement.source, entities),
      cue: statement.cue,
      content: statement.content
        .map((part) => (typeof part === 'string' ? part : part.text))
        .join(' … '),
    })),
    said,
    (a, b) =>
      a.cue === b.cue &&
      a.source.some((one) =>
        b.source.some((other) => other !== '' && (one.includes(other) || other.includes(one))),
      ) &&
      sharesHalf(a.content, b.content),
    ({ source, cue, content }) => `${source[0]} | ${cue} | ${content}`,
  );
  compare(
    'events',
    events.map(({ when, date }) => ({ when, date })),
    drafts.flatMap((draft) => draft.events.map(({ when, date }) => ({ when: when.text, date }))),
    (a, b) => a.date === b.date && (a.when.includes(b.when) || b.when.includes(a.when)),
    ({ when, date }) => `${when} = ${date}`,
  );
}

function sourceNames(
  source: string | string[] | { words: string; is: string[] },
  entities: readonly { id: string; name: string; aliases: readonly string[] }[],
): readonly string[] {
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
