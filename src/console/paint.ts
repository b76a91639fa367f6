/** How parts of an answer are dressed: with colour on a terminal, with plain marks elsewhere. */
export interface Paint {
  strong(text: string): string;
  mark(text: string): string;
  faint(text: string): string;
  accent(text: string): string;
  warn(text: string): string;
  struck(text: string): string;
}

const sgr = (open: number, close: number) => (text: string) =>
  `\u001B[${open}m${text}\u001B[${close}m`;

export const coloured: Paint = {
  strong: sgr(1, 22),
  mark: (text) => sgr(1, 22)(sgr(32, 39)(text)),
  faint: sgr(2, 22),
  accent: sgr(36, 39),
  warn: sgr(33, 39),
  struck: sgr(9, 29),
};

export const uncoloured: Paint = {
  strong: (text) => text,
  mark: (text) => `**${text}**`,
  faint: (text) => text,
  accent: (text) => text,
  warn: (text) => text,
  struck: (text) => `~~${text}~~`,
};

/** Colour only where a person sees it, and not against their wish (https://no-color.org). */
export function paintFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  return stream.isTTY === true && !env.NO_COLOR ? coloured : uncoloured;
}
