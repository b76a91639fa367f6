import { contains, lengthOf, overlap, type Span, spanning, wholeWords } from '../record/span.ts';
import {
  type Passage,
  partsIn,
  type Sentence,
  type Statement,
  tells,
  type Voice,
  wholePassage,
} from '../record/story.ts';
import type { StoryReading } from './story-reading.ts';

/**
 * The stretch of a sentence to show for an answer in it, so that the one credited with it is the one
 * who says it. What stands within a statement is its source's. When, where and to whom it was said
 * is told by whoever tells of the statement: the stretch around it.
 */
export function passageOf(
  sentence: Sentence,
  { span, places, framed, theirs }: Evident,
  reading: StoryReading,
): Passage {
  const all = reading.statementsIn(sentence);
  const own = theirs === undefined || framed ? all : all.filter((each) => theirs.includes(each));
  const told = framed ? all : whatIsSaid(own, all);
  const parts = told.map((statement) =>
    statement.attitude ? withHolder(statement, sentence, reading) : partsIn(statement, sentence),
  );
  const contents = parts.flat();
  const whole = wholePassage(sentence);
  if (contents.length === 0 || (framed && span === undefined)) return whole;
  const around = theirs === undefined || framed ? framesAround(sentence, contents) : [];
  const frames = around.filter(
    (frame) =>
      framed || (span !== undefined && contains(frame, span)) || !leadsIn(frame, sentence, all),
  );
  const said = [...contents, ...parts.flatMap(wholeOf)];
  const stretches = [...said, ...frames];
  // An answer that begins before what is said, “denied that …”, is the article's to tell; where several speak,
  // by itself, so that it is credited to the right one.
  const isHeld = span === undefined || stretches.some((each) => contains(each, span));
  if (!isHeld && theirs === undefined) {
    return all.length < 2 || isScrap(span, sentence) ? whole : { sentence, span };
  }
  const answered = span === undefined ? [] : [span];
  // An aside of the outlet's own in what somebody says is the outlet's.
  const holding = [...contents, ...frames].find((each) => holdsAny(each, answered));
  if (places.length === 0 && holding !== undefined) return { sentence, span: holding };
  const telling = all.flatMap((statement) => cueIn(statement, sentence, reading));
  const points =
    framed || places.length === 0
      ? answered
      : places.filter((place) => !telling.some((cue) => contains(cue, place)));
  const held = (stretch: Span) => points.filter((each) => overlap(each, stretch) > 0).length;
  // Who asks what somebody said, of nothing in particular, asks for all of it.
  if (theirs !== undefined && !framed && said.every((each) => held(each) === 0)) {
    const [longest] = said.sort((a, b) => lengthOf(b) - lengthOf(a));
    return longest === undefined ? whole : { sentence, span: longest };
  }
  // Of stretches that hold as much, the one with the answer, then what is said, then the shorter, but
  // no scrap: “agree that it”.
  const [best] = stretches.sort(
    (a, b) =>
      held(b) - held(a) ||
      Number(holdsAny(b, answered)) - Number(holdsAny(a, answered)) ||
      Number(frames.includes(a)) - Number(frames.includes(b)) ||
      Number(isScrap(a, sentence)) - Number(isScrap(b, sentence)) ||
      lengthOf(a) - lengthOf(b),
  );
  return best === undefined ? whole : { sentence, span: best };
}

/**
 * For what is only told of as thought, what tells of it: “to sell”, cut off from “were reluctant”, says
 * the opposite.
 */
function whatIsSaid(
  statements: readonly Statement[],
  all: readonly Statement[],
): readonly Statement[] {
  const said = statements.map((each) =>
    each.attitude ? (all.find((outer) => tells(outer, each)) ?? each) : each,
  );
  return [...new Set(said)];
}

/** What somebody thinks or wants, with who does: the article tells that they do, not that it is so. */
function withHolder(
  statement: Statement,
  sentence: Sentence,
  reading: StoryReading,
): readonly Span[] {
  const parts = partsIn(statement, sentence);
  const holder = cueIn(statement, sentence, reading);
  return parts.length === 0 || holder.length === 0 ? parts : [spanning([...holder, ...parts])];
}

/** Who says it and by what word: that a question names them speaks for what they say. */
function cueIn(
  { sentence: own, source }: Statement,
  sentence: Sentence,
  reading: StoryReading,
): readonly Span[] {
  if (own !== sentence) return [];
  const called = [...callingsOfVoice(source, reading), source.cue];
  return called.flatMap((words) => wholeWords(sentence.text, words));
}

/** By what an article may name who speaks. */
export function callingsOfVoice(
  { name, words, entities: named }: Voice,
  { entities }: StoryReading,
): readonly string[] {
  const aliases = named.flatMap(({ id }) => entities.get(id)?.aliases ?? []);
  return [name, ...aliases, ...(words === undefined ? [] : [words])];
}

/** A statement with the asides in it, of which a question may speak too. */
function wholeOf(parts: readonly Span[]): readonly Span[] {
  return parts.length < 2 ? [] : [spanning(parts)];
}

function isScrap({ start, end }: Span, { text }: Sentence): boolean {
  return text.slice(start, end).trim().split(/\s+/).length < fewestWords;
}

const fewestWords = 4;

function holdsAny(stretch: Span, points: readonly Span[]): boolean {
  return points.some((point) => contains(stretch, point));
}

/** What in a sentence speaks for it as an answer. */
export interface Evident {
  /** The words that answer. */
  readonly span: Span | undefined;
  /** The words of the question that it holds. */
  readonly places: readonly Span[];
  /** Whether the answer may stand beside what was said: when, or where. */
  readonly framed: boolean;
  /** The statements of whoever a question names as speaking: nobody else's words are shown for theirs. */
  readonly theirs: readonly Statement[] | undefined;
}

/** What of a sentence is outside its statements, in stretches without blanks at their ends. */
function framesAround({ text }: Sentence, contents: readonly Span[]): readonly Span[] {
  const frames: Span[] = [];
  let start = 0;
  for (const content of contents.toSorted((a, b) => a.start - b.start)) {
    frames.push({ start, end: content.start });
    start = Math.max(start, content.end);
  }
  frames.push({ start, end: text.length });
  return frames
    .flatMap((frame) => clausesIn(text, frame))
    .map((frame) => trimmed(text, frame))
    .filter((frame) => lengthOf(frame) > leastFrame);
}

/** “A spokeswoman for the board, Ann Lee, said”: what only leads in what is said answers nothing itself. */
function leadsIn(
  { start, end }: Span,
  { text }: Sentence,
  statements: readonly Statement[],
): boolean {
  const frame = text.slice(start, end).replace(/[\s,:]+(?:that)?$/, '');
  return statements.some(({ source: { cue } }) => frame.endsWith(cue));
}

/** What a semicolon parts: “according to the paper; four of them work there”. */
function clausesIn(text: string, { start, end }: Span): readonly Span[] {
  const ends = [...text.slice(start, end).matchAll(/;/g)].map(({ index }) => start + index);
  return [start, ...ends].map((from, at) => ({ start: from, end: ends[at] ?? end }));
}

/** Shorter stretches are a cue and no more: “, he said.” */
const leastFrame = 12;

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, Math.max(start, end)];
  while (from < to && /[\s,;:”"’']/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,;:“"‘]/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
