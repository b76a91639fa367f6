/** What somebody typed, fit to be shown back: no invisible or half characters, and short. */
export function tidy(typed: string): string {
  const shown = visible(typed);
  if (shown.length <= longest) return shown;
  const characters = Array.from(shown);
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : shown;
}

const longest = 80;

/** What somebody typed without invisible or half characters, on one line. */
export function visible(typed: string): string {
  return typed
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
