import type { StoryAnswer } from '../ask/story-answer.ts';
import type { Library } from '../library.ts';
import { type Attribution, attribute, attributionAsStated } from '../record/attribution.ts';
import {
  areSame,
  contains,
  lengthOf,
  overlap,
  type Span,
  spanning,
  textOf,
  wholeWords,
} from '../record/span.ts';
import {
  type Passage,
  type Sentence,
  type Statement,
  type Story,
  wordsOf,
} from '../record/story.ts';
import { type Comparison, compareWords } from '../search/comparison.ts';
import { nameWordsOf } from '../search/name-words.ts';
import type { Match } from '../search/search.ts';
import { widened, withItsMarks, withItsNegation } from '../search/stretch.ts';
import type { Finding, Verdict } from './reply.ts';

/** A finding for words somebody asked for: attributed, and compared with what is printed. */
export function findingForWords(question: string, match: Match, library: Library): Finding {
  const { sentence, score } = match;
  const text = textOf(question, match.asked);
  const names = nameWordsOf(storyOf(sentence, library));
  const comparedWith = (printed: string) => compareWords(text, printed, names, sentence.text);
  const compared = (passage: Passage) => comparedWith(wordsOf(passage));
  const matched = compared(match);
  const wide = { sentence, span: widened(match, matched) };
  const widely = areSame(wide.span, match.span) ? matched : compared(wide);
  const words = askedIn(wide, widely);
  const credited = attributionOf(wide, library, words);
  const said = withinWhatIsSaid(wide, words, credited);
  const span = withItsMarks({ sentence, span: withItsNegation(said) });
  const passage = { sentence, span };
  const isWide = areSame(span, wide.span);
  const attribution = isWide ? credited : attributionOf(passage, library, words);
  const comparison = closest([
    isWide ? widely : compared(passage),
    ...wordsSaidIn(passage, attribution).map(comparedWith),
  ]);
  const verdict = verdictOf(attribution, comparison);
  const asked = { text, whole: text.length === question.length };
  // What the article tells somebody to think, cut off from that, would be its own claim.
  const { statement, held } = attribution;
  const shown = statement === undefined && held !== undefined ? withItsCue(passage, held) : passage;
  return { ...found(shown, attribution), asked, comparison, verdict, score };
}

/** A finding for a passage the fact base itself points to. */
export function findingForPassage(passage: Passage, library: Library): Finding {
  return found(passage, attributionOf(passage, library));
}

/** A finding for what answers a question. */
export function findingForAnswer(answer: StoryAnswer, library: Library): Finding {
  const { passage, span: plain, score } = answer;
  return { ...findingForPassage(passage, library), plain, score };
}

/** A finding for a statement as a whole, told by its own voices; an attitude with the word that tells it. */
export function findingForStatement(statement: Statement, passage: Passage): Finding {
  const shown = statement.attitude ? withItsCue(passage, statement) : passage;
  return found(shown, attributionAsStated(statement, passage));
}

/** “declined to say whether it will close”: what is held, with the nearest word that tells it. */
function withItsCue({ sentence, span }: Passage, { sentence: own, source }: Statement): Passage {
  const cues = own === sentence ? wholeWords(sentence.text, source.cue) : [];
  const [shortest] = cues
    .map((cue) => spanning([cue, span]))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  return { sentence, span: withItsMarks({ sentence, span: shortest ?? span }) };
}

function found({ sentence, span }: Passage, attribution: Attribution): Finding {
  return {
    sentence,
    span,
    attribution,
    verdict: verdictOf(attribution, undefined),
    asked: undefined,
    plain: undefined,
    comparison: undefined,
    score: 1,
  };
}

function attributionOf(passage: Passage, library: Library, words?: readonly Span[]): Attribution {
  return attribute(storyOf(passage.sentence, library), passage, words);
}

function storyOf({ id, story: home }: Sentence, library: Library): Story {
  const story = library.story(home);
  if (story === undefined) throw new Error(`sentence of no story: ${id}`);
  return story;
}

/** The words of a passage that were asked for, as places in its sentence; all where none was. */
function askedIn({ span }: Passage, { matched }: Comparison): readonly Span[] {
  if (matched.length === 0) return [span];
  return matched.map(({ start, end }) => ({ start: start + span.start, end: end + span.start }));
}

/** A passage without the “said” at its ends that nobody asked for, where all that was asked is said. */
function withinWhatIsSaid(
  passage: Passage,
  words: readonly Span[],
  { statement }: Attribution,
): Passage {
  const { sentence, span } = passage;
  const own = (statement?.content ?? []).filter((part) => part.sentence === sentence);
  const { start, end } = spanning(own.map((part) => part.span));
  const said = { start: Math.max(span.start, start), end: Math.min(span.end, end) };
  return words.every((word) => contains(said, word)) ? { sentence, span: said } : passage;
}

/** “Nobody,” she added, “will go” is what was said without the words between its stretches. */
function wordsSaidIn({ sentence, span }: Passage, { statement }: Attribution): readonly string[] {
  const stretches = (statement?.content ?? [])
    .filter((part) => part.sentence === sentence && overlap(part.span, span) > 0)
    .map((part) => ({
      start: Math.max(part.span.start, span.start),
      end: Math.min(part.span.end, span.end),
    }));
  return stretches.length < 2
    ? []
    : [stretches.map((part) => textOf(sentence.text, part)).join(' ')];
}

/** The comparison that differs least. */
function closest(comparisons: readonly Comparison[]): Comparison | undefined {
  const changed = ({ changes }: Comparison) => changes.filter(({ kind }) => kind !== 'both').length;
  return comparisons.toSorted((a, b) => changed(a) - changed(b))[0];
}

/**
 * Direct quotes hold word for word or not at all. Reported speech is the article's words, and only
 * slips and small words may differ before it is another claim.
 */
function verdictOf({ kind }: Attribution, comparison: Comparison | undefined): Verdict {
  if (kind === 'direct') return comparison?.differs !== undefined ? 'altered' : 'verbatim';
  if (comparison?.grave) return 'altered';
  return kind === 'narration' ? 'narration' : 'reported';
}
