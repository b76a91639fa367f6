import type { Library } from '../library.ts';
import { type Attribution, attribute } from '../record/attribution.ts';
import { textOf } from '../record/span.ts';
import { type Passage, wordsOf } from '../record/story.ts';
import { type Comparison, compareWords, widened, withItsMarks } from '../search/comparison.ts';
import type { Match } from '../search/search.ts';
import type { Finding, Verdict } from './reply.ts';

/** A finding for words somebody asked for: attributed, and compared with what is printed. */
export function findingForWords(question: string, match: Match, library: Library): Finding {
  const { sentence, score } = match;
  const text = textOf(question, match.asked);
  const span = widened(match, compareWords(text, wordsOf(match)));
  const passage = { sentence, span: withItsMarks({ sentence, span }) };
  const comparison = compareWords(text, wordsOf(passage));
  const attribution = attributionOf(passage, library);
  const verdict = verdictOf(attribution, comparison);
  const asked = { text, whole: text.length === question.length };
  return { ...passage, asked, attribution, comparison, verdict, score };
}

/** A finding for a passage the fact base itself points to. */
export function findingForPassage(passage: Passage, library: Library): Finding {
  const attribution = attributionOf(passage, library);
  const verdict = verdictOf(attribution, undefined);
  return { ...passage, asked: undefined, attribution, comparison: undefined, verdict, score: 1 };
}

/** The findings without those whose sentence, or whose very words, were shown before. */
export function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ sentence }) => {
    if (seen.has(sentence.text)) return false;
    seen.add(sentence.text);
    return true;
  });
}

function attributionOf(passage: Passage, library: Library): Attribution {
  const story = library.story(passage.sentence.story);
  if (story === undefined) throw new Error(`sentence of no story: ${passage.sentence.id}`);
  return attribute(story, passage);
}

/** Words that nobody is quoted with directly may be retold freely, but not turned around. */
function verdictOf({ kind }: Attribution, comparison: Comparison | undefined): Verdict {
  if (kind === 'direct' || kind === 'mixed') {
    return comparison === undefined || comparison.same ? 'verbatim' : 'altered';
  }
  if (comparison?.grave) return 'altered';
  return kind === 'indirect' ? 'reported' : 'narration';
}
