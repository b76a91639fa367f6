import type { Sentence } from '../record/story.ts';

/** A part of a message that stays together on one page. */
export interface Block {
  /** Repeated at the top of a page that goes on with the same heading. */
  readonly heading?: string;
  readonly text: string;
  /** The sentences that can be shown in context. */
  readonly cited: readonly Sentence[];
}

export interface Page {
  readonly text: string;
  readonly cited: readonly Sentence[];
}

/** An embed's description holds 4,096 characters, but a phone's screen far fewer. */
const longestPage = 3000;
const longestBlock = 4000;

/** Lays blocks out on pages in their order. */
export function pagesOf(blocks: readonly Block[]): readonly Page[] {
  const pages: Page[] = [];
  let heading: string | undefined;
  for (const block of blocks) {
    const last = pages.at(-1);
    const text =
      block.text.length > longestBlock ? `${block.text.slice(0, longestBlock - 1)}…` : block.text;
    const headed = block.heading === undefined ? text : `${block.heading}\n${text}`;
    const goesOn = block.heading !== undefined && block.heading === heading;
    const added =
      last === undefined
        ? headed
        : `${last.text}${goesOn ? '\n' : '\n\n'}${goesOn ? text : headed}`;
    if (last !== undefined && added.length <= longestPage) {
      pages[pages.length - 1] = { text: added, cited: [...last.cited, ...block.cited] };
    } else {
      pages.push({ text: headed, cited: block.cited });
    }
    heading = block.heading;
  }
  return pages;
}
