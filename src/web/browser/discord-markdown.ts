import { element } from './element.ts';

/**
 * Draws the markdown that the bot writes as Discord draws it: bold, underlined, struck, code, quotes,
 * small text, links and escapes.
 */
export function drawMarkdown(text: string): Node[] {
  const blocks: Node[] = [];
  let quote: HTMLElement | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('> ')) {
      if (quote === undefined) {
        quote = element('blockquote');
        blocks.push(quote);
      }
      quote.append(element('div', {}, ...drawInline(line.slice(2))));
      continue;
    }
    quote = undefined;
    if (line.startsWith('-# ')) {
      blocks.push(element('div', { class: 'subtext' }, ...drawInline(line.slice(3))));
    } else {
      blocks.push(element('div', { class: line === '' ? 'blank' : '' }, ...drawInline(line)));
    }
  }
  return blocks;
}

const pattern =
  /\\(?<escaped>[^\p{L}\p{N}\s])|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*|__(?<underlined>(?:\\.|[^\\])+?)__|~~(?<struck>(?:\\.|[^\\])+?)~~|`(?<code>[^`]+)`|\[(?<label>(?:\\.|[^\\\]])+)\]\(<(?<href>https?:[^>\s]+)>\)/gu;

function drawInline(text: string): (Node | string)[] {
  const drawn: (Node | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    drawn.push(text.slice(at, match.index), drawSpan(match.groups ?? {}));
    at = match.index + match[0].length;
  }
  return [...drawn, text.slice(at)];
}

function drawSpan(groups: Readonly<Record<string, string | undefined>>): Node | string {
  const { escaped, bold, underlined, struck, code, label, href } = groups;
  if (escaped !== undefined) return escaped;
  if (bold !== undefined) return element('strong', {}, ...drawInline(bold));
  if (underlined !== undefined) return element('u', {}, ...drawInline(underlined));
  if (struck !== undefined) return element('s', {}, ...drawInline(struck));
  if (code !== undefined) return element('code', {}, code);
  return element(
    'a',
    { href: href ?? '', rel: 'noreferrer', target: '_blank' },
    ...drawInline(label ?? ''),
  );
}
