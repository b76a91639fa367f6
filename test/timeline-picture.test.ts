import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { respond } from '../src/discord/respond.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import type { StoryEvent } from '../src/record/story.ts';
import { english, languages } from '../src/reply/languages/index.ts';
import { pictureOf } from '../src/timeline/picture.ts';
import { drawTimeline, timelineInWords } from '../src/timeline/timeline-drawing.ts';

let events: readonly StoryEvent[];

beforeAll(async () => {
  const { stories } = await openDataFolder('data', {});
  events = stories.flatMap((story) => story.events);
});

/** An event that tells something else. */
function telling(text: string): StoryEvent {
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  const sentence = { ...event.happening.sentence, text };
  return { ...event, happening: { sentence, span: { start: 0, end: text.length } } };
}

describe('The picture of a timeline', () => {
  test('shows every event under its date, whole, and where it stands', () => {
    const svg = drawTimeline(events, english);
    const words = svg.replace(/<style>.*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    const plain = (text: string) => text.replace(/\s+/g, ' ');
    for (const { happening, date } of events) {
      const { text } = happening.sentence;
      expect(words).toContain(text.slice(happening.span.start, happening.span.end));
      expect(words).toContain(plain(english.date(date)));
      expect(words).toContain(happening.sentence.id);
    }
  });

  test('is a PNG of a phone’s width that needs no font of the machine’s', async () => {
    const png = await pictureOf(drawTimeline(events, english));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(720);
    expect(png.length).toBeLessThan(1_000_000);
  });

  test('draws Chinese and Japanese as themselves, not as boxes', async () => {
    const drawn = (text: string) => pictureOf(drawTimeline([telling(text)], english));
    // Two characters that no font has are the same box.
    const [one, other] = [await drawn('\u{10FFFD}'), await drawn('\u{10FFFC}')];
    expect(one.equals(other)).toBe(true);
    for (const pair of [
      ['特', '朗'],
      ['総', '統'],
      ['か', 'ナ'],
    ]) {
      const [first, second] = await Promise.all(pair.map(drawn));
      expect(first?.equals(second ?? one)).toBe(false);
      expect(first?.equals(one)).toBe(false);
    }
  });

  test('stays well-formed and tells the same in words, whatever an article holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.constantFrom(...languages),
        async (texts, language) => {
          const told = texts.map(telling);
          const svg = drawTimeline(told, language);
          expect(svg.match(/<(?!\/?(?:svg|style|rect|text|circle|path)\b)/g)).toBeNull();
          expect((await pictureOf(svg)).length).toBeGreaterThan(0);
          expect(timelineInWords(told, language, 1024).length).toBeLessThanOrEqual(1024);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('A timeline whose picture cannot be drawn', () => {
  const asked = {
    id: '1',
    application_id: '2',
    type: 2,
    token: 'token',
    data: { id: '3', name: 'timeline', type: 1 },
  };

  test.each([
    ['fails', () => Promise.reject(new Error('no font'))],
    ['takes too long', () => new Promise<Buffer>(() => undefined)],
  ])('because that %s goes without, and the operator is told', async (_why, draw) => {
    const library = await openDataFolder('data', {});
    const problems: string[] = [];
    const report = (problem: string) => problems.push(problem);
    const desk = { library, commands, ephemeral: false, report, draw };
    const { response, files, followUp } = await respond(asked, desk);
    const later = await followUp;
    const message = later?.message ?? ('data' in response ? response.data : undefined);
    expect([...files, ...(later?.files ?? [])]).toEqual([]);
    expect(message).toMatchObject({
      attachments: [],
      embeds: [{ description: expect.stringContaining('27 July') }],
    });
    expect(JSON.stringify(message)).not.toContain('attachment://');
    expect(problems).toEqual([expect.stringMatching(/^no picture: /)]);
  });

  test('because nobody can send files is told in words alone', async () => {
    const library = await openDataFolder('data', {});
    const desk = { library, commands, ephemeral: false, report: () => undefined };
    const { response, files } = await respond(asked, desk);
    expect(files).toEqual([]);
    expect(Object.keys('data' in response ? response.data : {}).sort()).toEqual([
      'allowed_mentions',
      'components',
      'embeds',
    ]);
  });
});
