/**
 * How long does a bot over many stories take to start, the first time and the second? Writes a data
 * folder of generated stories and opens it, each time in a process of its own. A small grammar writes
 * the stories, since real sentences do not always fit the rules of a story file.
 *
 * npx tsx bench/start.ts [--stories 10000]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { wordsIn } from '../src/search/words.ts';
import { runBundled } from './bundled.ts';
import { grammarProse } from './prose.ts';
import { type StartReport, startReport } from './start-report.ts';

const sentencesOfStory = 30;

const { values: options } = parseArgs({
  options: { stories: { type: 'string', default: '10000' } },
});
const tell = grammarProse();
const home = mkdtempSync(path.join(tmpdir(), 'on-the-record-start-'));
try {
  const data = path.join(home, 'data');
  for (let number = 0; number < Number(options.stories); number += 1) writeStory(data, number);
  process.stdout.write(`${options.stories} stories of ${sentencesOfStory} sentences, in seconds\n`);
  for (const time of ['first start', 'second', 'third']) print(time, await started(data));
} finally {
  rmSync(home, { recursive: true });
}

/** A story with a few named sources, each of them quoted. */
function writeStory(data: string, number: number): void {
  const id = `story-${number}`;
  const sentences = tell(number, sentencesOfStory);
  const folder = path.join(data, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'article.txt'), sentences.join('\n'));
  const spoken = sentences.flatMap((text, at) => {
    const [name] = /(?<=[a-z] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.exec(text) ?? [];
    const content = text.slice(0, wordsIn(text)[5]?.end ?? 0);
    const usable = name !== undefined && !content.includes(name);
    return usable ? [{ name, id: `e${at + 1}`, sentence: `s${at + 1}`, content }] : [];
  });
  const sources = spoken.filter(
    (one, at) => spoken.findIndex(({ name }) => name === one.name) === at,
  );
  const story = {
    title: id,
    articles: [{ id: 'article', file: 'article.txt', outlet: 'Generated' }],
    entities: sources.map(({ id: entity, name }) => ({ id: entity, name, type: 'person' })),
    statements: sources.map(({ id: source, name, sentence, content }) => ({
      sentence,
      source,
      cue: name.split(' ')[0],
      content: [content],
    })),
  };
  writeFileSync(path.join(folder, 'story.yaml'), stringify(story));
}

async function started(data: string): Promise<StartReport> {
  const program = path.join(import.meta.dirname, 'start-once.ts');
  const root = path.resolve(import.meta.dirname, '..');
  const flags = ['--expose-gc', '--max-old-space-size=12000'];
  const written = await runBundled(program, root, flags, [data, path.join(home, 'cache')]);
  return startReport.parse(JSON.parse(written));
}

function print(time: string, { seconds, bytes }: StartReport): void {
  const parts = Object.entries(seconds).map(([part, took]) => `${part} ${took.toFixed(1)}`);
  const megabytes = (bytes / 2 ** 20).toFixed(0);
  process.stdout.write(`${time.padEnd(12)} ${parts.join(', ')}; ${megabytes} MB\n`);
}
