/**
 * How well do we find the sentence that answers a question, and do we know when there is none? Asks
 * the development part of WikiQA (Yang, Yih and Meek, 2015), whose licence keeps it out of this
 * project, beside simpler rankers.
 *
 * WIKIQA=file.tsv npx tsx bench/ask-wikiqa.ts [--fit]
 *
 * One half of the questions, chosen by a hash of their ids, is for tuning; the other shows whether
 * what was tuned holds. The development questions of bench/questions, about news, are asked as well.
 * `--fit` prints the weights that these and the tuning half teach, for src/ask/answer-ranking.ts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type Features, judge } from '../src/ask/answer-features.ts';
import {
  chanceOf,
  featureNames,
  learnedWeights,
  rankAnswers,
  type Weights,
} from '../src/ask/answer-ranking.ts';
import { readDocument } from '../src/ask/document.ts';
import { type Question, readQuestion } from '../src/ask/question.ts';
import { loadStories } from '../src/record/load-stories.ts';
import { align, questionOf } from '../src/search/alignment.ts';
import { TextIndex } from '../src/search/text-index.ts';
import { tokensOf } from '../src/search/tokens.ts';
import { wordsIn } from '../src/search/words.ts';
import { hashOf } from './seeded.ts';

/** A question and its document, sentence by sentence. */
interface Item {
  readonly id: string;
  readonly question: Question;
  readonly title: string;
  readonly sentences: readonly string[];
  /** Whether each sentence answers. */
  readonly answers: readonly boolean[];
  /** What each sentence has, as an answer to the question. */
  readonly features: readonly Features[];
  /** The same for the sentences of a document about something else. */
  readonly foreign: readonly Features[];
}

/** A number for each sentence; the highest is ranked first. */
type Ranker = (item: Item) => readonly number[];

interface Quality {
  readonly map: number;
  readonly mrr: number;
}

/** An encyclopedia opens with the answer far oftener than news does. */
const most: Partial<Record<keyof Weights, number>> = { opening: 1, early: 0.3 };
/** What a question of WikiQA counts beside one about news: there are fewer of them. */
const wikiqaCounts = 2;
const newsQuestion = z.object({ question: z.string(), sentences: z.array(z.string()) });
const penalty = 2;
const steps = 1200;
const pace = 4;

const { values: options } = parseArgs({ options: { fit: { type: 'boolean', default: false } } });
const items = itemsOf(readOrExit(process.env.WIKIQA));
const tuning = items.filter(({ id }) => isTuning(id));
const held = items.filter(({ id }) => !isTuning(id));
const news = await newsItems();
const sentenceCount = items.flatMap(({ sentences }) => sentences).length;
const sentencesWith = sentenceCounts();
if (options.fit) {
  print(weightLines(fitted([...rowsOf(tuning), ...newsRows(news)])));
} else {
  print(sizeLines());
  print(rankerTable());
  print(kindTable());
  print(newsTable());
  print(ablationTable());
  print(abstentionTable());
  print(speedLines());
}

function readOrExit(file: string | undefined): string {
  if (file !== undefined && existsSync(file)) return readFileSync(file, 'utf8');
  const what = file === undefined ? 'WIKIQA is not set' : `WIKIQA: there is no file ${file}`;
  process.stderr.write(`${what}; set it to the path of WikiQA-dev.tsv.\n`);
  process.exit(2);
}

/** By custom, only questions that have both a sentence that answers and one that does not. */
function itemsOf(tsv: string): readonly Item[] {
  const rows = new Map<string, string[][]>();
  for (const line of tsv.split(/\r?\n/).slice(1)) {
    const row = line.split('\t');
    const [id = ''] = row;
    if (row.length === 7) rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  const drafts = [...rows].map(([id, own]) => ({
    id,
    question: readQuestion(own[0]?.[1] ?? ''),
    title: own[0]?.[3] ?? '',
    sentences: own.map((row) => row[5] ?? ''),
    answers: own.map((row) => row[6] === '1'),
  }));
  const mixed = drafts.filter(({ answers }) => answers.includes(true) && answers.includes(false));
  return mixed.map((draft) => {
    const others = mixed.filter(({ id }) => id !== draft.id && isTuning(id) === isTuning(draft.id));
    const other = others[hashOf(`${draft.id} foreign`) % others.length] ?? draft;
    return {
      ...draft,
      features: featuresOf(draft.question, draft.sentences, draft.title),
      foreign: featuresOf(draft.question, other.sentences, other.title),
    };
  });
}

/** A question about one of the stories that are there to be looked at. */
interface NewsItem extends Pick<Item, 'features' | 'answers'> {
  readonly story: string;
}

async function newsItems(): Promise<readonly NewsItem[]> {
  const loaded = [...(await loadStories('data')), ...(await loadStories('test/stories'))];
  return loaded.flatMap(({ story }) => {
    const file = `bench/questions/${story.id}.jsonl`;
    if (!existsSync(file)) return [];
    const document = readDocument(
      story.sentences.map(({ text }) => text),
      {
        title: story.title,
        entities: story.entities.map(({ type, name, aliases, nicknames }) => {
          return { type, names: [name, ...aliases, ...nicknames] };
        }),
      },
    );
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => newsQuestion.parse(JSON.parse(line)))
      .map(({ question, sentences }) => ({
        story: story.id,
        features: judge(readQuestion(question), document).map(({ features }) => features),
        answers: story.sentences.map(({ id }) => sentences.includes(id)),
      }));
  });
}

function isTuning(id: string): boolean {
  return hashOf(id) % 2 === 0;
}

function featuresOf(
  question: Question,
  sentences: readonly string[],
  title: string,
): readonly Features[] {
  return judge(question, readDocument(sentences, { title })).map(({ features }) => features);
}

function sizeLines(): readonly string[] {
  return [
    `${items.length} questions with sentences that answer and others: ${tuning.length} to tune, ${held.length} held out`,
    '',
  ];
}

function rankerTable(): readonly string[] {
  const rankers: readonly (readonly [string, Ranker])[] = [
    ['order of the document', ({ sentences }) => sentences.map((_, at) => -at)],
    ['words in common', (item) => wordsInCommon(item, () => 1)],
    ['words in common, idf', (item) => wordsInCommon(item, rarity)],
    ['alignment of our search', alignments],
    ['ours', by(learnedWeights)],
    ['ours, blind to the order', by({ ...learnedWeights, opening: 0, early: 0 })],
    ['ours, without the title', withoutTitle],
  ];
  return [
    `${'RANKER'.padEnd(26)}  tuning MAP   MRR   held out MAP   MRR`,
    ...rankers.map(([name, ranker]) => qualityLine(name, ranker)),
    '',
  ];
}

function by(weights: Weights): Ranker {
  return ({ features }) => features.map((own) => chanceOf(own, weights));
}

function withoutTitle({ question, sentences }: Item): readonly number[] {
  return featuresOf(question, sentences, '').map((own) => chanceOf(own));
}

function wordsInCommon(item: Item, weightOf: (stem: string) => number): readonly number[] {
  const asked = new Set(contentStems(item.question.text));
  return item.sentences.map((sentence) => {
    const own = new Set(contentStems(sentence));
    return [...asked].reduce((sum, stem) => sum + (own.has(stem) ? weightOf(stem) : 0), 0);
  });
}

/** The inverse document frequency of a stem over all sentences of all documents. */
function rarity(stem: string): number {
  return Math.log(1 + sentenceCount / (sentencesWith.get(stem) ?? 1));
}

function sentenceCounts(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of items.flatMap(({ sentences }) => sentences)) {
    for (const stem of new Set(contentStems(sentence)))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function contentStems(text: string): readonly string[] {
  return wordsIn(text).flatMap(({ stem, weight }) => (weight < 1 ? [] : [stem]));
}

function alignments({ question, sentences }: Item): readonly number[] {
  const index = new TextIndex(tokensOf(sentences));
  const asked = questionOf(index.sought(wordsIn(question.text)));
  return sentences.map((_, at) => align(asked, [index.termsOf(at)])?.score ?? 0);
}

function qualityLine(name: string, ranker: Ranker): string {
  const [own, other] = [qualityOf(tuning, ranker), qualityOf(held, ranker)];
  const cells = [own.map, own.mrr, other.map, other.mrr].map((value) => value.toFixed(3));
  return `${name.padEnd(26)}${cells[0]?.padStart(12)} ${cells[1]}${cells[2]?.padStart(15)} ${cells[3]}`;
}

/** Mean average precision and mean reciprocal rank; of sentences that tie, the earlier comes first. */
function qualityOf(half: readonly Item[], ranker: Ranker): Quality {
  const each = half.map((item) => {
    const values = ranker(item);
    const order = values.map((_, at) => at);
    order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
    const ranks = order.flatMap((at, rank) => (item.answers[at] ? [rank + 1] : []));
    return {
      map: mean(ranks.map((rank, before) => (before + 1) / rank)),
      mrr: 1 / (ranks[0] ?? Number.POSITIVE_INFINITY),
    };
  });
  return { map: mean(each.map(({ map }) => map)), mrr: mean(each.map(({ mrr }) => mrr)) };
}

function kindTable(): readonly string[] {
  const kinds = [...new Set(items.map(({ question }) => question.kind))].sort();
  return [
    'KIND             n   MAP    MRR   (both halves)',
    ...kinds.map((kind) => {
      const own = items.filter(({ question }) => question.kind === kind);
      const { map, mrr } = qualityOf(own, by(learnedWeights));
      return `${kind.padEnd(14)}${String(own.length).padStart(4)}  ${map.toFixed(3)}  ${mrr.toFixed(3)}`;
    }),
    '',
  ];
}

/**
 * Each feature left out in turn, the others' weights learned anew; then a part of the questions left
 * out of the learning. News is learned from as it is asked, except in the line that leaves it out.
 */
function ablationTable(): readonly string[] {
  const rows = [...rowsOf(tuning), ...newsRows(news)];
  const line = (name: string, weights: Weights) => {
    const { hits, area } = newsQuality(news, () => weights);
    return `${qualityLine(name, by(weights))}${hits.toFixed(3).padStart(13)}  ${area.toFixed(3)}`;
  };
  return [
    `${'LEFT OUT'.padEnd(26)}  tuning MAP   MRR   held out MAP   MRR   news hit@1  AUROC`,
    line('nothing', fitted(rows)),
    ...featureNames.map((name) => line(name, fitted(rows, name))),
    line('all news, in learning', fitted(rowsOf(tuning))),
    line('all WikiQA, in learning', fitted(newsRows(news))),
    line('tuning half for the other', fitted([...rowsOf(held), ...newsRows(news)])),
    '',
  ];
}

/** Questions about news, every story's by weights that were learned without it. */
function newsTable(): readonly string[] {
  const stories = [...new Set(news.map(({ story }) => story))];
  const learned = new Map(
    stories.map((story) => {
      const others = news.filter((item) => item.story !== story);
      return [story, fitted([...rowsOf(tuning), ...newsRows(others)])] as const;
    }),
  );
  const weightsFor = ({ story }: NewsItem) => learned.get(story) ?? learnedWeights;
  const line = (name: string, own: readonly NewsItem[]) => {
    const { count, hits, area } = newsQuality(own, weightsFor);
    return `${name.padEnd(18)}${String(count).padStart(4)} of ${String(own.length).padEnd(4)}  ${hits.toFixed(3)}  ${area.toFixed(3)}`;
  };
  const curve = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5].map((threshold) => {
    const part = newsAnswered(threshold, weightsFor);
    const cells = [part.rightly, part.wrongly, part.unanswerable].map(
      (value) => `${(100 * value).toFixed(0)} %`,
    );
    return `${threshold.toFixed(2).padStart(9)}${cells[0]?.padStart(19)}${cells[1]?.padStart(9)} |${cells[2]?.padStart(13)}`;
  });
  return [
    'NEWS         answerable  hit@1  AUROC against unanswerable   (learned from the other stories)',
    ...stories.map((story) =>
      line(
        story,
        news.filter((item) => item.story === story),
      ),
    ),
    line('all', news),
    '',
    'threshold  answered: rightly  wrongly | unanswerable',
    ...curve,
    '',
  ];
}

function newsQuality(own: readonly NewsItem[], weightsFor: (item: NewsItem) => Weights) {
  const scored = own.map((item) => bestOf(item, weightsFor(item)));
  const answerable = scored.filter((_, at) => own[at]?.answers.includes(true));
  const unanswerable = scored.filter((_, at) => !own[at]?.answers.includes(true));
  return {
    count: answerable.length,
    hits: share(answerable.map(({ right }) => right)),
    area: auroc(
      answerable.map(({ score }) => score),
      unanswerable.map(({ score }) => score),
    ),
  };
}

function newsAnswered(threshold: number, weightsFor: (item: NewsItem) => Weights) {
  const scored = news.map((item) => ({
    ...bestOf(item, weightsFor(item)),
    answerable: item.answers.includes(true),
  }));
  const answerable = scored.filter((one) => one.answerable);
  return {
    rightly: share(answerable.map(({ score, right }) => score >= threshold && right)),
    wrongly: share(answerable.map(({ score, right }) => score >= threshold && !right)),
    unanswerable: share(
      scored.filter((one) => !one.answerable).map(({ score }) => score >= threshold),
    ),
  };
}

/** The score of the best sentence, and whether it answers. */
function bestOf({ features, answers }: Pick<Item, 'features' | 'answers'>, weights: Weights) {
  const scores = features.map((own) => chanceOf(own, weights));
  const score = Math.max(0, ...scores);
  return { score, right: answers[scores.indexOf(score)] === true };
}

/**
 * Every question answers itself from its own document; must be declined when that document has lost
 * the sentences that answer; and must be declined of a document about something else.
 */
function abstentionTable(): readonly string[] {
  const best = (features: readonly Features[]) =>
    Math.max(0, ...features.map((own) => chanceOf(own)));
  const outcomes = (half: readonly Item[]) => ({
    answerable: half.map(({ features }) => best(features)),
    struck: half.map(({ features, answers }) => best(features.filter((_, at) => !answers[at]))),
    foreign: half.map(({ foreign }) => best(foreign)),
    right: half.map((item) => bestOf(item, learnedWeights).right),
  });
  const [own, other] = [outcomes(tuning), outcomes(held)];
  const thresholds = Array.from({ length: 18 }, (_, step) => (step + 1) * 0.05);
  const threshold = thresholds.toSorted((a, b) => triggering(own, b) - triggering(own, a))[0] ?? 0;
  const areas = [own, other].map(({ answerable, struck, foreign }) =>
    [auroc(answerable, struck), auroc(answerable, foreign)].map((area) => area.toFixed(3)),
  );
  return [
    'ABSTENTION       tuning, held out',
    `AUROC, answer struck out   ${areas[0]?.[0]}  ${areas[1]?.[0]}`,
    `AUROC, foreign document    ${areas[0]?.[1]}  ${areas[1]?.[1]}`,
    `triggering F1, answerable against struck out, at ${threshold.toFixed(2)}: ${[own, other]
      .map((half) => triggering(half, threshold).toFixed(3))
      .join('  ')}`,
    '',
    'threshold  answered: rightly  wrongly | struck out  foreign   (held out half)',
    ...thresholds.slice(0, 14).map((at) => {
      const above = (scores: readonly number[]) => scores.map((score) => score >= at);
      const answered = above(other.answerable);
      const cells = [
        share(answered.map((yes, n) => yes && other.right[n] === true)),
        share(answered.map((yes, n) => yes && other.right[n] !== true)),
        share(above(other.struck)),
        share(above(other.foreign)),
      ].map((part) => `${(100 * part).toFixed(0)} %`);
      return `${at.toFixed(2).padStart(9)}${cells[0]?.padStart(19)}${cells[1]?.padStart(9)} |${cells[2]?.padStart(11)}${cells[3]?.padStart(9)}`;
    }),
    '',
  ];
}

interface Scores {
  readonly answerable: readonly number[];
  readonly struck: readonly number[];
}

/** The F1 of answering where there is an answer: WikiQA’s “answer triggering”, by question. */
function triggering({ answerable, struck }: Scores, threshold: number): number {
  const hits = answerable.filter((score) => score >= threshold).length;
  const alarms = struck.filter((score) => score >= threshold).length;
  return (2 * hits) / (answerable.length + hits + alarms);
}

/** The chance that one of the first scores higher than one of the others; a tie is half a chance. */
function auroc(higher: readonly number[], lower: readonly number[]): number {
  return mean(
    higher.flatMap((high) => lower.map((low) => (high > low ? 1 : high === low ? 0.5 : 0))),
  );
}

function speedLines(): readonly string[] {
  const sentences = items.flatMap((item) => item.sentences).slice(0, 30);
  const document = readDocument(sentences);
  const questions = items.map(({ question }) => question);
  for (const question of questions) rankAnswers(question, document);
  const started = performance.now();
  for (const question of questions) rankAnswers(question, document);
  const each = (performance.now() - started) / questions.length;
  return [`${each.toFixed(2)} ms a question over ${sentences.length} sentences`];
}

/** The features of a sentence after a 1 for the bias, whether it answers, and what it counts. */
interface Row {
  readonly values: Float64Array;
  readonly answers: number;
  readonly counts: number;
}

/** Every question with its own document and with a foreign one. */
function rowsOf(half: readonly Item[]): readonly Row[] {
  return half.flatMap(({ features, foreign, answers }) => [
    ...features.map((own, at) => rowOf(own, answers[at] === true, wikiqaCounts)),
    ...foreign.map((own) => rowOf(own, false, wikiqaCounts)),
  ]);
}

function newsRows(questions: readonly NewsItem[]): readonly Row[] {
  return questions.flatMap(({ features, answers }) =>
    features.map((own, at) => rowOf(own, answers[at] === true, 1)),
  );
}

function rowOf(features: Features, answers: boolean, counts: number): Row {
  const values = Float64Array.from([1, ...featureNames.map((name) => features[name])]);
  return { values, answers: answers ? 1 : 0, counts };
}

/**
 * Weights by logistic regression, fitted by gradient descent with a quadratic penalty, each kept on
 * its own side of 0.
 */
function fitted(rows: readonly Row[], without?: keyof Features): Weights {
  const names = ['bias', ...featureNames] as const;
  const weights = new Float64Array(names.length);
  const count = rows.reduce((sum, { counts }) => sum + counts, 0);
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : penalty * weight));
    for (const { values, answers, counts } of rows) {
      let sum = 0;
      for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (weights[at] ?? 0);
      const error = counts * (1 / (1 + Math.exp(-sum)) - answers);
      for (let at = 0; at < values.length; at += 1) {
        slope[at] = (slope[at] ?? 0) + error * (values[at] ?? 0);
      }
    }
    names.forEach((name, at) => {
      const moved = (weights[at] ?? 0) - (pace * (slope[at] ?? 0)) / count;
      weights[at] = name === without ? 0 : kept(name, moved);
    });
  }
  const weightOf = (name: keyof Weights) => weights[names.indexOf(name)] ?? 0;
  const fit = { ...learnedWeights };
  for (const name of names) fit[name] = weightOf(name);
  return fit;
}

function kept(name: keyof Weights, value: number): number {
  if (name === 'bias') return value;
  if (name === 'typed') return Math.min(0, value);
  return Math.min(most[name] ?? Number.POSITIVE_INFINITY, Math.max(0, value));
}

function weightLines(weights: Weights): readonly string[] {
  return [
    `  bias: ${Number(weights.bias.toFixed(2))},`,
    ...featureNames.map((name) => `  ${name}: ${Number(weights[name].toFixed(2))},`),
  ];
}

function share(tests: readonly boolean[]): number {
  return tests.filter(Boolean).length / tests.length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
