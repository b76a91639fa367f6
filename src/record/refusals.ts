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
