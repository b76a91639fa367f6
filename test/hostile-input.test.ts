import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { answerLine, jsonLine } from '../src/console/answer-line.ts';
import { completeLine } from '../src/console/completion.ts';
import { plain } from '../src/console/paint.ts';
import { terminalText } from '../src/console/terminal.ts';
import { type Response, respond } from '../src/discord/respond.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { english } from '../src/reply/languages/index.ts';
import { autocomplete, type OptionValue, slashCommand, somebody } from './discord/interactions.ts';
import { isObject, objectOf } from './discord/json.ts';
import { checkInteractionResponse } from './discord/payload.ts';

const library = await openDataFolder('data');

/** What the bot told its operator went wrong; hostile input must not make anything go wrong. */
let reported: string[] = [];
const desk = {
  library,
  commands,
  ephemeral: false,
  report: (problem: string) => {
    reported.push(problem);
  },
};

beforeEach(() => {
  reported = [];
});

function slash(path: string, options: Record<string, OptionValue> = {}): Promise<Response> {
  return responseTo(slashCommand(somebody, { id: '5', path }, options));
}

async function responseTo(raw: unknown): Promise<Response> {
  const { response, followUp } = await respond(raw, desk);
  expect(followUp).toBeUndefined();
  return response;
}

/** A word that stands in no article, to find in an answer what was typed. */
const mark = 'zqx';

const hostileTexts: Readonly<Record<string, string>> = {
  nothing: '',
  spaces: '   \t  ',
  'line breaks': `a\n\nb\r\n- ${mark}\n# ${mark}\n> ${mark}`,
  'four thousand characters': 'the safest app '.repeat(300).slice(0, 4000),
  'six thousand characters': 'the safest app '.repeat(400).slice(0, 6000),
  'one word of six thousand letters': 'x'.repeat(6000),
  'two thousand times the same short word': 'a '.repeat(2000),
  'two thousand times a common word': 'the '.repeat(1000),
  'only emoji': '😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇺🇸',
  'only punctuation': '!?…—“”()[]{}',
  'bold and italics': `**${mark}** *${mark}* __${mark}__ _${mark}_`,
  strikethrough: `~~${mark}~~`,
  spoiler: `||${mark}||`,
  heading: `# ${mark}`,
  'small text': `-# ${mark}`,
  list: `- ${mark}`,
  'numbered list': `1. ${mark}`,
  quotation: `>>> ${mark}`,
  'a masked link': `[${mark}](https://evil.example/)`,
  'a bare link': `https://evil.example/${mark}`,
  'everyone in the channel': '@everyone',
  'everyone who is here': '@here',
  'a user': '<@1>',
  'a user with a nickname': '<@!123456789012345678>',
  'a role': '<@&123456789012345678>',
  'a channel': '<#123456789012345678>',
  'a command': '</who said:123456789012345678>',
  'a custom emoji': '<:smile:123456789012345678>',
  'a moment': '<t:1596326400:R>',
  'an escape of one’s own': `\\@everyone \\\\@everyone \\**${mark}**`,
  backticks: `\`${mark}\` \`\`\`js\n${mark}\n\`\`\``,
  'right-to-left marks': `\u200F\u202E${mark}\u202C \u2066${mark}\u2069`,
  'two words with a turn between them': `${mark}\u202E ${mark}`,
  'text turned around inside a quote': 'the safest \u202Eapp\u202C',
  'right-to-left script': 'שלום עולם مرحبا',
  'a regular expression': '(a+)+$ [^]* .*? \\d{1,99999} (?<=x)',
  'a NUL': `a\u0000${mark}\u0007\u001B[31m${mark}`,
  'a colour code': `\u001B]0;owned\u0007\u001B[2J${mark}`,
  'half a character': `${mark} \uD83D`,
  'the other half': `\uDE00 ${mark}`,
  zalgo: `z${'\u0300\u0316\u0350'.repeat(300)}q`,
  'zero-width characters': `the\u200B safest\u200D \uFEFFapp\u00AD`,
  'a date that cannot be': '2020-13-40',
  'the thirtieth of February': '2020-02-30',
  'a huge year': '999999-01-01',
  'a range the wrong way round': '2020-08-02/2020-07-01',
  'a date with letters': '2O20-08-01',
  'a name nobody has': 'Tencent',
  'a key of another story': 'no-such-story:tiktok',
  'a piece of JSON': '{"$gt":""}',
  'a piece of SQL': "'; DROP TABLE stories; --",
  'a piece of HTML': '<script>alert(1)</script>',
  'a format string': '%s%n{name}{0}$&$1',
  'a gap of the bot’s own': '{name} {speaker} {option}',
  'a piece of a custom id': '1|c|tiktok-2020|s1%7C%25',
  'the name of every object’s prototype': '__proto__',
  'the name of every object’s maker': 'constructor',
  'the name of a method of every object': 'toString',
  'an option of the console': 'name:TikTok speaker:Pappas text:',
  'open quotation marks': '"“«"'.repeat(500),
};

const texts = Object.entries(hostileTexts);
const prototypeNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** The text of every embed, as Discord gets it. */
function descriptions(response: unknown): string {
  const { embeds } = objectOf(objectOf(response).data);
  return (Array.isArray(embeds) ? embeds : [])
    .map((embed) => String(objectOf(embed).description ?? ''))
    .join('\n');
}

/** A message that says something, takes Discord's limits, and pings, hides or disguises nothing. */
function expectClearAnswer(response: Response): void {
  expect(response.type).toBe(4);
  expectHarmless(response);
}

function expectHarmless(response: unknown): void {
  expectNoMarkup(response);
  for (const line of markup(response).split('\n')) {
    expect(line).not.toMatch(new RegExp(`[*_~#>]\\s*${mark}|${mark}\\s*[*_~]`));
    expect(line).not.toMatch(new RegExp(`^\\s*(?:[-+]|-#|\\d+\\.|#+)\\s+${mark}`));
  }
}

function expectNoMarkup(response: unknown): void {
  expect(checkInteractionResponse(response)).toEqual([]);
  expect(descriptions(response).trim()).not.toBe('');
  expect(stray(descriptions(response))).toEqual([]);
  expect(markup(response)).not.toMatch(/[@[\]|]|<[@#:/t]|https?:\/\//);
  expect(markup(response).replaceAll(/`s\d+`/g, '')).not.toContain('`');
  for (const pair of ['**', '__', '~~']) expect(markup(response).split(pair).length % 2).toBe(1);
}

/** What is left without the escaped characters: what Discord may read as markup. */
function markup(response: unknown): string {
  return descriptions(response).replace(/\\[^a-z0-9\s]/gi, '');
}

/** Characters that are invisible, turn text around or are broken, as code points. */
function stray(text: string): string[] {
  return Array.from(text.matchAll(/(?!\n)[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu))
    .map(([character]) => character.codePointAt(0)?.toString(16) ?? '')
    .slice(0, 5);
}

describe.each(texts)('%s, typed on Discord,', (_what, text) => {
  it.each(commands.map((command) => [command.name, command] as const))(
    'gets a clear answer from /%s, whichever option it is typed into',
    async (name, { options }) => {
      const proper = Object.fromEntries(
        options.filter(({ required }) => required).map((option) => [option.name, 'TikTok']),
      );
      for (const option of options)
        expectClearAnswer(await slash(name, { ...proper, [option.name]: text }));
      expectClearAnswer(
        await slash(name, Object.fromEntries(options.map((each) => [each.name, text]))),
      );
      expect(reported).toEqual([]);
    },
  );

  it('does no harm inside a quote that is on record', async () => {
    const inside = `xq${text.slice(0, 200)}xq xq${text.slice(0, 200)}xq`;
    const quote = `These Chinese software companies doing business the United States, whether it's
      TikTok or WeChat, there are ${inside} countless more are feeding data directly to the Chinese
      Communist Party their national security apparatus`;
    const response = await slash('who said', { text: quote });
    expect(response.type).toBe(4);
    expectNoMarkup(response);
    expect(reported).toEqual([]);
  });

  it('gets valid suggestions for every option, or none', async () => {
    for (const { name, options } of commands) {
      for (const option of options) {
        const typing = { [option.name]: text };
        const raw = autocomplete(somebody, { id: '5', path: name }, typing, option.name);
        const response = await responseTo(raw);
        expect(response.type).toBe(8);
        expect(checkInteractionResponse(response)).toEqual([]);
        expect(stray(JSON.stringify(objectOf(response).data))).toEqual([]);
      }
    }
    expect(reported).toEqual([]);
  });

  it('is no command, no option and no button', async () => {
    const nameless = { id: '5', name: text, type: 1, options: [] };
    expectClearAnswer(await responseTo({ id: '1', token: 't', type: 2, data: nameless }));
    expectClearAnswer(await slash('who said', { text: 'countless', [text]: text }));
    const id = text.slice(0, 100);
    for (const custom_id of [id, `1|${id}`, `1|c|tiktok-2020|${id}`, `1|a|1|entity|name=${id}`]) {
      const data = { component_type: 2, custom_id };
      const response = await responseTo({ id: '1', token: 't', type: 3, data });
      expect([4, 7]).toContain(response.type);
      expectHarmless(response);
    }
    expect(reported).toEqual([]);
  });
});

describe.each(texts)('%s, typed in the terminal,', (_what, text) => {
  it('gets a clear answer as a line, a command’s words and every option’s', () => {
    const lines = [
      text,
      `/${text}`,
      ...commands.flatMap(({ name, options }) => [
        `/${name} ${text}`,
        `${name} "${text}"`,
        ...options.map((option) => `/${name} ${option.name}:${text}`),
        `/${name} ${options.map((option) => `${option.name}:${text}`).join(' ')}`,
      ]),
    ];
    for (const line of lines) {
      const answered = answerLine(line, commands, library);
      const shown = terminalText(answered.reply, plain, 80, english);
      expect(shown.trim()).not.toBe('');
      expect(stray(shown)).toEqual([]);
      const json = jsonLine(answered, undefined);
      expect(json).not.toContain('\n');
      expect(JSON.parse(json)).toMatchObject({ status: answered.reply.status });
      if (answered.reply.status !== 'found') {
        const { message, answers } = objectOf(JSON.parse(json));
        expect(answers).toEqual([]);
        expect(message).toEqual(expect.stringMatching(/\w/));
      }
    }
  });

  it('completes to something or nothing, but does not fail', () => {
    for (const { name, options } of commands) {
      for (const line of [text, `/${name} ${text}`, `/${name} ${options[0]?.name}:${text}`]) {
        const [completions] = completeLine(line, commands, library);
        expect(Array.isArray(completions)).toBe(true);
      }
    }
  });
});

describe('a command that there is not, typed in the terminal', () => {
  it('is answered with every one that there is', () => {
    const { reply } = answerLine('/nonsense', commands, library);
    const shown = terminalText(reply, plain, 200, english).replace(/\s+/g, ' ');
    expect(shown).toContain(`${commands.map(({ name }) => `/${name}`).join(', ')}.`);
  });
});

describe('names that every JavaScript object has', () => {
  it.each(prototypeNames)('%s is no command and no option', async (name) => {
    expect(descriptions(await slash(name))).toMatch(/no command/i);
    expect(answerLine(`/${name}`, commands, library).reply.status).toBe('error');
    const raw = autocomplete(somebody, { id: '5', path: 'entity' }, { [name]: 'x' }, name);
    expect(await responseTo(raw)).toEqual({ type: 8, data: { choices: [] } });
    const pressed = { component_type: 2, custom_id: `1|a|1|${name}` };
    expectHarmless(await responseTo({ id: '1', token: 't', type: 3, data: pressed }));
    for (const command of commands) {
      const options = [{ type: 3, name, value: 'x' }];
      const data = { id: '5', name: command.name, type: 1, options };
      expectClearAnswer(await responseTo({ id: '1', token: 't', type: 2, data }));
      expect(library.names.find(name).kind).toBe('none');
    }
  });
});

describe('an interaction that makes no sense', () => {
  const nested = (depth: number): unknown => {
    let value: unknown = { type: 3, name: 'text', value: 'x' };
    for (let level = 0; level < depth; level += 1) {
      value = { type: 1, name: 'said', options: [value] };
    }
    return value;
  };
  const command = (data: unknown) => ({ id: '1', token: 't', type: 2, data });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 0],
    ['a text', 'interaction'],
    ['a list', []],
    ['an empty object', {}],
    ['only a kind', { type: 2 }],
    ['a kind in words', { id: '1', token: 't', type: 'command' }],
    ['a kind nobody knows', { id: '1', token: 't', type: 99 }],
    ['a kind that is infinite', { id: '1', token: 't', type: Number.POSITIVE_INFINITY }],
    ['a command without data', command(undefined)],
    ['a command whose data is null', command(null)],
    ['a command whose data is a list', command([])],
    ['a command without a name', command({})],
    ['a command whose name is a number', command({ name: 5 })],
    ['a command whose options are a text', command({ name: 'entity', options: 'name' })],
    ['a command whose options are null', command({ name: 'entity', options: null })],
    ['a command with a null option', command({ name: 'entity', options: [null] })],
    [
      'an option without a value',
      command({ name: 'entity', options: [{ type: 3, name: 'name' }] }),
    ],
    [
      'an option whose value is an object',
      command({ name: 'entity', options: [{ type: 3, name: 'name', value: { toString: 1 } }] }),
    ],
    [
      'an option whose value is a list',
      command({ name: 'entity', options: [{ type: 3, name: 'name', value: ['TikTok'] }] }),
    ],
    ['a command nested ten thousand deep', command({ name: 'who', options: [nested(10_000)] })],
    [
      'a command with ten thousand options',
      command({ name: 'entity', options: Array(10_000).fill({ type: 3, name: 'x', value: 'x' }) }),
    ],
    ['a press without data', { id: '1', token: 't', type: 3 }],
    ['a press whose id is a number', { id: '1', token: 't', type: 3, data: { custom_id: 7 } }],
    [
      'a choice from a menu',
      { id: '1', token: 't', type: 3, data: { component_type: 3, values: [] } },
    ],
    ['a form', { id: '1', token: 't', type: 5, data: { custom_id: 'x', components: [] } }],
  ])('%s is answered, and with words', async (_what, raw) => {
    expectClearAnswer(await responseTo(raw));
  });

  it.each<[string, unknown]>([
    ['without data', undefined],
    ['of no command', {}],
    ['of options that are no list', { name: 'entity', options: 'name' }],
    [
      'of a number',
      { name: 'entity', options: [{ type: 4, name: 'name', value: 5, focused: true }] },
    ],
    [
      'without what was typed',
      { name: 'entity', options: [{ type: 3, name: 'name', focused: true }] },
    ],
    ['of nothing in focus', { name: 'entity', options: [{ type: 3, name: 'name', value: 'x' }] }],
  ])('a completion %s is answered as completions must be', async (_what, data) => {
    const response = await responseTo({ id: '1', token: 't', type: 4, data });
    expect(response.type).toBe(8);
    expect(checkInteractionResponse(response)).toEqual([]);
  });

  it('that takes long to read is answered all the same', async () => {
    const circle: Record<string, unknown> = { id: '1', token: 't', type: 2 };
    circle.data = circle;
    expectClearAnswer(await responseTo(circle));
    expect(isObject(circle)).toBe(true);
  });

  it('that is a ping is answered with a pong', async () => {
    expect(await responseTo({ id: '1', token: 't', type: 1 })).toEqual({ type: 1 });
  });

  it('with numbers and truth values where texts belong is read as texts', async () => {
    for (const value of [5, 0.1, true, Number.MAX_SAFE_INTEGER]) {
      expectClearAnswer(await slash('entity', { name: value }));
      expectClearAnswer(await slash('who said', { text: value, private: 'perhaps' }));
    }
  });
});
