import { longestArticle } from '../record/article.ts';

/**
 * The text of an article's file.
 *
 * @throws Error that says in one line why it is no article's plain text
 */
export function articleText(bytes: Uint8Array, file: string): string {
  if (bytes.length > longestArticle) {
    throw new Error(
      `${file} has ${bytes.length} bytes; an article may have ${longestArticle}: split it, or cut what is not article`,
    );
  }
  const text = decoded(bytes, file);
  if (/(?!\s)\p{Cc}/u.test(text))
    throw new Error(`${file} holds control characters; save the article as plain text`);
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new Error(`${file} has no words; paste the article's text into it`);
  if (tagsIn(text) >= 3)
    throw new Error(`${file} is HTML; paste the article as a reader sees it, without its tags`);
  return text;
}

/** An article without its first line, where that is the headline, which is no sentence of it. */
export function withoutHeadline(text: string, headline: string | undefined): string {
  const [line = '', rest = ''] = /^\s*([^\n]+)\s*([\s\S]*)$/.exec(text)?.slice(1) ?? [];
  const isHeadline = headline !== undefined && wordsOf(line) === wordsOf(headline);
  return isHeadline && rest !== '' ? rest : text;
}

function wordsOf(line: string): string {
  return (line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is no UTF-8 text; save it as UTF-8`);
  }
}

function tagsIn(text: string): number {
  return (
    text.match(
      /<\/?(?:html|head|body|div|p|span|a|script|style|br|img|h[1-6]|ul|li|table|td|em|strong|b|i)\b[^<>]{0,500}>/gi,
    ) ?? []
  ).length;
}
