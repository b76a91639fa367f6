import type { Span } from './span.ts';

const closers: Readonly<Record<string, readonly string[]>> = {
  '“': ['”'],
  '„': ['”', '“'],
  '«': ['»'],
  '「': ['」'],
  '『': ['』'],
  '‘': ['’'],
  '"': ['"'],
  "''": ["''"],
};

/**
 * The outermost stretches of a paragraph that stand in quotation marks, marks included.
 *
 * A mark left open runs to the paragraph's end: a quotation that goes on into the next paragraph
 * is printed without its closing mark. A closing curly mark that nothing opened is passed over.
 */
export function quotedSpans(paragraph: string): readonly Span[] {
  const spans: Span[] = [];
  let open: { start: number; closer: readonly string[] } | undefined;
  for (let at = 0; at < paragraph.length; at += 1) {
    const mark = markAt(paragraph, at);
    if (open === undefined) {
      const closer = closers[mark];
      if (closer !== undefined && opensHere(paragraph, at)) open = { start: at, closer };
    } else if (open.closer.includes(mark) && closesHere(paragraph, at)) {
      spans.push({ start: open.start, end: at + mark.length });
      open = undefined;
    }
    at += mark.length - 1;
  }
  if (open !== undefined && (!open.closer.includes('’') || startsSpeech(paragraph, open.start))) {
    spans.push({ start: open.start, end: paragraph.length });
  }
  return spans;
}

/** Typewriters and some agencies print two straight single marks for a double one. */
function markAt(text: string, at: number): string {
  return text.startsWith("''", at) ? "''" : text.charAt(at);
}

/** A quotation without its marks and without the comma before the closing one. */
export function withoutMarks(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const lead = inner.length - inner.replace(/^(?:["“„«「『‘]|'')+\s*/, '').length;
  const tail = inner.length - inner.replace(/[\s,]*(?:["”“»」』’]|'')+$/, '').length;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}

/** Straight and single marks are also inches, feet and apostrophes; those follow a letter or digit. */
function opensHere(text: string, at: number): boolean {
  return !/["‘']/.test(text.charAt(at)) || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/**
 * `’` is an apostrophe when a letter follows, and in a plural's possessive: “the residents’ money”.
 * The latter looks just like a quotation's end; it is taken for none where another end follows.
 */
function closesHere(text: string, at: number): boolean {
  if (text.charAt(at) !== '’') return true;
  const after = text.slice(at + 1, at + 1 + lookAhead);
  if (/^[\p{L}\p{N}]/u.test(after)) return false;
  const possessive = text.charAt(at - 1) === 's' && /^ \p{Ll}/u.test(after);
  return !(possessive && /^[^‘]*’(?![\p{L}\p{N}])/u.test(after));
}

/** Where a quotation's end is sought; without a limit, a long text would be read again for each mark. */
const lookAhead = 2000;

/** An open ‘ may be an apostrophe, as in ‘90s, unless it stands where a speech starts. */
function startsSpeech(text: string, at: number): boolean {
  return /(?:^|[.?!:,]\s*)$/.test(text.slice(0, at)) && /^\p{Lu}/u.test(text.slice(at + 1));
}
