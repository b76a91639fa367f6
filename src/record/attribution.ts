import { contains, overlap, type Span } from './span.ts';
import { type Passage, type Statement, type Story, tells, type Voice, voicesOf } from './story.ts';

/** Who stands behind a passage, and how their words are given. */
export interface Attribution {
  /** Nobody for the outlet's own words. */
  readonly statement: Statement | undefined;
  readonly kind: QuoteKind;
  /** Every voice between the article and the words, outermost first. */
  readonly voices: readonly Voice[];
  /** What the statement tells of others: “all members agree”, “she said”. */
  readonly toldOf: readonly Statement[];
}

/** As quotation research has it; narration is what nobody in the article says. */
export type QuoteKind = 'direct' | 'indirect' | 'mixed' | 'narration';

/**
 * Attributes a passage.
 *
 * Of nested statements the innermost that holds the passage speaks: in “the paper, citing a person,
 * reported that Ann said X” the words X are Ann's, heard through two others. An attitude (“agree”,
 * “want”) speaks no words, so it is never the speaker; the voice that tells of it is.
 */
export function attribute(story: Story, passage: Passage): Attribution {
  const statement = speakerOf(story, passage);
  if (statement === undefined) {
    return { statement, kind: 'narration', voices: [], toldOf: [] };
  }
  return {
    statement,
    kind: kindOf(passage),
    voices: voicesOf(statement),
    toldOf: story.statements.filter((inner) => tells(statement, inner)),
  };
}

/** The attribution of a passage to a statement that is known to be meant. */
export function attributionAsStated(statement: Statement, passage: Passage): Attribution {
  return { statement, kind: kindOf(passage), voices: voicesOf(statement), toldOf: [] };
}

function speakerOf(story: Story, passage: Passage): Statement | undefined {
  const held = story.statements
    .filter(({ attitude }) => !attitude)
    .map((statement) => ({ statement, share: shareOf(statement, passage) }))
    .filter(({ share }) => share > 0);
  held.sort((a, b) => b.share - a.share || sizeOf(a.statement) - sizeOf(b.statement));
  return held[0]?.statement;
}

/** A passage that only brushes a statement's content is not that statement. */
const leastShare = 0.3;

/** The share of the passage that is the statement's content; the whole if it takes in cue and content. */
function shareOf(statement: Statement, { sentence, span }: Passage): number {
  const parts = statement.content.filter((part) => part.sentence === sentence);
  const shared = parts.reduce((sum, part) => sum + overlap(part.span, span), 0);
  const share = shared / Math.max(1, span.end - span.start);
  if (share >= leastShare) return share;
  const cue = statement.sentence === sentence && takesInCue(statement, span);
  return shared > 0 && cue ? leastShare : 0;
}

function takesInCue({ sentence, source }: Statement, span: Span): boolean {
  const start = sentence.text.indexOf(source.cue, span.start);
  return start >= 0 && start + source.cue.length <= span.end;
}

function sizeOf({ content }: Statement): number {
  return content.reduce((sum, { span }) => sum + span.end - span.start, 0);
}

function kindOf({ sentence, span }: Passage): QuoteKind {
  if (sentence.quoted.some((quote) => contains(quote, span))) return 'direct';
  return sentence.quoted.some((quote) => overlap(quote, span) > 0) ? 'mixed' : 'indirect';
}
