/** Text from outside as Discord shows it letter for letter: no formatting, mention or link. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_~`|<>@#[\]()]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/^(\s*)([-+])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.')
    .replace(/\r?\n/g, ' ');
}

export function bold(escaped: string): string {
  return escaped === '' ? '' : `**${escaped}**`;
}

export function quoteBlock(escaped: string): string {
  return `> ${escaped}`;
}

/** Small grey text. */
export function subtext(escaped: string): string {
  return `-# ${escaped}`;
}
