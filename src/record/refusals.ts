import { contains, type Span, wholeWords } from './span.ts';

const refusing =
  "(?:(?:declin|refus)(?:e|es|ed|ing)(?: to)?|(?:do|does|did|will|would|can|could|has|have|had|is|are|was|were)(?:n['’]t| not)(?: yet| immediately)?|cannot|can['’]t|won['’]t|never|fail(?:s|ed)? to)";

const refused = new RegExp(`\\b${refusing}(?!\\p{L})`, 'iu');
const refusedBefore = new RegExp(`\\b${refusing} $`, 'iu');

/** Whether a cue tells that nothing was said: “declined to say”, “did not say”. */
export function isRefusal(cue: string): boolean {
  return refused.test(cue);
}

/** The end of a text that makes a refusal of the verb after it: “declined to ”; empty where it does not. */
export function refusalBefore(text: string): string {
  return refusedBefore.exec(text)?.[0] ?? '';
}

/**
 * A cue with what makes a refusal of it, if that stands before it wherever it tells: “did not say” for “say”.
 *
 * @param content what of the sentence is told; there the same word is no cue
 */
export function withItsRefusal(cue: string, sentence: string, content: readonly Span[]): string {
  const before = wholeWords(sentence, cue)
    .filter((span) => !content.some((part) => contains(part, span)))
    .map(({ start }) => refusalBefore(sentence.slice(0, start)));
  const [first = ''] = before.includes('') ? [] : before;
  return first + cue;
}
