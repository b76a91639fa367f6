import type { Article } from '../record/story.ts';
import { articleName, storySize } from '../reply/caption.ts';
import type { Language } from '../reply/language.ts';
import { listedArticles } from '../reply/listed-articles.ts';
import type { Check, Finding, Reply, SettingsCard, StoryCard } from '../reply/reply.ts';
import { shortened } from '../reply/shortened.ts';
import { findingsAbove } from '../reply/shown-above.ts';
import { tidy } from '../reply/tidy.ts';
import { notice } from '../reply/words.ts';
import { entityBlocks } from './card-blocks.ts';
import { findingBlock } from './finding-block.ts';
import { bold, escaped, escapeMarkdown, subtext } from './markdown.ts';
import { citedAmong, type Edition, linked, quoted, row } from './message-lines.ts';
import type { Block } from './pages.ts';
import { timelineBlocks } from './timeline-blocks.ts';

/**
 * A reply as parts of a message, in the order they are read.
 *
 * @param room how many characters a finding may take
 */
export function blocksOf(reply: Reply, room: number, edition: Edition): readonly Block[] {
  const { language } = edition;
  const dress = (value: string) => escapeMarkdown(tidy(value));
  const articles = listedArticles(reply);
  return [
    ...reply.notices.map((each) => ({ text: language.say(each, dress), cited: [] })),
    ...(reply.settings === undefined ? [] : [settingsBlock(reply.settings, language)]),
    ...[...(reply.story === undefined ? [] : [reply.story]), ...reply.stories].map((card) =>
      storyBlock(card, language),
    ),
    ...reply.checks.map((each, at) => {
      const share = Math.floor(room / Math.max(2, reply.checks.length));
      return checkBlock(each, share, edition, findingsAbove(reply.checks, at));
    }),
    ...(reply.entity === undefined
      ? (reply.checks.length > 0 ? [] : reply.findings).map((finding) =>
          reply.story === undefined
            ? findingBlock(finding, room, edition)
            : sentenceBlock(finding, articles, room, edition),
        )
      : entityBlocks(reply.entity, language)),
    ...reply.nearest.map((finding) => findingBlock(finding, room, edition)),
    ...timelineBlocks(reply.events, articles, edition),
  ];
}

function checkBlock(
  { asked, notices, findings, nearest }: Check,
  room: number,
  edition: Edition,
  above: readonly Finding[],
): Block {
  const { language } = edition;
  const heading = bold(language.say(notice('checked', { text: escapeMarkdown(tidy(asked)) })));
  const remarks = notices.map((each) => language.say(each, (value) => escapeMarkdown(tidy(value))));
  const blocks = findings.map((finding) =>
    findingBlock(finding, room / findings.length, edition, above),
  );
  if (findings.length === 0) {
    blocks.push({ text: language.say(notice('not-on-record')), cited: [] });
    const near = nearest.map((finding) => findingBlock(finding, room, edition, above));
    blocks.push(
      ...near.map(({ text }) => ({
        text: `${language.say(notice('nearest-only'))}\n${text}`,
        cited: [],
      })),
    );
  }
  return {
    text: [heading, ...remarks, ...blocks.map(({ text }) => text)].join('\n'),
    cited: blocks.flatMap(({ cited: sentences }) => sentences),
  };
}

function sentenceBlock(
  finding: Finding,
  articles: readonly Article[],
  room: number,
  edition: Edition,
): Block {
  const place = citedAmong(articles, finding.sentence, edition);
  return { text: [quoted(finding, Math.floor(room / 3)), place].join('\n'), cited: [] };
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
      row('label-speakers', escaped(language.semicolons(speakers), 600), language),
    ].join('\n'),
    cited: [],
  };
}

const mostArticles = 3;

function settingsBlock({ rows }: SettingsCard, language: Language): Block {
  const lines = rows.map(({ label, value }) => {
    const shown = language.say(value, (text) => escaped(text, 700));
    return row(label, shortened(shown, 800), language);
  });
  return { text: lines.join('\n'), cited: [] };
}
