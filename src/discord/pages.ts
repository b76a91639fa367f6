import type { Sentence, StoryEvent } from '../record/story.ts';

/** A part of a message that stays together on one page. */
export interface Block {
  /** Repeated at the top of a page that goes on with the same heading. */
  readonly heading?: string;
  /** At most `longestBlock` characters. */
  readonly text: string;
  /** The sentences that can be shown in context. */
  readonly cited: readonly Sentence[];
  /** Drawn on the page's picture. */
  readonly event?: StoryEvent;
}

export interface Page {
  readonly text: string;
  readonly cited: readonly Sentence[];
  readonly events: readonly StoryEvent[];
}

/** An embed's description holds 4,096 characters; a heading goes on top of a block. */
export const longestBlock = 3700;
/** A phone's screen holds far fewer. */
const fullPage = 2200;

/** Lays blocks out on pages in their order. */
export function pagesOf(blocks: readonly Block[]): readonly Page[] {
  const pages: Page[] = [];
  let heading: string | undefined;
  for (const { heading: own, text, cited, event } of blocks) {
    const events = event === undefined ? [] : [event];
    const headed = own === undefined ? text : `${own}\n${text}`;
    const last = pages.at(-1);
    const goesOn = own !== undefined && own === heading;
    const added = goesOn ? `\n${text}` : `\n\n${headed}`;
    if (last !== undefined && last.text.length + added.length <= fullPage) {
      pages[pages.length - 1] = {
        text: last.text + added,
        cited: [...last.cited, ...cited],
        events: [...last.events, ...events],
      };
    } else {
      pages.push({ text: headed, cited, events });
    }
    heading = own;
  }
  return pages;
}

/**
 * As many blocks as one page holds, where no button can lead to a second.
 *
 * @param rest says how many are left out
 */
export function onePageOf(blocks: readonly Block[], rest: (count: number) => string): Page {
  let text = '';
  const cited: Sentence[] = [];
  const events: StoryEvent[] = [];
  for (const [at, block] of blocks.entries()) {
    const longer = text === '' ? block.text : `${text}\n\n${block.text}`;
    if (longer.length > longestBlock - longestRest) {
      return { text: `${text}\n\n${rest(blocks.length - at)}`, cited, events };
    }
    text = longer;
    cited.push(...block.cited);
    if (block.event !== undefined) events.push(block.event);
  }
  return { text, cited, events };
}

/** Room for what says that there is more. */
const longestRest = 60;
