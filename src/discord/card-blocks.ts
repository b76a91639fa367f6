import { attributionLine, quoteOf, relationLine, withType } from '../reply/caption.ts';
import { type CardEntry, sectionsOf } from '../reply/entity-card.ts';
import type { Language } from '../reply/language.ts';
import type { EntityCard, Finding } from '../reply/reply.ts';
import { notice } from '../reply/words.ts';
import { bold, escaped, quoteBlock, subtext } from './markdown.ts';
import { quoted, row } from './message-lines.ts';
import type { Block } from './pages.ts';

/** What a story has on an entity, each part under its heading. */
export function entityBlocks(card: EntityCard, language: Language): readonly Block[] {
  const { name, aliases } = card.entity;
  const title = withType(bold(escaped(name, 400)), card.entity, language);
  const called =
    aliases.length === 0
      ? []
      : [row('label-called', escaped(language.commas(aliases), 800), language)];
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
