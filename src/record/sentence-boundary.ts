import { quotedSpans } from './quotation.ts';
import { type Span, textOf } from './span.ts';

/**
 * The sentences of one paragraph, without the white space around them.
 *
 * `Intl.Segmenter` (Unicode UAX #29) finds the boundaries; those it sees after abbreviations and
 * between a quotation and the words that say who spoke it are taken back.
 */
export function sentenceSpans(paragraph: string, language: string): readonly Span[] {
  const quoteEnds = new Set(quotedSpans(paragraph).map(({ end }) => end));
  const joined: Span[] = [];
  for (const segment of segmentsOf(paragraph, segmenterFor(language))) {
    const piece = trimmed(paragraph, segment);
    if (piece === undefined) continue;
    const last = joined.at(-1);
    if (last !== undefined && goesOn(paragraph, last, piece, quoteEnds)) {
      joined[joined.length - 1] = { start: last.start, end: piece.end };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

/**
 * What the segmenter finds, a window of the text at a time: over a whole long text it takes time by the
 * square of its length.
 *
 * A boundary may hang on what follows up to the next one, so the last two segments of a window are
 * found anew in the next.
 */
function* segmentsOf(text: string, segmenter: Intl.Segmenter): Generator<Span> {
  let start = 0;
  let size = windowSize;
  while (start < text.length) {
    const last = start + size >= text.length;
    const found = Array.from(
      segmenter.segment(text.slice(start, start + size)),
      ({ index, segment }) => ({ start: start + index, end: start + index + segment.length }),
    );
    const sure = last ? found : found.slice(0, -2);
    yield* sure;
    size = sure.length === 0 ? size * 2 : windowSize;
    start = sure.at(-1)?.end ?? start;
  }
}

/** Longer than nearly every paragraph, so that those are segmented whole. */
const windowSize = 4000;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

function trimmed(text: string, { start, end }: Span): Span | undefined {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  const to = end - (piece.length - piece.trimEnd().length);
  return from < to ? { start: from, end: to } : undefined;
}

const titles =
  /(?:^|[\s(“"‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Adm|Rev|Fr|Hon|Messrs|Pres|Sec|Amb|Supt|St|Mt|Ft|vs|v|e\.g|i\.e|cf|approx)\.$/u;
const numbering = /(?:^|[\s(“"‘])Nos?\.$/u;
const oftenFinal =
  /(?:^|[\s(“"‘])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Jr|Sr|Inc|Corp|Co|Cos|Ltd|Bros|Dept|Univ|Assn|Ave|Blvd|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|Ph\.D|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$/u;
const sentenceOpeners =
  /^[“"‘]|^(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|In|On|At|By|For|From|With|But|And|Or|So|Yet|If|When|While|As|After|Before|Since|There|Here|His|Her|Its|Their|Our|My|Mr|Mrs|Ms|Also|However|Meanwhile|Still|Some|Together|Most|Many|Both|Asked|According|Although|Though|Because|Under|Last|Now|Then|What|Who|Why|How|Not|No|Yes)\b(?!\.)/u;

/** How much of a sentence is looked at to see how it ends: more than all but odd ones have. */
const lookBack = 2000;

/** Whether a piece and the one before it are one sentence after all. */
function goesOn(
  paragraph: string,
  last: Span,
  piece: Span,
  quoteEnds: ReadonlySet<number>,
): boolean {
  const before = textOf(paragraph, { ...last, start: Math.max(last.start, last.end - lookBack) });
  const after = paragraph.slice(piece.start);
  if (!/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(textOf(paragraph, piece))) return true;
  if (titles.test(before)) return true;
  if (numbering.test(before)) return /^\d/.test(after);
  if (oftenFinal.test(before)) return !sentenceOpeners.test(after);
  if (/^[\p{Ll}—–,;:]/u.test(after)) return true;
  return (
    /[?!…]["”’»']{1,3}$/u.test(before) &&
    (quoteEnds.has(last.end) || quotedSpans(before).at(-1)?.end === before.length) &&
    tellsWhoSpoke(after)
  );
}

/** “Stop!” | Mr Smith said. — but “Stop!” | He said no. is two: within a sentence, `he` is small. */
function tellsWhoSpoke(after: string): boolean {
  return /^(?!(?:He|She|They|We|It)\b)(?:[\p{Lu}][\p{L}.’'-]*,?\s+|[a-z]+\s+){1,5}(?:said|says|asked|asks|told|tells|added|adds|wrote|writes|replied|shouted|cried|tweeted|wondered|demanded|answered|insisted|declared|exclaimed|continued)\b/u.test(
    after,
  );
}
