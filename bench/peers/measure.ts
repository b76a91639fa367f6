/**
 * One system in a process of its own: builds it over an exam's records, puts the queries to it and
 * writes what it found, how fast, and how much memory it holds. Started by `bench/search.ts`.
 *
 * node --expose-gc measure.mjs SYSTEM EVERY EXAM.json
 */
import { readFileSync } from 'node:fs';
import { bareArticle } from '../../src/record/bare-article.ts';
import type { Sentence } from '../../src/record/story.ts';
import { memoryInUse } from '../memory.ts';
import { type Answers, type Exam, exam } from './exam.ts';
import { systems } from './systems.ts';

const found = 10;
/** Compiles what is hot; a slow system has it compiled sooner. */
const warmUp = { queries: 60, ms: 3000 };

const [name, every, file = ''] = process.argv.slice(2);
const open = systems.get(name ?? '');
if (open === undefined) throw new Error(`There is no system named ${name}.`);
const { asked, sentences } = read(file);

const before = await memoryInUse();
const start = performance.now();
const find = await open(sentences);
const buildMs = performance.now() - start;
const memory = (await memoryInUse()) - before;

const warm = performance.now();
for (const query of asked.slice(1, warmUp.queries)) {
  await find(query, found);
  if (performance.now() - warm > warmUp.ms) break;
}
const answers: Answers['answers'] = [];
for (let query = 0; query < asked.length; query += Number(every)) {
  const text = asked[query] ?? '';
  const begin = performance.now();
  const numbers = await find(text, found);
  answers.push({ query, ms: performance.now() - begin, found: [...numbers] });
}
const report: Answers = { buildMs, memory, answers };
process.stdout.write(JSON.stringify(report));

function read(path: string) {
  const { asked, articles } = exam.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { asked, sentences: sentencesOf(articles) };
}

function sentencesOf(all: Exam['articles']): readonly Sentence[] {
  return all.flatMap(({ id, sentences: texts }) => {
    const article = bareArticle(id);
    return texts.map((text, index) => ({
      id: `s${index + 1}`,
      story: id,
      article,
      paragraph: index + 1,
      place: 1,
      text,
      quoted: [],
    }));
  });
}
