import { heardThrough, mannerOf, speakerName, toldOfLine, verdictLine } from '../reply/caption.ts';
import type { Language } from '../reply/language.ts';
import type { Finding } from '../reply/reply.ts';
import { shownAbove } from '../reply/shown-above.ts';
import { tidy } from '../reply/tidy.ts';
import { bold, escaped } from './markdown.ts';
import { cited, citedAmong, type Edition, quoted, row } from './message-lines.ts';
import type { Block } from './pages.ts';

/**
 * A sentence, who stands behind it and how, and how it compares with what was asked.
 *
 * @param room how many characters it may take
 * @param above what a reader has read already
 */
export function findingBlock(
  finding: Finding,
  room: number,
  edition: Edition,
  above: readonly Finding[] = [],
): Block {
  const { sentence } = finding;
  const shown = shownAbove(finding, above);
  const text = [
    ...(shown.sentence ? [] : [quoted(finding, Math.floor(room * 0.3))]),
    ...(shown.voice ? [] : voiceRows(finding, room, edition.language)),
    ...verdictRows(finding, room, edition.language),
    shown.sentence ? citedAmong([sentence.article], sentence, edition) : cited(sentence, edition),
  ].join('\n');
  return { text, cited: shown.sentence ? [] : [sentence] };
}

function voiceRows(finding: Finding, room: number, language: Language): readonly string[] {
  const share = (part: number) => Math.floor(room * part);
  const through = heardThrough(finding).map(({ name }) => `${name} → `);
  const told = finding.attribution.toldOf.map(({ source }) => toldOfLine(source, language));
  return [
    row(
      'label-who',
      escaped(through.join(''), share(0.1)) +
        bold(escaped(speakerName(finding, language), share(0.06))),
      language,
    ),
    ...(told.length === 0
      ? []
      : [row('label-tells-of', escaped(language.commas(told), share(0.06)), language)]),
    ...(finding.attribution.statement === undefined
      ? []
      : [row('label-how', escaped(mannerOf(finding, language), share(0.1)), language)]),
  ];
}

function verdictRows(finding: Finding, room: number, language: Language): readonly string[] {
  return [
    ...(tellsVerdict(finding)
      ? [row('label-verdict', verdictLine(finding, language), language)]
      : []),
    ...(finding.verdict !== 'not_on_record' && finding.comparison?.differs !== undefined
      ? [row('label-difference', difference(finding, Math.floor(room * 0.12)), language)]
      : []),
  ];
}

/** Of the article's own words “nobody” says it all, unless they were altered. */
function tellsVerdict({ verdict }: Finding): boolean {
  return verdict !== 'not_on_record' && verdict !== 'narration';
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
