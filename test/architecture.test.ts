import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { commands } from '../commands/index.ts';
import { projectFolder } from './asking.ts';

const filesIn = (folder: string, ending: string) =>
  readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.posix.join(folder, ...file.split(path.sep)))
    .sort();
const textOf = (file: string) => readFileSync(path.join(projectFolder, file), 'utf8');

const sources = [
  ...filesIn('src', '.ts'),
  ...filesIn('src', '.tsx'),
  ...filesIn('commands', '.ts'),
];

/** What a file imports, files of the project by their path from its root. */
function importsOf(file: string): readonly string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(.+?)\1/g;
  return [...textOf(file).matchAll(pattern)].map(([, , name = '']) =>
    name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
  );
}

describe('The program knows no story', () => {
  const named = z.object({
    title: z.string(),
    entities: z.array(
      z.object({
        name: z.string(),
        aliases: z.array(z.string()).default([]),
        nicknames: z.array(z.string()).default([]),
      }),
    ),
  });
  const stories = readdirSync(path.join(projectFolder, 'data'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.posix.join('data', name, 'story.yaml'))
    .filter((file) => existsSync(path.join(projectFolder, file)));
  /** Names that are words of the language as well; their capital alone makes them names. */
  const ordinary = new Set([
    'House',
    'House of Representatives',
    'Senate',
    'Washington',
    'Journal',
  ]);

  test.each(stories)('no source file names anything of %s', (story) => {
    const { title, entities } = named.parse(parse(textOf(story)));
    const names = entities
      .flatMap(({ name, aliases, nicknames }) => [name, ...aliases, ...nicknames])
      .filter((name) => name.length > 4 && /\p{Lu}/u.test(name) && !ordinary.has(name));
    const found = sources.flatMap((file) =>
      [title, path.posix.basename(path.posix.dirname(story)), ...new Set(names)]
        .filter((name) => holdsWords(textOf(file), name))
        .map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});

function holdsWords(text: string, words: string): boolean {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

describe('The core knows no surface', () => {
  const core = sources.filter((file) =>
    /^commands\/|^src\/(?:ask|draft|record|reply|search|settings|timeline)\/|^src\/(?:command|library|stories-in-force)\.ts$/.test(
      file,
    ),
  );
  const surface =
    /^src\/(?:console|discord|http|web)\/|^src\/(?:main|serve)\.ts$|^discord\.js|^@discordjs\/|^@?hono|^node:(?:readline|https?|net|tls)/;

  test('every folder of src is of the core or a surface', () => {
    const folders = new Set(sources.map((file) => /^src\/[^/]+\//.exec(file)?.[0] ?? 'commands/'));
    const belongs = (folder: string) =>
      core.some((file) => file.startsWith(folder)) || surface.test(folder);
    expect([...folders].filter((folder) => !belongs(folder))).toEqual([]);
  });

  test.each(core)('%s reaches neither Discord nor the terminal', (file) => {
    expect([...reachedFrom(file)].filter((name) => surface.test(name))).toEqual([]);
  });

  test.each(core)('%s leaves what the operator sees to others', (file) => {
    expect(textOf(file)).not.toMatch(/\bprocess\.(?:stdin|stdout|stderr|exit)|\bconsole\./);
  });
});

test.each(sources)('%s does not import itself by way of others, not even their types', (file) => {
  expect([...reachedFrom(file)]).not.toContain(file);
});

describe('A command asks nobody', () => {
  const commandFiles = sources.filter((file) => file.startsWith('commands/'));

  test.each(commandFiles)('%s opens no file, no store and no network', (file) => {
    const opened = [...reachedFrom(file)].filter((name) =>
      /^node:(?:fs|child_process)|^src\/settings\/(?:open-settings|settings-files)\.ts$|^keyv|^@keyv/.test(
        name,
      ),
    );
    expect(opened).toEqual([]);
  });
});

/** Everything a file imports, and what that imports in turn. */
function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  for (const name of importsOf(file)) {
    if (reached.has(name)) continue;
    reached.add(name);
    if (sources.includes(name)) reachedFrom(name, reached);
  }
  return reached;
}

describe('Adding a command is adding a file', () => {
  const files = filesIn('commands', '.ts').filter((file) => file !== 'commands/index.ts');

  test('every file of commands/ is in commands/index.ts, and is one command', () => {
    const listed = importsOf('commands/index.ts').filter((name) => name.startsWith('commands/'));
    expect([...listed].sort()).toEqual(files);
    expect(commands).toHaveLength(files.length);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  test('each command is named as its file is', () => {
    const names = commands.map(({ name }) => `commands/${name.replaceAll(' ', '-')}.ts`);
    expect([...names].sort()).toEqual(files);
  });

  test('nothing else knows a single command', () => {
    const knowing = sources.filter(
      (file) =>
        file !== 'commands/index.ts' && importsOf(file).some((name) => files.includes(name)),
    );
    expect(knowing).toEqual([]);
  });
});
