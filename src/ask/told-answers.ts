import { overlap, textOf, wholeWords } from '../record/span.ts';
import { type Statement, wordsOf } from '../record/story.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { type Asked, stands } from './asked.ts';
import type { Mention } from './mentions.ts';
import { relatednessTo } from './related-words.ts';
import type { Speech } from './speech.ts';
import type { StoryAnswer } from './story-answers.ts';
import type { StoryReading } from './story-reading.ts';

/**
 * Answers what somebody said, from the statements alone: what one speaker says is never looked for
 * in another's mouth, so “what did Ann say about the price” is declined if only Bob speaks of it.
 *
 * @returns undefined if the question asks for a detail of what was said, such as a number in it
 */
export function toldAnswers(
  asked: Asked,
  speech: Speech,
  reading: StoryReading,
): readonly StoryAnswer[] | undefined {
  const { kind } = asked.question;
  const cited = asked.words.some(({ form }) => citing.test(form));
  if (kind === 'person' && speech.theirs !== undefined && cited) return sourcesOf(speech);
  const fitting = (speech.theirs ?? reading.story.statements)
    .filter((statement) => speech.thought || isSpoken(statement))
    .filter((statement) => isToListener(statement, asked))
    .map((statement) => ({ statement, fit: fitOf(statement, asked, speech, reading) }))
    .filter(({ fit }) => fit >= (speech.theirs === undefined ? leastFitOfAnyone : leastFit))
    .sort(
      (a, b) => b.fit - a.fit || Number(isOwnWords(b.statement)) - Number(isOwnWords(a.statement)),
    );
  if (kind === 'number' || kind === 'organisation' || kind === 'reason') {
    if (speech.theirs !== undefined) return undefined;
  }
  if (kind === 'person' && speech.theirs !== undefined) return undefined;
  const answers = fitting.flatMap(({ statement, fit }) => told(statement, asked, speech, fit));
  const isDetail = speech.thought || kind === 'date' || kind === 'place';
  return answers.length === 0 && isDetail ? undefined : answers;
}

const citing = /^(?:cit(?:e|ed|es|ing)|quot(?:e|ed|es|ing)|sources?)$/;

/** Whom an outlet passes on: the sources of what it reports. */
function sourcesOf({ theirs = [], speaker }: Speech): readonly StoryAnswer[] {
  return theirs.flatMap((statement) => {
    const { via, sentence, content } = statement;
    const passed = via.some(({ entities }) =>
      entities.some(({ id }) => speaker?.entities.some((entity) => entity.id === id)),
    );
    const span = passed ? speakerIn(statement) : undefined;
    const [passage] = content;
    if (span === undefined || passage === undefined || passage.sentence !== sentence) return [];
    return [{ passage, span, score: sourceScore }];
  });
}

const sourceScore = 0.9;

/** Whether most of a statement is in quotation marks: what somebody said is told best so. */
function isOwnWords({ content }: Statement): boolean {
  return content.every(({ sentence, span }) => {
    const quoted = sentence.quoted.reduce((sum, quote) => sum + overlap(quote, span), 0);
    return quoted > (span.end - span.start) / 2;
  });
}

const leastFit = 0.5;
/** Where anybody may have said it, more of it must be there. */
const leastFitOfAnyone = 0.6;

/**
 * Words that were spoken, or a stand that is taken by speaking: to agree or to welcome something is
 * to say so, while to be reluctant or to believe something is not.
 */
function isSpoken({ attitude, source }: Statement): boolean {
  return !attitude || takesAStand.test(source.cue);
}

const takesAStand =
  /\b(?:agree[sd]?|welcome[sd]?|support(?:s|ed)?|back(?:s|ed)?|endorse[sd]?|condemn(?:s|ed)?|demand(?:s|ed)?|reject(?:s|ed)?)$/i;

/** “who told Ann”: only what was said to Ann, or what she passes on, not what is said about her. */
function isToListener({ to = '', via }: Statement, { words, mentions }: Asked): boolean {
  if (words[0]?.form !== 'who' || !/^(?:tells|told)$/.test(words[1]?.form ?? '')) return true;
  const listener = mentions.find(({ first }) => first === 2);
  if (listener === undefined) return true;
  return listener.entities.some(
    ({ id, name, aliases }) =>
      [name, ...aliases].some((each) => holds(to, each)) ||
      via.some(({ entities }) => entities.some((entity) => entity.id === id)),
  );
}

/** How much of what is asked about a statement speaks of, from 0 to 1. */
function fitOf(
  statement: Statement,
  { words, mentions: named }: Asked,
  { topic, mentions, thought }: Speech,
  reading: StoryReading,
): number {
  if (!mentions.every((mention) => speaksOf(statement, mention, reading))) return 0;
  const special = words.find(
    (word) => media.has(word.form) && !named.some((mention) => stands(word, mention, words)),
  );
  if (special !== undefined && !isBy(statement, special)) return 0;
  const wanted = topic.filter((word) => word !== special && !media.has(word.form));
  const first = 0.02 * (thought && statement.attitude ? 1 : 0);
  if (wanted.length === 0) return mentions.length > 0 ? 0.95 : 0.9 + first;
  const own = wordsToldIn(statement);
  const cue = new Set(wordsIn(statement.source.cue).map(({ form }) => form));
  const around = wordsIn(statement.sentence.text).filter(({ form }) => !cue.has(form));
  let covered = 0;
  let total = 0;
  for (const word of wanted) {
    const weight = vague.has(word.form) ? 0.3 : 1;
    const related = relatednessTo(word);
    total += weight;
    const held = own.reduce((most, other) => Math.max(most, related(other)), 0);
    const beside = around.reduce((most, other) => Math.max(most, related(other)), 0);
    covered += weight * Math.max(held, besideShare * beside);
  }
  return covered / total + first;
}

/** What is said beside a statement in its sentence may be what it answers: “Asked about it, she said”. */
const besideShare = 0.7;

const vague = new Set(
  'really need needs needed going think happen right back one whole'.split(' '),
);

/** Verbs of saying that name the medium: “what did Ann tweet” asks for no interview. */
const media = new Set('tweet tweeted email emailed post posted write wrote'.split(' '));

function isBy({ source, via, venue = '' }: Statement, medium: Word): boolean {
  const related = relatednessTo(medium);
  const told = [source.cue, ...via.map(({ cue }) => cue), venue].join(' ');
  return wordsIn(told).some((word) => related(word) > 0.5);
}

/** The words a statement is known by: its own, where, when and to whom it was said. */
function wordsToldIn({ content, venue = '', to = '', when }: Statement): readonly Word[] {
  const date = when === undefined ? '' : wordsOf(when.dateText);
  return [...content.map(wordsOf), venue, to, date].flatMap(wordsIn);
}

function speaksOf(statement: Statement, { entities }: Mention, reading: StoryReading): boolean {
  const { about, content, venue = '', to = '', via, when, source } = statement;
  const known = new Set([
    ...about.map(({ id }) => id),
    ...(when?.entities ?? []).map(({ id }) => id),
    ...[source, ...via].flatMap((voice) => voice.entities.map(({ id }) => id)),
  ]);
  const text = [...content.map(wordsOf), venue, to].join('\n');
  return entities.some(({ id, name, aliases }) => {
    if (known.has(id)) return true;
    return reading.entities.has(id) && [name, ...aliases].some((each) => holds(text, each));
  });
}

function holds(text: string, name: string): boolean {
  return wholeWords(text, name).length > 0;
}

/** What a question about something said asks for: the words, or who spoke, or when, or where. */
function told(
  statement: Statement,
  { question }: Asked,
  speech: Speech,
  fit: number,
): readonly StoryAnswer[] {
  const { sentence, content, venue, when } = statement;
  const [part] = content;
  if (part === undefined) return [];
  if (question.kind === 'date') {
    const date = when?.dateText;
    if (date === undefined || date.sentence !== sentence) return [];
    return [{ passage: date, span: date.span, score: fit }];
  }
  if (question.kind === 'place' && question.noun === undefined) {
    const [span] = venue === undefined ? [] : wholeWords(sentence.text, venue);
    if (span === undefined) return [];
    return [{ passage: { sentence, span }, span, score: fit }];
  }
  const home = content.find((each) => each.sentence === sentence) ?? part;
  const best = bestPart(statement, speech.topic) ?? home;
  const span = speech.theirs === undefined ? speakerIn(statement) : undefined;
  return [{ passage: best, span: best.sentence === sentence ? span : undefined, score: fit }];
}

/** The stretch of a statement that holds the most of what is asked, the first of them. */
function bestPart({ content }: Statement, topic: readonly Word[]) {
  const held = content.map((part) => {
    const own = wordsIn(wordsOf(part));
    const hits = topic.filter((word) => {
      const related = relatednessTo(word);
      return own.some((other) => related(other) > 0.5);
    });
    return { part, hits: hits.length };
  });
  return held.sort((a, b) => b.hits - a.hits)[0]?.part;
}

/** Where a sentence names its speaker. */
function speakerIn({ source, sentence }: Statement) {
  const [span] = wholeWords(sentence.text, source.name);
  return span !== undefined && textOf(sentence.text, span) !== '' ? span : undefined;
}
