import { contains, lengthOf, overlap, type Span, spanning, wholeWords } from './span.ts';
import { statementsIn } from './statements-in-sentence.ts';
import {
  type Passage,
  partsIn,
  type Sentence,
  type Statement,
  type Story,
  tells,
  type Voice,
  voicesOf,
} from './story.ts';

/** Who stands behind a passage, and how their words are given. */
export interface Attribution {
  /** Nobody for the outlet's own words. */
  readonly statement: Statement | undefined;
  readonly kind: QuoteKind;
  /** Every voice between the article and the words, outermost first. */
  readonly voices: readonly Voice[];
  /** What the statement, or the article, tells of others in the passage: “all members agree”, “she fears”. */
  readonly toldOf: readonly Statement[];
  /** That of them whose content the words are, without the word that tells it: nobody says that it is so. */
  readonly held: Statement | undefined;
}

/** As quotation research has it; narration is what nobody in the article says. */
export type QuoteKind = 'direct' | 'indirect' | 'mixed' | 'narration';

/**
 * Attributes a passage.
 *
 * Of nested statements the innermost that holds the passage speaks: in “the paper, citing a person,
 * reported that Ann said X” the words X are Ann's, heard through two others. An attitude (“agree”,
 * “want”) speaks no words, so it is never the speaker; the voice that tells of it is.
 *
 * @param words of the passage, those that decide who speaks: what stands between them, a “said” that
 *   nobody asked for, may be another's
 */
export function attribute(
  story: Story,
  passage: Passage,
  words: readonly Span[] = [passage.span],
): Attribution {
  const { sentence } = passage;
  const statements = statementsIn(story, sentence);
  const statement = speakerOf(statements, sentence, words);
  if (statement === undefined) {
    const toldOf = statements.filter(
      (held) => held.attitude && held.via.length === 0 && sharedWith(held, sentence, words) > 0,
    );
    return {
      statement,
      kind: 'narration',
      voices: [],
      toldOf,
      held: heldIn(toldOf, passage, words),
    };
  }
  const toldOf = statements.filter(
    (inner) => tells(statement, inner) && touches(inner, sentence, words),
  );
  return {
    statement,
    kind: kindOf(passage),
    voices: voicesOf(statement),
    toldOf,
    held: heldIn(toldOf, passage, words),
  };
}

/** The attribution of a passage to a statement that is known to be meant. */
export function attributionAsStated(statement: Statement, passage: Passage): Attribution {
  return {
    statement,
    kind: kindOf(passage),
    voices: voicesOf(statement),
    toldOf: [],
    held: undefined,
  };
}

/** Of “Ann declined to say whether it will close” the words “it will close” are held, “declined” is told. */
function heldIn(
  toldOf: readonly Statement[],
  { sentence }: Passage,
  words: readonly Span[],
): Statement | undefined {
  return toldOf.find(
    (each) =>
      each.attitude &&
      shareOfContent(each, sentence, words) >= leastShare &&
      !takesInGistOfCue(each, sentence, words),
  );
}

function speakerOf(
  statements: readonly Statement[],
  sentence: Sentence,
  words: readonly Span[],
): Statement | undefined {
  const held = statements
    .filter(({ attitude }) => !attitude)
    .map((statement) => ({ statement, share: shareOf(statement, sentence, words) }))
    .filter(({ share }) => share > 0);
  held.sort((a, b) => b.share - a.share || sizeOf(a.statement) - sizeOf(b.statement));
  return held[0]?.statement;
}

/** Words that only brush a statement's content are not that statement. */
const leastShare = 0.3;

/** The share of the words that is the statement's content; enough of it if they take in its cue. */
function shareOf(statement: Statement, sentence: Sentence, words: readonly Span[]): number {
  const share = shareOfContent(statement, sentence, words);
  if (share === 0 || share >= leastShare) return share;
  return takesInCue(statement, sentence, words) ? leastShare : 0;
}

/** The share of the words that is the statement's content; none if more of them is an aside in it. */
function shareOfContent(statement: Statement, sentence: Sentence, words: readonly Span[]): number {
  const shared = sharedWith(statement, sentence, words);
  return shared < ofAsides(statement, sentence, words) ? 0 : shared / sizeOfAll(words);
}

/** Whether some of the words are of the statement: of what it says, or of how it is told. */
function touches(statement: Statement, sentence: Sentence, words: readonly Span[]): boolean {
  return sharedWith(statement, sentence, words) > 0 || takesInCue(statement, sentence, words);
}

/** How many code units of the words are the statement's content. */
function sharedWith(statement: Statement, sentence: Sentence, words: readonly Span[]): number {
  return partsIn(statement, sentence).reduce((sum, part) => sum + wordsWithin(part, words), 0);
}

/** How many code units of the words stand between parts of what is said: an aside is the article's own. */
function ofAsides(statement: Statement, sentence: Sentence, words: readonly Span[]): number {
  const whole = spanning(partsIn(statement, sentence));
  return wordsWithin(whole, words) - sharedWith(statement, sentence, words);
}

function wordsWithin(span: Span, words: readonly Span[]): number {
  return words.reduce((sum, word) => sum + overlap(span, word), 0);
}

function takesInCue(statement: Statement, sentence: Sentence, words: readonly Span[]): boolean {
  return takesIn(statement.source.cue, statement, sentence, words);
}

/** The longest word of a cue is what it tells: “declined” of “declined to say”, “reluctant” of “were reluctant”. */
function takesInGistOfCue(
  statement: Statement,
  sentence: Sentence,
  words: readonly Span[],
): boolean {
  const [gist = ''] = statement.source.cue.split(/\s+/).sort((a, b) => b.length - a.length);
  return takesIn(gist, statement, sentence, words);
}

function takesIn(
  told: string,
  statement: Statement,
  sentence: Sentence,
  words: readonly Span[],
): boolean {
  if (statement.sentence !== sentence) return false;
  return wholeWords(sentence.text, told).some((place) =>
    words.some((word) => overlap(place, word) > 0),
  );
}

function sizeOf({ content }: Statement): number {
  return sizeOfAll(content.map(({ span }) => span));
}

function sizeOfAll(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + lengthOf(span), 0);
}

function kindOf({ sentence, span }: Passage): QuoteKind {
  if (sentence.quoted.some((quote) => contains(quote, span))) return 'direct';
  return sentence.quoted.some((quote) => overlap(quote, span) > 0) ? 'mixed' : 'indirect';
}
