/**
 * Breaks a text into lines for a picture, where nothing else does. Widths are estimated a little too
 * wide, for Noto Sans, so that no line runs over whatever font it is drawn in.
 *
 * @param width in the unit of `size`, the height of the font
 * @returns at most `most` lines, the last with … where something is left out
 */
export function wrappedLines(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, size, width)) {
    if (line !== '' && widthOf(line + piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const [last = ''] = lines.slice(most - 1);
  return [...lines.slice(0, most - 1), `${shortenedTo(last, size, width)}…`];
}

/** Words with the space after them; what is written without spaces, or too long, by its characters. */
function piecesOf(text: string, size: number, width: number): string[] {
  return [...text.matchAll(/\S+\s*/g)].flatMap(([word]) =>
    unspaced.test(word) || widthOf(word, size) > width ? charactersOf(word) : [word],
  );
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function shortenedTo(line: string, size: number, width: number): string {
  const kept = charactersOf(line);
  while (kept.length > 0 && widthOf(`${kept.join('')}…`, size) > width) kept.pop();
  return kept.join('').trimEnd();
}

/** A mark that closes stays with the character before it, and one that opens with the one after. */
function charactersOf(text: string): string[] {
  const kept: string[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = kept.at(-1);
    if (last !== undefined && (closing.test(segment) || opening.test(last))) {
      kept[kept.length - 1] = last + segment;
    } else {
      kept.push(segment);
    }
  }
  return kept;
}

const closing = /^[\p{Pe}\p{Pf}，。、；：！？,.;:!?]$/u;
const opening = /^[\p{Ps}\p{Pi}]$/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function widthOf(text: string, size: number): number {
  const characters = [...graphemes.segment(text)];
  return characters.reduce((sum, { segment }) => sum + emsOf(segment), 0) * size;
}

function emsOf(character: string): number {
  if (/^[iljtfrI.,;:!'’‘|()[\] ]/.test(character)) return 0.36;
  if (/^[mwMW@%…—]/.test(character)) return 0.95;
  if (/^[a-z]/.test(character)) return 0.6;
  if (/^[A-Z0-9“”"]/.test(character)) return 0.66;
  return /^[\u0080-\u058f\u2010-\u2027]/.test(character) ? 0.7 : 1.05;
}
