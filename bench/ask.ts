/**
 * Are questions answered rightly, and those that a story does not answer declined?
 *
 * npx tsx bench/ask.ts [--verbose] [--ways 2] [--asks 1] [--fit] [questions.jsonl ...]
 *
 * Without files it asks the development questions of bench/questions. After them it tells how the
 * weights of the evidence do on a story they have not seen: learned from the other stories alone.
 * `--ways` leaves the stories only so many of the ways in which their curators foresaw each question; with
 * 0 they foresaw none. `--asks` leaves them only so many questions for a sentence.
 * `--fit` prints the weights for src/ask/evidence-weights.ts.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import {
  chanceOf,
  type ForeseenEvidence,
  type Weights,
  weightsInForce,
} from '../src/ask/evidence-weights.ts';
import { belongsBeside } from '../src/ask/likely-answers.ts';
import { resemblanceNames } from '../src/ask/resemblance.ts';
import { type Evidence, evidenceNames } from '../src/ask/sentence-evidence.ts';
import type { StoryAnswer } from '../src/ask/story-answer.ts';
import { askable } from '../src/ask/story-answers.ts';
import { attribute } from '../src/record/attribution.ts';
import { loadStories } from '../src/record/load-stories.ts';
import type { Passage, Sentence, Story } from '../src/record/story.ts';

const questionLine = z.object({
  story: z.string(),
  question: z.string(),
  answerable: z.boolean(),
  sentences: z.array(z.string()),
  speakers: z.array(z.string()).nullable(),
  span: z.string().nullable(),
});

type QuestionLine = z.infer<typeof questionLine>;

const development = [
  'tiktok-2020',
  'harbour-bridge',
  'vaccine-trial',
  'club-takeover',
  'dam-blackout',
  'paydrop-trial',
  'readers',
];
const penalty = 2;
const steps = 25;
/** Of a weight in one step: Newton's method may overshoot from afar. */
const longestMove = 2;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: 'boolean', default: false },
    ways: { type: 'string' },
    asks: { type: 'string' },
    fit: { type: 'boolean', default: false },
  },
});
const most = z.coerce.number().min(0).optional();
const [ways, asks] = [most.parse(options.ways), most.parse(options.asks)];
const files =
  positionals.length > 0
    ? positionals
    : development.map((story) => `bench/questions/${story}.jsonl`);
const questions = files.flatMap(questionsIn);
const loaded = [...(await loadStories('data')), ...(await loadStories('test/stories'))];
const stories = new Map(loaded.map(({ story }) => [story.id, thinned(story)]));
const askables = new Map([...stories].map(([id, story]) => [id, askable(story)]));

if (options.fit) print(weightLines());
else print([...storyLines(), '', ...unseenLines(), '', speedLine()]);

/** A story as a curator leaves it who foresees less. */
function thinned(story: Story): Story {
  const left = new Map<Sentence, number>();
  const foreseen = story.foreseen
    .map((question) => ({ ...question, asks: question.asks.slice(0, ways) }))
    .filter((question) => {
      const before = left.get(question.sentence) ?? 0;
      left.set(question.sentence, before + 1);
      return question.asks.length > 0 && before < (asks ?? Infinity);
    });
  return { ...story, foreseen };
}

function questionsIn(file: string): readonly QuestionLine[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => questionLine.parse(JSON.parse(line)));
}

function storyOf({ story }: QuestionLine): Story {
  const found = stories.get(story);
  if (found === undefined) throw new Error(`no story ${story}`);
  return found;
}

type Outcome = 'right' | 'wrong' | 'missed' | 'invented' | 'declined';

interface Tally {
  readonly outcomes: Record<Outcome, number>;
  misattributed: number;
  /** Sentences that answer, whether shown or not, and those that would be credited wrongly. */
  passages: number;
  amiss: number;
  spans: number;
  spansRight: number;
}

function storyLines(): readonly string[] {
  const tallies = new Map<string, Tally>();
  const faults: string[] = [];
  for (const asked of questions) {
    const tally = tallies.get(asked.story) ?? newTally();
    tallies.set(asked.story, tally);
    faults.push(...tallied(tally, asked));
  }
  const all = [...tallies.values()].reduce(added, newTally());
  return [
    ...(options.verbose ? faults : []),
    ...[...tallies].map(([story, tally]) => tallyLine(story, tally)),
    tallyLine('all', all),
  ];
}

function newTally(): Tally {
  const outcomes = { right: 0, wrong: 0, missed: 0, invented: 0, declined: 0 };
  return { outcomes, misattributed: 0, passages: 0, amiss: 0, spans: 0, spansRight: 0 };
}

function added(a: Tally, b: Tally): Tally {
  const outcomes = { ...a.outcomes };
  outcomes.right += b.outcomes.right;
  outcomes.wrong += b.outcomes.wrong;
  outcomes.missed += b.outcomes.missed;
  outcomes.invented += b.outcomes.invented;
  outcomes.declined += b.outcomes.declined;
  return {
    outcomes,
    misattributed: a.misattributed + b.misattributed,
    passages: a.passages + b.passages,
    amiss: a.amiss + b.amiss,
    spans: a.spans + b.spans,
    spansRight: a.spansRight + b.spansRight,
  };
}

/** Counts a question's answer, and tells what is wrong with it. */
function tallied(tally: Tally, asked: QuestionLine): readonly string[] {
  const given = askables.get(storyOf(asked).id)?.answer(asked.question).answers ?? [];
  const isRight = ({ passage }: StoryAnswer) => asked.sentences.includes(passage.sentence.id);
  const outcome = outcomeBy(asked, given.length === 0 ? undefined : given.some(isRight));
  const answer = given.find(isRight) ?? given[0];
  tally.outcomes[outcome] += 1;
  const faults: string[] = [];
  const misattributed = given
    .filter(isRight)
    .flatMap(({ passage }) => misattribution(asked, passage) ?? []);
  tally.misattributed += misattributed.length;
  faults.push(...misattributed);
  const shownOrNot = rightPassages(asked);
  const amiss = shownOrNot.flatMap((passage) => misattribution(asked, passage) ?? []);
  tally.passages += shownOrNot.length;
  tally.amiss += amiss.length;
  faults.push(...amiss.map((fault) => `  if shown,${fault}`));
  if (outcome === 'right' && answer !== undefined) {
    if (asked.span !== null && answer.span !== undefined) {
      const { text } = answer.passage.sentence;
      const pointed = text.slice(answer.span.start, answer.span.end);
      const fits = pointed.includes(asked.span) || asked.span.includes(pointed);
      tally.spans += 1;
      if (fits) tally.spansRight += 1;
      else faults.push(`  span: ${asked.question} → ${pointed}, not ${asked.span}`);
    }
  }
  if (outcome === 'right' || outcome === 'declined') return faults;
  const shown = given.map(({ passage }) => passage.sentence.id).join(', ') || '-';
  const right = asked.sentences.join(', ');
  const score = answer?.score.toFixed(2) ?? '';
  return [...faults, `  ${outcome}: ${asked.question} → ${shown} ${score} (${right})`];
}

/** What would be shown of each sentence that answers, likely enough or not. */
function rightPassages({ story, question, sentences }: QuestionLine): readonly Passage[] {
  const weighed = askables.get(story)?.weighed(question);
  return (weighed?.sentences ?? [])
    .filter(({ sentence }) => sentences.includes(sentence.id))
    .flatMap((each) => weighed?.passage(each) ?? []);
}

/** Tells of a passage that is credited to nobody who says it; undefined if it is right. */
function misattribution(asked: QuestionLine, passage: Passage): string | undefined {
  const credited = creditedWith(storyOf(asked), passage);
  const allowed = asked.speakers?.length === 0 ? ['article'] : asked.speakers;
  if (allowed === null || credited.some((voice) => allowed.includes(voice))) return undefined;
  return `  misattributed: ${asked.question} → ${credited.join(', ')}, not ${allowed.join(', ')}`;
}

/** Whom the reply names as the speaker. */
function creditedWith(story: Story, passage: Passage): readonly string[] {
  const voice = attribute(story, passage).voices.at(-1);
  if (voice === undefined) return ['article'];
  return [...voice.entities.map(({ id }) => id), `unnamed:${voice.name}`];
}

function outcomeLine(name: string, outcomes: Tally['outcomes']): string {
  const { right, wrong, missed, invented, declined } = outcomes;
  const answerable = right + wrong + missed;
  return [
    `${name.padEnd(22)} right ${share(right, answerable)}`,
    `wrong ${share(wrong, answerable)}`,
    `unanswerable answered ${share(invented, invented + declined)}`,
  ].join('; ');
}

function tallyLine(
  name: string,
  { outcomes, misattributed, passages, amiss, spans, spansRight }: Tally,
): string {
  return [
    outcomeLine(name, outcomes),
    `misattributed ${misattributed}, of all right sentences ${amiss}/${passages} if shown`,
    `spans ${spansRight}/${spans}`,
  ].join('; ');
}

/** A question that is left to the evidence of sentences, with that of each. */
interface Example {
  readonly sentences: readonly Sample[];
  readonly threshold: number;
}

interface Sample {
  readonly evidence: Evidence;
  readonly foreseen: ForeseenEvidence | undefined;
  readonly answers: boolean;
}

function exampleOf(line: QuestionLine): Example | undefined {
  const weighed = askables.get(line.story)?.weighed(line.question);
  if (weighed === undefined) return undefined;
  const sentences = weighed.sentences.map(({ evidence, foreseen, sentence }) => ({
    evidence,
    foreseen,
    answers: line.sentences.includes(sentence.id),
  }));
  return { sentences, threshold: weighed.threshold };
}

function examplesOf(lines: readonly QuestionLine[]): readonly Example[] {
  return lines.flatMap((line) => exampleOf(line) ?? []);
}

/** Every story by weights that were learned from the others, at several thresholds. */
function unseenLines(): readonly string[] {
  const names = [...new Set(questions.map(({ story }) => story))];
  if (names.length < 2) return [];
  const weights = new Map(
    names.map((name) => [
      name,
      fitted(examplesOf(questions.filter(({ story }) => story !== name))),
    ]),
  );
  const row = (name: string, own: readonly QuestionLine[], scale: number) =>
    outcomeLine(
      name,
      own.map((line) => unseenTally(line, weights.get(line.story), scale)).reduce(added, newTally())
        .outcomes,
    );
  return [
    'EVERY STORY BY WEIGHTS LEARNED FROM THE OTHERS',
    ...names.map((name) =>
      row(
        name,
        questions.filter(({ story }) => story === name),
        1,
      ),
    ),
    ...[0.5, 0.75, 0.9, 1, 1.25, 1.5, 2].map((scale) =>
      row(`all, threshold × ${scale}`, questions, scale),
    ),
  ];
}

/** As `tallied`, but with other weights where the evidence of sentences decides. */
function unseenTally(line: QuestionLine, weights: Weights | undefined, scale: number): Tally {
  const tally = newTally();
  const example = exampleOf(line);
  if (example === undefined || weights === undefined) {
    tallied(tally, line);
    return tally;
  }
  const { sentences, threshold } = example;
  const chances = sentences.map(({ evidence, foreseen, answers }) => ({
    score: chanceOf(evidence, foreseen, weights),
    foreseen,
    answers,
  }));
  const [first, second] = chances.sort((a, b) => b.score - a.score);
  const isAnswered = first !== undefined && first.score >= threshold * scale;
  const both = first !== undefined && second !== undefined && belongsBeside(second, first);
  const shown = [first, both ? second : undefined];
  const given = isAnswered ? shown.some((each) => each?.answers === true) : undefined;
  tally.outcomes[outcomeBy(line, given)] += 1;
  return tally;
}

function outcomeBy({ answerable }: QuestionLine, given: boolean | undefined): Outcome {
  if (given === undefined) return answerable ? 'missed' : 'declined';
  if (!answerable) return 'invented';
  return given ? 'right' : 'wrong';
}

function fitted(examples: readonly Example[]): Weights {
  const all = examples.flatMap(({ sentences }) => sentences);
  const plain = regressed(
    weightsInForce.plain,
    evidenceNames,
    all.map(({ evidence, answers }) => ({ values: evidence, answers })),
  );
  const led = all.flatMap(({ evidence, foreseen, answers }) =>
    foreseen === undefined ? [] : [{ values: { ...evidence, ...foreseen.resemblance }, answers }],
  );
  const names = [...evidenceNames, ...resemblanceNames];
  return {
    plain,
    foreseen:
      led.length === 0 ? weightsInForce.foreseen : regressed(weightsInForce.foreseen, names, led),
  };
}

type Weighted<Name extends string> = Record<Name | 'bias', number>;

/** Weights by Newton's method with a quadratic penalty, in units of each evidence's spread. */
function regressed<Name extends string>(
  inForce: Weighted<Name>,
  evidence: readonly Name[],
  samples: readonly {
    readonly values: Readonly<Record<Name, number>>;
    readonly answers: boolean;
  }[],
): Weighted<Name> {
  const names = ['bias', ...evidence] as const;
  const rows = samples.map(({ values, answers }) => ({
    values: [1, ...evidence.map((name) => values[name])],
    answers: answers ? 1 : 0,
  }));
  const spreads = names.map((_, at) => variance(rows.map(({ values }) => values[at] ?? 0)));
  const weights = names.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight, at) => penalty * (spreads[at] ?? 0) * weight);
    const bend = names.map((_, at) =>
      names.map((__, other) => (at === other ? penalty * (spreads[at] ?? 0) + 1e-6 : 0)),
    );
    for (const { values, answers } of rows) {
      const sum = values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      for (const [at, value] of values.entries()) {
        slope[at] = (slope[at] ?? 0) + (chance - answers) * value;
        const line = bend[at] ?? [];
        for (const [other, beside] of values.entries()) {
          line[other] = (line[other] ?? 0) + chance * (1 - chance) * value * beside;
        }
      }
    }
    for (const [at, move] of solved(bend, slope).entries()) {
      weights[at] = (weights[at] ?? 0) - Math.max(-longestMove, Math.min(longestMove, move));
    }
  }
  const fit = { ...inForce };
  for (const [at, name] of names.entries()) fit[name] = weights[at] ?? 0;
  return fit;
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** The solution of a system of linear equations, by Gaussian elimination. */
function solved(matrix: readonly number[][], right: readonly number[]): readonly number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    const divisor = pivot[at] ?? 1;
    for (const [column, value] of pivot.entries()) pivot[column] = value / divisor;
    for (const [other, line] of rows.entries()) {
      const factor = other === at ? 0 : (line[at] ?? 0);
      for (const [column, value] of pivot.entries()) {
        line[column] = (line[column] ?? 0) - factor * value;
      }
    }
  }
  return rows.map((line) => line.at(-1) ?? 0);
}

function weightLines(): readonly string[] {
  return Object.entries(fitted(examplesOf(questions))).flatMap(([kind, weights]) => [
    `${kind}: {`,
    ...Object.entries<number>(weights).map(
      ([name, weight]) => `  ${name}: ${Number(weight.toFixed(2))},`,
    ),
    '},',
  ]);
}

function speedLine(): string {
  const times = questions
    .map((line) => {
      const started = performance.now();
      askables.get(line.story)?.answer(line.question);
      return performance.now() - started;
    })
    .sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(part * times.length)] ?? 0).toFixed(2);
  return `a question takes ${at(0.5)} ms (p50), ${at(0.99)} ms (p99)`;
}

function share(count: number, of: number): string {
  return `${count}/${of} ${percent(count, of)}`;
}

function percent(count: number, of: number): string {
  return `${((100 * count) / Math.max(1, of)).toFixed(0)} %`;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
