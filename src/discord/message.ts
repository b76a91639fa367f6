import type { APIEmbed } from 'discord.js';
import type { Sentence, StoryEvent } from '../record/story.ts';
import { articleName } from '../reply/caption.ts';
import type { Language } from '../reply/language.ts';
import { listedArticles } from '../reply/listed-articles.ts';
import type { Reply } from '../reply/reply.ts';
import { shortened } from '../reply/shortened.ts';
import { tidy } from '../reply/tidy.ts';
import { notice, type WordKey } from '../reply/words.ts';
import { type Controls, controlsOf, isTurnable } from './controls.ts';
import { bold, escaped, quoteBlock, subtext } from './markdown.ts';
import { cited, type Edition } from './message-lines.ts';
import { longestBlock, onePageOf, type Page, pagesOf } from './pages.ts';
import { blocksOf } from './reply-blocks.ts';

/** A message as Discord's API takes it. */
export interface Message {
  readonly embeds: APIEmbed[];
  readonly components: Controls[];
  readonly allowed_mentions: { parse: never[] };
  readonly flags?: number;
  readonly attachments?: { id: string; filename: string; description: string }[];
  /** What a picture of the page would show; taken out before the message is sent. */
  readonly pictured?: Pictured;
}

export interface Pictured {
  readonly events: readonly StoryEvent[];
  readonly language: Language;
}

/** Makes a message one that only the asker sees. */
export const ephemeralFlag = 64;

export function isEphemeral(flags: number): boolean {
  return (flags & ephemeralFlag) !== 0;
}

/** How a reply is to be shown. */
export interface Showing extends Edition {
  /** Counted from 1; one past the end shows the last. */
  readonly page?: number;
  readonly ephemeral?: boolean;
  /** What was asked, repeated on top: others in the channel do not see it. */
  readonly asked?: string;
}

/** Draws a reply as a message. */
export function messageOf(reply: Reply, showing: Showing): Message {
  const { language, ephemeral = false, asked } = showing;
  const pages = pagesFor(reply, showing);
  const page = Math.min(showing.page ?? 1, pages.length);
  const shown = pages[page - 1] ?? {
    text: language.say(notice('not-on-record')),
    cited: [],
    events: [],
  };
  const place = { page, pages: pages.length, cited: shown.cited };
  const question = asked === undefined ? [] : [subtext(escaped(tidy(asked), 150))];
  const description = [...question, shown.text].join('\n');
  const message = sealed(
    [{ description, color: colourOf(reply), ...footer(reply, page, pages.length, language) }],
    controlsOf(reply, place, language),
    ephemeral || reply.status === 'error',
  );
  const { events } = shown;
  return events.length === 0 ? message : { ...message, pictured: { events, language } };
}

/**
 * A sentence with the ones before and after it, shown to the one who asks.
 *
 * @param around in their order, the sentence among them; undefined for one that may not be shown
 */
export function contextMessage(
  sentence: Sentence,
  around: readonly (Sentence | undefined)[],
  edition: Edition,
): Message {
  const lines = around.map((each) => {
    if (each === undefined) return quoteBlock('…');
    const text = escaped(each.text, 1000);
    return quoteBlock(each === sentence ? bold(text) : text);
  });
  const text = [...lines, cited(sentence, edition)].join('\n');
  return sealed([{ description: text, color: colours.narration }], [], true);
}

/** One of the bot's own sentences, for the one who asks. */
export function noticeMessage(
  key: WordKey,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): Message {
  const description = language.say(notice(key, values));
  return sealed([{ description, color: colours.error }], [], true);
}

/** Every message leaves through here: none of them may mention anybody. */
function sealed(embeds: APIEmbed[], components: Controls[], ephemeral: boolean): Message {
  const message = { embeds, components, allowed_mentions: { parse: [] } };
  return ephemeral ? { ...message, flags: ephemeralFlag } : message;
}

const colours = {
  verbatim: 0x2e7d32,
  altered: 0xef6c00,
  reported: 0x1565c0,
  narration: 0x607d8b,
  not_on_record: 0x9e9e9e,
  error: 0xc62828,
} as const;

function colourOf({ status, findings, events }: Reply): number {
  if (status === 'error') return colours.error;
  const verdict = findings[0]?.verdict ?? events[0]?.finding.verdict ?? 'not_on_record';
  return colours[verdict];
}

/** The articles of a list are named once on a page: at its foot, or on the card of a story. */
function footer(
  reply: Reply,
  page: number,
  pages: number,
  language: Language,
): Pick<APIEmbed, 'footer'> {
  const onCard = reply.story !== undefined && page === 1;
  const articles = (onCard ? [] : listedArticles(reply)).map((article) =>
    articleName(article, language),
  );
  const turned = pages <= 1 ? [] : [language.say(notice('page', { page, pages }))];
  const text = shortened([...articles, ...turned].join(' · '), longestFooter);
  return text === '' ? {} : { footer: { text } };
}

const longestFooter = 500;

/** Where no button can lead to a second page, as much as fits is put on the first. */
function pagesFor(reply: Reply, edition: Edition): readonly Page[] {
  const { language } = edition;
  const pages = pagesOf(blocksOf(reply, longestBlock, edition));
  if (pages.length <= 1 || isTurnable(reply, language)) return pages;
  const room = Math.floor(longestBlock / Math.min(pages.length, 3) / 2);
  const rest = (count: number) => language.say(notice('and-more', { count }));
  return [onePageOf(blocksOf(reply, room, edition), rest)];
}
