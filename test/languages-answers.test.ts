import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english, languageFor } from '../src/reply/languages/index.ts';
import { notice } from '../src/reply/words.ts';
import { type Answer, FakeDiscord } from './discord/fake-discord.ts';
import { textOf } from './discord/json.ts';
import { buttonsOf } from './discord/message.ts';
import { type RunningBot, startBot } from './running-bot.ts';

describe('A reader of another language', () => {
  let discord: FakeDiscord;
  let bot: RunningBot;

  beforeAll(async () => {
    discord = await FakeDiscord.start();
    bot = await startBot(discord);
  });

  afterAll(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });

  const questions: readonly [string, Record<string, string>][] = [
    ['who said', { text: 'countless American jobs' }],
    ['who said', { text: 'he opposed the deal' }],
    ['who said', { text: 'We’re planning on going anywhere' }],
    ['who said', { text: 'the safest app', speaker: 'Trump' }],
    ['who said', { text: 'we will ban it tomorrow' }],
    ['who said', { text: '???' }],
    ['who is', { name: 'ByteDance' }],
    ['who is', { name: 'bytedans inc' }],
    ['entity', { name: 'Trump' }],
    ['ask', { question: 'who owns TikTok' }],
    ['timeline', {}],
    ['timeline', { from: 'someday' }],
    ['timeline', { from: '2020-08-02', to: '2020-08-01' }],
    ['check', { text: 'He said “the safest app” and “never on any record at all”.' }],
    ['story', {}],
  ];
  const answersIn = async (locale: string) => {
    const answers = [];
    for (const [command, options] of questions) {
      const pages = await pagesOf(command, options, locale);
      const lines = pages.flatMap(linesOf);
      answers.push({
        // The marks around them are the language's, the words the article's.
        quotes: lines
          .filter((line) => line.startsWith('> '))
          .map((line) => line.replace(/[“”„«»「」\s]/g, '')),
        own: lines.filter((line) => !line.startsWith('> ')),
        bold: lines.flatMap((line) => line.match(/^\*\*[^*]+\*\*/g) ?? []),
        cited: pages.flatMap(({ data }) => JSON.stringify(data).match(/"1\|c\|[^"]*"/g) ?? []),
      });
    }
    return answers;
  };
  const pagesOf = async (command: string, options: Record<string, string>, locale: string) => {
    const next = languageFor(locale).say(notice('next'));
    const pages = [await discord.slash(command, options, { locale })];
    for (let last = pages[0]; last !== undefined && labels(last).includes(next); ) {
      // Whoever turns the page, it stays in the language of the one before.
      last = await discord.press(last, next, { locale: pages.length % 2 === 1 ? 'ko' : locale });
      pages.push(last);
    }
    return pages;
  };
  const labels = ({ data }: Answer) => buttonsOf(data).map(({ label }) => textOf(label));
  const linesOf = ({ data }: Answer) =>
    (data.embeds ?? []).flatMap(({ description }) => (description ?? '').split('\n'));

  it.each(['de', 'es-419', 'es-ES', 'fr', 'ja', 'zh-CN', 'zh-TW'])(
    'gets in %s the same sentences, in the bot’s own words of that language',
    async (locale) => {
      const [inEnglish, translated] = [await answersIn('en-US'), await answersIn(locale)];
      for (const [index, answer] of translated.entries()) {
        const model = inEnglish[index];
        const asked = JSON.stringify(questions[index]);
        expect(answer.quotes, asked).toEqual(model?.quotes);
        expect(answer.cited, asked).toEqual(model?.cited);
        for (const line of answer.own.filter((each) => /\p{L}/u.test(each))) {
          expect(
            sayings.filter((saying) => line.includes(saying)),
            line,
          ).toEqual([]);
        }
        const headings = answer.bold.map((text) => text.replaceAll('*', ''));
        expect(
          headings.filter((heading) => sayings.includes(heading)),
          asked,
        ).toEqual([]);
      }
    },
  );

  /** What the bot says in English, where it is plain enough to be nobody else's words. */
  const sayings = Object.values(english.words)
    .flatMap((phrase) => (typeof phrase === 'string' ? [phrase] : Object.values(phrase)))
    .flatMap((form) => form.split(/\{\w+\}/))
    .map((part) => part.trim())
    .filter((part) => part.split(' ').length > 2);

  it('sees their question as they typed it', async () => {
    const answer = await discord.slash('who said', { text: 'countless' }, { locale: 'ja' });
    expect(answer.data.embeds?.[0]?.description).toContain('/誰 が言った 言葉:countless');
  });

  it('turns pages and looks at the context in that language', async () => {
    const doing = { locale: 'de' };
    const answer = await discord.slash('story', {}, doing);
    const next = await discord.press(answer, 'Weiter', doing);
    expect(JSON.stringify(next.data)).toContain('Seite 2 von');
    const found = await discord.slash('who said', { text: 'he opposed the deal' }, doing);
    const context = await discord.press(found, 'Im Zusammenhang', doing);
    expect(JSON.stringify(context.data)).toContain('Absatz');
  });

  it('is offered days as that language writes them', async () => {
    const days = await discord.complete('timeline', {}, 'from', { locale: 'fr' });
    expect(days.map(({ name }) => name).join()).toContain('août');
  });

  it('who speaks none of the bot’s is answered in English', async () => {
    const answer = await discord.slash('who said', { text: 'countless' }, { locale: 'ko' });
    expect(answer.data.embeds?.[0]?.description).toContain('word for word');
  });
});
