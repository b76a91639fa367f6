import { bareArticle } from '../../record/bare-article.ts';
import type { Span } from '../../record/span.ts';
import type { Sentence } from '../../record/story.ts';
import { onRecord } from '../../search/on-record.ts';
import { searchOver } from '../../search/search.ts';
import { element } from './element.ts';

// The search of a page that no server answers for: the bot's own, over the sentences shown.

const tools = document.querySelector<HTMLElement>('.tools');
const mostFound = 5;

if (tools !== null) {
  const input = element('input', { id: 'q', type: 'search', maxlength: '1000' });
  const answer = element('div', { 'aria-live': 'polite' });
  const form = element(
    'form',
    {},
    element('label', { for: 'q' }, tools.dataset.find ?? ''),
    element(
      'span',
      { class: 'row' },
      input,
      element('button', { type: 'submit' }, tools.dataset.search ?? ''),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer.replaceChildren(found(input.value, tools.dataset.nothing ?? ''));
  });
  tools.prepend(element('search', {}, form));
  tools.after(answer);
}

function found(asked: string, none: string): HTMLElement {
  const matches = searchOver(sentencesShown())
    .find(asked.slice(0, 1000), mostFound)
    .filter(({ score }) => score >= onRecord);
  const figures = matches.map(({ sentence: { id, text }, span }) =>
    element(
      'figure',
      {},
      element(
        'blockquote',
        { dir: 'auto' },
        text.slice(0, span.start),
        element('mark', {}, text.slice(span.start, span.end)),
        text.slice(span.end),
      ),
      element('figcaption', {}, element('a', { href: `#${id}` }, id)),
    ),
  );
  const nothing = element('p', {}, none);
  return element(
    'section',
    { class: 'answer' },
    element('h2', {}, `“${asked}”`),
    ...(figures.length > 0 ? figures : [nothing]),
  );
}

/** As much of the sentences as the search looks at. */
function sentencesShown(): readonly Sentence[] {
  return [...document.querySelectorAll('article.printed')].flatMap((printed, at) => {
    const article = bareArticle(String(at));
    return [...printed.querySelectorAll<HTMLElement>('.sentence')].map((each) => {
      const place = { story: '', article, paragraph: 1, place: 1 };
      return { ...place, id: each.id, text: textOf(each), quoted: quotedIn(each) };
    });
  });
}

/** Where quotations stand in a sentence: `0-25 31-40`. */
function quotedIn({ dataset }: HTMLElement): readonly Span[] {
  return [...(dataset.quoted ?? '').matchAll(/(\d+)-(\d+)/g)].map(([, start, end]) => ({
    start: Number(start),
    end: Number(end),
  }));
}

/** A sentence without its number. */
function textOf(sentence: Element): string {
  return [...sentence.childNodes]
    .filter((part) => !(part instanceof Element && part.matches('.number')))
    .map(({ textContent }) => textContent ?? '')
    .join('');
}
