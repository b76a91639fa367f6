import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord.js';
import { type Passage, type Sentence, wordsOf } from '../record/story.ts';
import {
  articleName,
  attributionLine,
  citationOf,
  eventDate,
  heardThrough,
  mannerOf,
  quoteOf,
  relationLine,
  speakerName,
  voiceLine,
} from '../reply/caption.ts';
import type {
  EntityCard,
  EventFinding,
  Finding,
  Question,
  Reply,
  StoryCard,
} from '../reply/reply.ts';
import { tidy } from '../reply/tidy.ts';
import { notice, say, type WordKey } from '../reply/words.ts';
import { customIdOf } from './custom-id.ts';
import { excerpt } from './excerpt.ts';
import { bold, escapeMarkdown, quoteBlock, subtext } from './markdown.ts';
import { type Block, type Page, pagesOf } from './pages.ts';

/** A message as Discord's API takes it. */
export interface Message {
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
  readonly allowed_mentions: { parse: never[] };
  readonly flags?: number;
}

const ephemeralFlag = 64;

/**
 * Draws a reply as a message.
 *
 * @param page which page, counted from 1; one past the end shows the last
 */
export function messageOf(reply: Reply, page: number, ephemeral: boolean): Message {
  const pages = pagesOf(blocksOf(reply));
  const number = Math.min(page, pages.length);
  const shown = pages[number - 1] ?? { text: say(notice('not-on-record')), cited: [] };
  return sealed(
    [{ description: shown.text, color: colourOf(reply), ...footer(number, pages.length) }],
    rowsOf(reply, shown, number, pages.length),
    ephemeral || reply.status === 'error',
  );
}

/** A sentence with the ones before and after it, shown to the one who asks. */
export function contextMessage(sentence: Sentence, neighbours: readonly Sentence[]): Message {
  const lines = neighbours.map((each) => {
    const text = escapeMarkdown(excerpt(each.text, { start: 0, end: 0 }, 1000));
    return quoteBlock(each === sentence ? bold(text) : text);
  });
  const text = [...lines, subtext(escapeMarkdown(citationOf(sentence)))].join('\n');
  return sealed([{ description: text, color: colours.narration }], [], true);
}

/** One of the bot's own sentences, for the one who asks. */
export function noticeMessage(key: WordKey): Message {
  return sealed([{ description: say(notice(key)), color: colours.error }], [], true);
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

function footer(page: number, pages: number): Pick<APIEmbed, 'footer'> {
  if (pages <= 1) return {};
  return { footer: { text: say(notice('page', { page: String(page), pages: String(pages) })) } };
}

function blocksOf(reply: Reply): readonly Block[] {
  const dress = (value: string) => escapeMarkdown(tidy(value));
  return [
    ...reply.notices.map((each) => ({ text: say(each, dress), cited: [] })),
    ...(reply.story === undefined ? [] : storyBlocks(reply.story)),
    ...(reply.entity === undefined
      ? reply.findings.map(reply.story === undefined ? findingBlock : sentenceBlock)
      : entityBlocks(reply.entity)),
    ...reply.nearest.map(findingBlock),
    ...reply.events.map(eventBlock),
  ];
}

function findingBlock(finding: Finding): Block {
  const through = heardThrough(finding).map(voiceLine);
  const told = finding.attribution.toldOf.map(({ source }) => voiceLine(source));
  const rows = [
    row(
      'label-who',
      [...through.map(escapeMarkdown), bold(escapeMarkdown(speakerName(finding)))].join(' → '),
    ),
    ...(told.length === 0 ? [] : [row('label-tells-of', escapeMarkdown(told.join(', ')))]),
    row('label-how', escapeMarkdown(mannerOf(finding))),
    row('label-verdict', say(notice(`verdict-${finding.verdict}`))),
    ...(finding.verdict === 'altered' ? [row('label-difference', difference(finding))] : []),
  ];
  const text = [quoted(finding), ...rows, cited(finding.sentence)].join('\n');
  return { text, cited: [finding.sentence] };
}

function sentenceBlock(finding: Finding): Block {
  return { text: [quoted(finding), cited(finding.sentence)].join('\n'), cited: [] };
}

function difference({ comparison }: Finding): string {
  const drawn = (comparison?.changes ?? []).map(({ kind, text }) => {
    const escaped = escapeMarkdown(excerpt(text, { start: 0, end: 0 }, 300));
    if (kind === 'both') return escaped;
    return kind === 'asked' ? `~~${escaped}~~` : bold(escaped);
  });
  return drawn.slice(0, 60).join(' ');
}

function eventBlock({ event, finding }: EventFinding): Block {
  const words = escapeMarkdown(quoteOf(event.dateText));
  const head = `${bold(escapeMarkdown(eventDate({ event, finding })))} · ${words}`;
  return { text: [head, quoted(finding), cited(finding.sentence)].join('\n'), cited: [] };
}

function entityBlocks(card: EntityCard): readonly Block[] {
  const { name, type, aliases } = card.entity;
  const title = `${bold(escapeMarkdown(name))} (${type})`;
  const called =
    aliases.length === 0 ? [] : [row('label-called', escapeMarkdown(aliases.join(', ')))];
  const sections: readonly [WordKey, readonly string[]][] = [
    ['label-roles', card.roles.map(line)],
    [
      'label-relations',
      card.relations.map(
        ({ relation, finding }) => `${escapeMarkdown(relationLine(relation))}\n${line(finding)}`,
      ),
    ],
    ['label-said', card.said.map(attributedLine)],
    ['label-held', card.held.map(attributedLine)],
    ['label-about', card.about.map(attributedLine)],
    ['label-mentioned', card.mentioned.map(quotedLine)],
  ];
  return [
    { text: [title, ...called].join('\n'), cited: [] },
    ...sections.flatMap(([label, texts]) =>
      texts.map((text) => ({ heading: bold(say(notice(label))), text, cited: [] })),
    ),
  ];
}

function line(finding: Finding): string {
  return `${quoteBlock(escapeMarkdown(shortQuote(finding)))} \`${finding.sentence.id}\``;
}

function attributedLine(finding: Finding): string {
  return `${line(finding)}\n${subtext(escapeMarkdown(attributionLine(finding)))}`;
}

function quotedLine(finding: Finding): string {
  return `${quoted(finding)} \`${finding.sentence.id}\``;
}

function shortQuote(passage: Passage): string {
  return excerpt(quoteOf(passage), { start: 0, end: 0 }, 700);
}

function storyBlocks({ title, articles, sentences, speakers }: StoryCard): readonly Block[] {
  const size = { sentences: String(sentences), speakers: String(speakers.length) };
  const names = excerpt(speakers.join('; '), { start: 0, end: 0 }, 1000);
  return [
    {
      text: [
        bold(escapeMarkdown(title)),
        ...articles
          .slice(0, 10)
          .flatMap((article) => [
            linked(escapeMarkdown(articleName(article)), article.url),
            ...(article.resolved === undefined ? [] : [subtext(escapeMarkdown(article.resolved))]),
          ]),
        say(notice('story-size', size)),
        row('label-speakers', escapeMarkdown(names)),
      ].join('\n'),
      cited: [],
    },
  ];
}

/** The sentence with the stretch in bold, unless that is all of it. */
function quoted({ sentence, span }: Finding): string {
  const text = excerpt(sentence.text, span, 1200);
  const words = wordsOf({ sentence, span });
  const at = words.length === sentence.text.length ? -1 : text.indexOf(words);
  if (at < 0) return quoteBlock(escapeMarkdown(text));
  const parts = [text.slice(0, at), text.slice(at + words.length)].map(escapeMarkdown);
  return quoteBlock(`${parts[0]}${bold(escapeMarkdown(words))}${parts[1]}`);
}

function cited(sentence: Sentence): string {
  return subtext(linked(escapeMarkdown(citationOf(sentence)), sentence.article.url));
}

function linked(escaped: string, url: string | undefined): string {
  return url === undefined || url.length > 500 ? escaped : `[${escaped}](<${new URL(url).href}>)`;
}

function row(label: WordKey, value: string): string {
  return `${bold(say(notice(label)))}: ${value}`;
}

function rowsOf(reply: Reply, shown: Page, page: number, pages: number): Message['components'] {
  return [
    buttons(suggestionButtons(reply.suggestions)),
    buttons(reply.status === 'found' ? contextButtons(shown.cited) : []),
    buttons(pageButtons(reply.again, page, pages)),
  ].flat();
}

function buttons(row: readonly APIButtonComponent[]): Message['components'] {
  return row.length === 0 ? [] : [{ type: 1, components: row.slice(0, 5) }];
}

function suggestionButtons(suggestions: readonly Question[]): APIButtonComponent[] {
  return suggestions.flatMap((question) => {
    const label = Object.values(question.options)[0] ?? `/${question.command}`;
    return button(label, customIdOf({ kind: 'ask', question, page: 1 }));
  });
}

function contextButtons(sentences: readonly Sentence[]): APIButtonComponent[] {
  return sentences.flatMap(({ story, id }) =>
    button(
      sentences.length === 1 ? say(notice('context')) : say(notice('context-of', { id })),
      customIdOf({ kind: 'context', story, sentence: id }),
    ),
  );
}

function pageButtons(
  again: Question | undefined,
  page: number,
  pages: number,
): APIButtonComponent[] {
  if (again === undefined || pages <= 1) return [];
  const turn = (label: WordKey, to: number) =>
    to < 1 || to > pages
      ? []
      : button(say(notice(label)), customIdOf({ kind: 'ask', question: again, page: to }));
  return [...turn('previous', page - 1), ...turn('next', page + 1)];
}

function button(label: string, customId: string | undefined): APIButtonComponent[] {
  if (customId === undefined) return [];
  return [
    { type: 2, style: 2, label: excerpt(label, { start: 0, end: 0 }, 80), custom_id: customId },
  ];
}
