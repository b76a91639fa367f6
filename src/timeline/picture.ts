import { fileURLToPath } from 'node:url';
import type { StoryEvent } from '../record/story.ts';
import type { Language } from '../reply/language.ts';
import { drawTimeline } from './timeline-drawing.ts';

/** A timeline as PNG, in the colours of Discord at night. */
export function timelinePicture(
  events: readonly StoryEvent[],
  language: Language,
): Promise<Buffer> {
  return pictureOf(drawTimeline(events, language));
}

const fonts = ['noto-sans.ttf', 'noto-sans-bold.ttf', 'noto-sans-sc.ttf'];
const mostKept = 64;
const kept = new Map<string, Promise<Buffer>>();

/**
 * A drawing as PNG. The same drawing is only made once for as long as it is asked for now and then.
 *
 * @param svg of our own making; nothing in it may name a file or an address
 */
export function pictureOf(svg: string): Promise<Buffer> {
  const known = kept.get(svg) ?? rendered(svg);
  kept.delete(svg);
  kept.set(svg, known);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  known.catch(() => kept.delete(svg));
  return known;
}

/** Drawn beside the program's own work, which goes on meanwhile. */
async function rendered(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: {
      fontFiles: fonts.map((name) => fileURLToPath(new URL(`./fonts/${name}`, import.meta.url))),
      loadSystemFonts: false,
      defaultFontFamily: 'Noto Sans',
    },
  });
  return image.asPng();
}
