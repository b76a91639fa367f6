/** What somebody typed, fit to be shown back: no invisible or half characters, and short. */
export function tidy(typed: string): string {
  const visible = typed
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (visible.length <= longest) return visible;
  const characters = Array.from(visible);
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : visible;
}

const longest = 80;
