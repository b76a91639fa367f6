import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openLibrary } from '../src/library.ts';
import { readDate } from '../src/record/calendar-date.ts';
import type { Article, Entity, Passage, Sentence, Story, Voice } from '../src/record/story.ts';
import { storyPages } from '../src/web/story-pages.tsx';
import { chromiumPath, openBrowser } from './browser.ts';

// Articles and names come from anywhere. Whatever stands in them, a page has the elements and
// attributes that it has for harmless text, and shows the text as it stands.

const needsChromium = chromiumPath === undefined ? ' (skipped: apt-get install chromium)' : '';

const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  '</textarea></style></script><b>',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp; &#60;',
  '<a href="javascript:alert(1)">x</a>',
  '{{alert(1)}}',
  'שלום עולם',
  '中文 报道',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'plain words said by nobody',
);

const phrase = fc.array(hostile, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

interface Told {
  readonly title: string;
  readonly outlet: string;
  readonly name: string;
  readonly before: string;
  readonly content: string;
  readonly after: string;
  readonly asked: string;
}

const told: fc.Arbitrary<Told> = fc.record({
  title: phrase,
  outlet: phrase,
  name: phrase,
  before: phrase,
  content: phrase,
  after: phrase,
  asked: phrase,
});

/** A story that puts its texts wherever a page shows any. */
function storyOf({ title, outlet, name, before, content, after }: Told): Story {
  const article: Article = {
    id: 'first',
    outlet,
    title,
    authors: [name],
    published: readDate('2020-08-02'),
    url: 'https://example.org/"><script>',
    resolved: after,
    page: 'whole',
  };
  const text = `${before} ${name} said ${content} ${after}`;
  const start = before.length + name.length + ' said '.length + 1;
  const span = { start, end: start + content.length };
  const sentence: Sentence = {
    id: 's1',
    story: 'hostile',
    article,
    paragraph: 1,
    place: 1,
    text,
    quoted: [span],
  };
  const passage: Passage = { sentence, span };
  const date = readDate('2020-08-02');
  if (date === undefined) throw new Error('no date');
  const entity: Entity = {
    id: 'somebody',
    story: 'hostile',
    name,
    type: 'person',
    aliases: [content],
    nicknames: [],
    roles: [passage],
    relations: [{ type: 'owns', inverse: false, other: { id: 'other', name: after }, passage }],
  };
  const source: Voice = { entities: [entity], name, words: undefined, cue: 'said' };
  const event = {
    id: 'then',
    date,
    dateText: passage,
    resolved: after,
    happening: passage,
    entities: [entity],
  };
  const statement = {
    source,
    via: [{ entities: [], name: before, words: before, cue: 'said' }],
    attitude: false,
    denies: false,
    content: [passage],
    sentence,
    to: { words: after, entities: [entity] },
    venue: before,
    when: event,
    about: [entity],
  };
  return {
    id: 'hostile',
    title,
    language: 'en',
    articles: [article],
    sentences: [sentence],
    entities: [entity],
    statements: [statement],
    events: [event],
    foreseen: [],
  };
}

/** The same with marks that mean nothing to a browser; words begin and end where they did. */
function harmless({ title, outlet, name, before, content, after, asked }: Told): Told {
  const tame = (text: string) => text.replace(/[<>]/g, '(').replace(/[&"']/g, '*');
  return {
    title: tame(title),
    outlet: tame(outlet),
    name: tame(name),
    before: tame(before),
    content: tame(content),
    after: tame(after),
    asked: tame(asked),
  };
}

describe.skipIf(chromiumPath === undefined)(`Nothing in an article runs${needsChromium}`, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  });

  afterAll(() => browser?.close());

  test('or adds an element or attribute to its page', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(told, async (one) => {
        const [wild, tame] = [await parsed(one), await parsed(harmless(one))];
        expect(wild.elements).toEqual(tame.elements);
        const [sentence] = storyOf(one).sentences;
        expect(wild.sentence).toBe(sentence?.text);
        expect(wild.title).toBe(one.title);
        expect(
          wild.addresses.filter((url) => !/^(?:#|https:|\.\.\/|data:,|hostile\/)/.test(url)),
        ).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  /** What a browser makes of the page. */
  async function parsed(one: Told) {
    const library = openLibrary([storyOf(one)]);
    const pages = storyPages(() => library, { publicUrl: undefined });
    const response = await pages.request(`/s/hostile?q=${encodeURIComponent(one.asked)}`);
    const skeleton = z.object({
      elements: z.array(z.string()),
      title: z.string(),
      sentence: z.string(),
      addresses: z.array(z.string()),
    });
    return skeleton.parse(await page.evaluate(readDocument(await response.text())));
  }
});

/** An expression for the browser: its own parser is the judge. */
function readDocument(html: string): string {
  return `(() => {
    const read = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
    read.querySelector('.sentence .number').remove();
    return {
      elements: [...read.querySelectorAll('main *, head *')]
        .filter((each) => !each.closest('.answer'))
        .map((each) => [each.localName, ...[...each.attributes].map(({ name }) => name).sort()].join(' '))
        .concat([...new Set([...read.querySelectorAll('.answer *')].map(({ localName }) => localName))]
          .filter((name) => !['h2', 'p', 'figure', 'blockquote', 'mark', 'strong', 'figcaption', 'a'].includes(name))),
      title: read.title,
      sentence: read.querySelector('.sentence').textContent,
      addresses: [...read.querySelectorAll('[href],[src]')].map((each) => each.getAttribute('href') ?? each.getAttribute('src')),
    };
  })()`;
}
