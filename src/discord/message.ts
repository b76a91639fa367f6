import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIEmbed,
  APIStringSelectComponent,
} from 'discord.js';
import { addressOf } from '../record/public-address.ts';
import type { Article, Sentence, StoryEvent } from '../record/story.ts';
import {
  articleName,
  attributionLine,
  citationOf,
  eventDate,
  heardThrough,
  mannerOf,
  placeAmong,
  quoteOf,
  relationLine,
  speakerName,
  storySize,
  toldOfLine,
  verdictLine,
  withType,
  wordsAlone,
} from '../reply/caption.ts';
import { type CardEntry, sectionsOf } from '../reply/entity-card.ts';
import type { Language } from '../reply/language.ts';
import { listedArticles } from '../reply/listed-articles.ts';
import type {
  Check,
  Chooser,
  EntityCard,
  EventFinding,
  Finding,
  Question,
  Reply,
  SettingsCard,
  StoryCard,
  Suggestion,
} from '../reply/reply.ts';
import { shortened } from '../reply/shortened.ts';
import { tidy } from '../reply/tidy.ts';
import { notice, type WordKey } from '../reply/words.ts';
import { customIdOf } from './custom-id.ts';
import { bold, emphasised, escaped, escapeMarkdown, quoteBlock, subtext } from './markdown.ts';
import { type Block, longestBlock, type Page, pagesOf } from './pages.ts';

/** A message as Discord's API takes it. */
export interface Message {
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[];
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
export interface Showing {
  readonly language: Language;
  /** Counted from 1; one past the end shows the last. */
  readonly page?: number;
  readonly ephemeral?: boolean;
  /** What was asked, repeated on top: others in the channel do not see it. */
  readonly asked?: string;
}

/** Draws a reply as a message. */
export function messageOf(reply: Reply, showing: Showing): Message {
  const { language, page = 1, ephemeral = false, asked } = showing;
  const pages = pagesFor(reply, language);
  const number = Math.min(page, pages.length);
  const shown = pages[number - 1] ?? {
    text: language.say(notice('not-on-record')),
    cited: [],
    events: [],
  };
  const question = asked === undefined ? [] : [subtext(escaped(tidy(asked), 150))];
  const description = [...question, shown.text].join('\n');
  const message = sealed(
    [{ description, color: colourOf(reply), ...footer(reply, number, pages.length, language) }],
    rowsOf(reply, shown, number, pages.length, language),
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
  language: Language,
): Message {
  const lines = around.map((each) => {
    if (each === undefined) return quoteBlock('…');
    const text = escaped(each.text, 1000);
    return quoteBlock(each === sentence ? bold(text) : text);
  });
  const text = [...lines, cited(sentence, language)].join('\n');
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
function sealed(
  embeds: APIEmbed[],
  components: Message['components'],
  ephemeral: boolean,
): Message {
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
function pagesFor(reply: Reply, language: Language): readonly Page[] {
  const pages = pagesOf(blocksOf(reply, longestBlock, language));
  if (pages.length <= 1 || isTurnable(reply, language)) return pages;
  const room = Math.floor(longestBlock / Math.min(pages.length, 3) / 2);
  return [fitted(blocksOf(reply, room, language), language)];
}

function isTurnable({ again }: Reply, language: Language): boolean {
  return again !== undefined && customIdOf(turning(again, 9999, language)) !== undefined;
}

function fitted(blocks: readonly Block[], language: Language): Page {
  let text = '';
  const cited: Sentence[] = [];
  const events: StoryEvent[] = [];
  for (const [at, block] of blocks.entries()) {
    const longer = text === '' ? block.text : `${text}\n\n${block.text}`;
    if (longer.length > longestBlock - longestRest) {
      return {
        text: `${text}\n\n${language.say(notice('and-more', { count: blocks.length - at }))}`,
        cited,
        events,
      };
    }
    text = longer;
    cited.push(...block.cited);
    if (block.event !== undefined) events.push(block.event);
  }
  return { text, cited, events };
}

/** Room for what says that there is more. */
const longestRest = 60;

/** @param room how many characters a finding may take */
function blocksOf(reply: Reply, room: number, language: Language): readonly Block[] {
  const dress = (value: string) => escapeMarkdown(tidy(value));
  const articles = listedArticles(reply);
  return [
    ...reply.notices.map((each) => ({ text: language.say(each, dress), cited: [] })),
    ...(reply.settings === undefined ? [] : [settingsBlock(reply.settings, language)]),
    ...[...(reply.story === undefined ? [] : [reply.story]), ...reply.stories].map((card) =>
      storyBlock(card, language),
    ),
    ...reply.checks.map((each) =>
      checkBlock(each, Math.floor(room / Math.max(2, reply.checks.length)), language),
    ),
    ...(reply.entity === undefined
      ? (reply.checks.length > 0 ? [] : reply.findings).map((finding) =>
          reply.story === undefined
            ? findingBlock(finding, room, language)
            : sentenceBlock(finding, articles, room, language),
        )
      : entityBlocks(reply.entity, language)),
    ...reply.nearest.map((finding) => findingBlock(finding, room, language)),
    ...timelineBlocks(reply.events, articles, language),
  ];
}

function findingBlock(finding: Finding, room: number, language: Language): Block {
  const share = (part: number) => Math.floor(room * part);
  const through = heardThrough(finding).map(({ name }) => `${name} → `);
  const told = finding.attribution.toldOf.map(({ source }) => toldOfLine(source, language));
  const rows = [
    row(
      language,
      'label-who',
      escaped(through.join(''), share(0.1)) +
        bold(escaped(speakerName(finding, language), share(0.06))),
    ),
    ...(told.length === 0
      ? []
      : [row(language, 'label-tells-of', escaped(language.commas(told), share(0.06)))]),
    ...(finding.attribution.statement === undefined
      ? []
      : [row(language, 'label-how', escaped(mannerOf(finding, language), share(0.1)))]),
    ...(tellsVerdict(finding)
      ? [row(language, 'label-verdict', verdictLine(finding, language))]
      : []),
    ...(finding.verdict !== 'not_on_record' && finding.comparison?.same === false
      ? [row(language, 'label-difference', difference(finding, share(0.12)))]
      : []),
  ];
  const text = [quoted(finding, share(0.3)), ...rows, cited(finding.sentence, language)].join('\n');
  return { text, cited: [finding.sentence] };
}

/** Of the article's own words “nobody” says it all, unless they were altered. */
function tellsVerdict({ verdict }: Finding): boolean {
  return verdict !== 'not_on_record' && verdict !== 'narration';
}

function checkBlock({ asked, findings, nearest }: Check, room: number, language: Language): Block {
  const heading = bold(language.say(notice('checked', { text: escapeMarkdown(tidy(asked)) })));
  const blocks = findings.map((finding) => findingBlock(finding, room / findings.length, language));
  if (findings.length === 0) {
    blocks.push({ text: language.say(notice('not-on-record')), cited: [] });
    const near = nearest.map((finding) => findingBlock(finding, room, language));
    blocks.push(
      ...near.map(({ text }) => ({
        text: `${language.say(notice('nearest-only'))}\n${text}`,
        cited: [],
      })),
    );
  }
  return {
    text: [heading, ...blocks.map(({ text }) => text)].join('\n'),
    cited: blocks.flatMap(({ cited: sentences }) => sentences),
  };
}

function sentenceBlock(
  finding: Finding,
  articles: readonly Article[],
  room: number,
  language: Language,
): Block {
  const place = citedAmong(articles, finding.sentence, language);
  return { text: [quoted(finding, Math.floor(room / 3)), place].join('\n'), cited: [] };
}

function difference({ comparison }: Finding, room: number): string {
  const drawn: string[] = [];
  let left = room;
  for (const { kind, text } of comparison?.changes ?? []) {
    const words = kind === 'asked' ? tidy(text) : text;
    const part = escaped(words, Math.max(12, Math.min(left, 160)));
    left -= part.length + 5;
    if (left < 0) return [...drawn, '…'].join(' ');
    if (part !== '')
      drawn.push(kind === 'both' ? part : kind === 'asked' ? `~~${part}~~` : bold(part));
  }
  return drawn.join(' ');
}

/** Each day named once, and each sentence quoted whole once. */
function timelineBlocks(
  events: readonly EventFinding[],
  articles: readonly Article[],
  language: Language,
): readonly Block[] {
  return events.map(({ event, finding }, at) => {
    const { sentence } = finding;
    const shown = events.slice(0, at).some((other) => other.finding.sentence === sentence);
    return {
      heading: bold(escaped(eventDate({ event }, language), 200)),
      text: [
        escaped(quoteOf(event.dateText, language), 300),
        shown ? quoteBlock(escaped(wordsAlone(finding), 1200)) : quoted(finding, 1200),
        citedAmong(articles, sentence, language),
      ].join('\n'),
      cited: [sentence],
      event,
    };
  });
}

function entityBlocks(card: EntityCard, language: Language): readonly Block[] {
  const { name, aliases } = card.entity;
  const title = withType(bold(escaped(name, 400)), card.entity, language);
  const called =
    aliases.length === 0
      ? []
      : [row(language, 'label-called', escaped(language.commas(aliases), 800))];
  return [
    { text: [title, ...called].join('\n'), cited: [] },
    ...sectionsOf(card).flatMap(({ label, entries }) =>
      entries.map((entry) => ({
        heading: bold(language.say(notice(label))),
        text: entryText(entry, language),
        cited: [entry.finding.sentence],
      })),
    ),
  ];
}

function entryText({ finding, relations, inSentence }: CardEntry, language: Language): string {
  if (inSentence) return `${quoted(finding, 1200)} ${number(finding)}`;
  const caption = relations.length === 0 ? [] : [escaped(relationLine(relations, language), 400)];
  return [...caption, told(finding, language)].join('\n');
}

function line(finding: Finding, language: Language): string {
  return `${quoteBlock(escaped(quoteOf(finding, language), 1200))} ${number(finding)}`;
}

/** With its voices, if it is not the article's own words. */
function told(finding: Finding, language: Language): string {
  if (finding.attribution.statement === undefined) return line(finding, language);
  return `${line(finding, language)}\n${subtext(escaped(attributionLine(finding, language), 700))}`;
}

function number({ sentence }: Finding): string {
  return `\`${sentence.id}\``;
}

function storyBlock(card: StoryCard, language: Language): Block {
  const { title, articles, speakers } = card;
  return {
    text: [
      bold(escaped(title, 300)),
      ...articles
        .slice(0, mostArticles)
        .flatMap((article) => [
          linked(escaped(articleName(article, language), 400), article.url),
          ...(article.resolved === undefined ? [] : [subtext(escaped(article.resolved, 400))]),
        ]),
      ...(articles.length <= mostArticles
        ? []
        : [language.say(notice('and-more', { count: articles.length - mostArticles }))]),
      storySize(card, language),
      row(language, 'label-speakers', escaped(language.semicolons(speakers), 600)),
    ].join('\n'),
    cited: [],
  };
}

const mostArticles = 3;

function settingsBlock({ rows }: SettingsCard, language: Language): Block {
  const lines = rows.map(({ label, value }) => {
    const shown = language.say(value, (text) => escaped(text, 700));
    return row(language, label, shortened(shown, 800));
  });
  return { text: lines.join('\n'), cited: [] };
}

/** The sentence with the stretch in bold, unless that is all of it. */
function quoted({ sentence: { text }, span }: Finding, room: number): string {
  const whole = span.start === 0 && span.end === text.length;
  return quoteBlock(whole ? escaped(text, room) : emphasised(text, span, room));
}

function cited(sentence: Sentence, language: Language): string {
  return subtext(toSentence(citationOf(sentence, language), sentence));
}

function citedAmong(articles: readonly Article[], sentence: Sentence, language: Language): string {
  return subtext(toSentence(placeAmong(articles, sentence, language), sentence));
}

function toSentence(citation: string, sentence: Sentence): string {
  return linked(escaped(citation, 500), addressOf(sentence) ?? sentence.article.url);
}

const longestLink = 300;

function linked(escapedText: string, url: string | undefined): string {
  const href = url === undefined ? undefined : new URL(url).href;
  if (href === undefined || href.length > longestLink) return escapedText;
  return `[${escapedText}](<${href}>)`;
}

function row(language: Language, label: WordKey, value: string): string {
  return language.labelled(bold(language.say(notice(label))), value);
}

function rowsOf(
  reply: Reply,
  shown: Page,
  page: number,
  pages: number,
  language: Language,
): Message['components'] {
  return [
    menus(reply.settings?.choosers ?? [], language),
    buttons(suggestionButtons(reply.suggestions, language)),
    buttons(reply.status === 'found' ? contextButtons(shown.cited, language) : []),
    buttons(pageButtons(reply.again, page, pages, language)),
  ].flat();
}

function menus(choosers: readonly Chooser[], language: Language): Message['components'] {
  return choosers.flatMap(({ command, option, label, most, choices }) => {
    const id = customIdOf({ kind: 'choose', command, option });
    // A value that had to be cut would be another value.
    const fitting = choices.filter(({ value }) => value.length <= longestChoice);
    if (id === undefined || fitting.length === 0) return [];
    const menu: APIStringSelectComponent = {
      type: 3,
      custom_id: id,
      placeholder: shortened(language.say(notice(label)), 150),
      min_values: 1,
      max_values: Math.min(most, fitting.length),
      options: fitting.map(({ name, value, chosen }) => ({
        label: shortened(
          language.labelled(language.say(notice(label)), tidy(language.say(name))),
          longestChoice,
        ),
        value,
        default: chosen,
      })),
    };
    return [{ type: 1, components: [menu] }];
  });
}

const longestChoice = 100;

function buttons(row: readonly APIButtonComponent[]): Message['components'] {
  return row.length === 0 ? [] : [{ type: 1, components: row.slice(0, 5) }];
}

function suggestionButtons(
  suggestions: readonly Suggestion[],
  language: Language,
): APIButtonComponent[] {
  return suggestions.flatMap(({ label, command, options }) =>
    button(label, customIdOf(turning({ command, options }, 1, language))),
  );
}

function contextButtons(cited: readonly Sentence[], language: Language): APIButtonComponent[] {
  const sentences = [...new Set(cited)];
  return sentences.flatMap(({ story, id }) =>
    button(
      sentences.length === 1
        ? language.say(notice('context'))
        : language.say(notice('context-of', { id })),
      customIdOf({ kind: 'context', story, sentence: id }),
    ),
  );
}

function pageButtons(
  again: Question | undefined,
  page: number,
  pages: number,
  language: Language,
): APIButtonComponent[] {
  if (again === undefined || pages <= 1) return [];
  const turn = (label: WordKey, to: number) =>
    to < 1 || to > pages
      ? []
      : button(language.say(notice(label)), customIdOf(turning(again, to, language)));
  return [...turn('previous', page - 1), ...turn('next', page + 1)];
}

function turning(question: Question, page: number, language: Language) {
  return { kind: 'ask', question, page, language } as const;
}

function button(label: string, customId: string | undefined): APIButtonComponent[] {
  if (customId === undefined) return [];
  return [{ type: 2, style: 2, label: shortened(label, 80), custom_id: customId }];
}
