import type { StoryEvent } from '../record/story.ts';
import type { Language } from '../reply/language.ts';
import { timelineInWords } from '../timeline/timeline-drawing.ts';
import type { Message } from './message.ts';

/** Makes a picture, as PNG. A transport that can send files brings one along. */
export type Illustrator = (events: readonly StoryEvent[], language: Language) => Promise<Buffer>;

/** A file that goes with a message, as discord.js sends it. */
export interface Upload {
  readonly name: string;
  readonly data: Buffer;
  readonly contentType: string;
}

export interface Illustrated {
  readonly message: Message;
  readonly files: readonly Upload[];
}

const fileName = 'timeline.png';
/** Discord's limit of a description. */
const longestDescription = 1024;
/** Of Discord's three seconds, as much as a picture is worth. */
const patienceMs = 1500;

/**
 * Draws the picture that a message asks for. Without an illustrator, or when it fails or takes too
 * long, the message goes without: its text says the same.
 *
 * @param report told when a picture was not made
 */
export async function illustrated(
  whole: Message,
  draw: Illustrator | undefined,
  report: (problem: string) => void,
): Promise<Illustrated> {
  // Few have a picture, and a copy of each without it would cost more than all the rest here.
  if (whole.pictured === undefined) return { message: whole, files: [] };
  const { pictured, ...message } = whole;
  if (draw === undefined) return { message, files: [] };
  const { events, language } = pictured;
  try {
    const data = await inTime(draw(events, language));
    const description = timelineInWords(events, language, longestDescription);
    const [first, ...more] = message.embeds;
    const embeds = [{ ...first, image: { url: `attachment://${fileName}` } }, ...more];
    const attachments = [{ id: '0', filename: fileName, description }];
    const files = [{ name: fileName, data, contentType: 'image/png' }];
    return { message: { ...message, embeds, attachments }, files };
  } catch (error) {
    report(`no picture: ${error instanceof Error ? error.message : String(error)}`);
    // Else a page that is turned would keep the picture of the one before.
    return { message: { ...message, attachments: [] }, files: [] };
  }
}

async function inTime<T>(made: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it takes over ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([made, late]);
  } finally {
    clearTimeout(timer);
  }
}
