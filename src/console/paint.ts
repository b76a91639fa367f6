/** How parts of an answer are dressed: with colour and weight on a terminal, not at all elsewhere. */
export interface Paint {
  /** Whether what is marked or underlined can be told from the rest. */
  readonly tellsApart: boolean;
  strong(text: string): string;
  mark(text: string): string;
  underlined(text: string): string;
  faint(text: string): string;
  accent(text: string): string;
  warn(text: string): string;
  /** Words that were asked for and are not printed. */
  struck(text: string): string;
  /** Words that are printed in their place. */
  printed(text: string): string;
}

const sgr = (open: number, close: number) => (text: string) =>
  `\u001B[${open}m${text}\u001B[${close}m`;
const asIs = (text: string) => text;

const coloured: Paint = {
  tellsApart: true,
  strong: sgr(1, 22),
  mark: (text) => sgr(1, 22)(sgr(32, 39)(text)),
  underlined: sgr(4, 24),
  faint: sgr(2, 22),
  accent: sgr(36, 39),
  warn: sgr(33, 39),
  struck: sgr(9, 29),
  printed: (text) => sgr(1, 22)(`[${text}]`),
};

const monochrome: Paint = { ...coloured, mark: sgr(1, 22), accent: asIs, warn: asIs };

/** Text to be read on in another program: no marks but those that tell a difference, as wdiff writes it. */
export const plain: Paint = {
  tellsApart: false,
  strong: asIs,
  mark: asIs,
  underlined: asIs,
  faint: asIs,
  accent: asIs,
  warn: asIs,
  struck: (text) => `[-${text}-]`,
  printed: (text) => `{+${text}+}`,
};

/** Dressed only where a person sees it; coloured not against their wish (https://no-color.org). */
export function paintFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  if (stream.isTTY !== true || env.TERM === 'dumb') return plain;
  return env.NO_COLOR ? monochrome : coloured;
}
