import { describe, expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import { checkCommands, checkInteractionResponse } from './payload.ts';

const SILENT = { allowed_mentions: { parse: [] } };

/** The violations of a message with this in it. */
function message(data: JsonObject): string[] {
  return checkInteractionResponse({ type: 4, data: { ...SILENT, ...data } });
}

/** A row of buttons with the given custom ids. */
function row(...ids: string[]): JsonObject {
  const components = ids.map((id) => ({ type: 2, style: 1, label: 'Go', custom_id: id }));
  return { type: 1, components };
}

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });

describe('what is clearly right passes', () => {
  it.each<[string, JsonObject]>([
    ['content', { content: 'x'.repeat(2000) }],
    ['an embed', { embeds: [{ title: 'a', fields: [{ name: 'n', value: 'v' }], color: 1 }] }],
    ['a timestamp with an offset', { embeds: [{ timestamp: '2024-01-01T00:00:00+00:00' }] }],
    ['buttons', { content: 'a', components: [row('1', '2'), row('3')] }],
    ['a link', { content: 'a', components: [{ type: 1, components: [LINK] }] }],
    ['components v2', { flags: V2, components: [{ type: 17, components: [text('a'), row('1')] }] }],
  ])('%s', (_, data) => {
    expect(message(data)).toEqual([]);
  });

  it('deferrals, choices, updates', () => {
    const choices = [{ name: 'n', value: 'v' }];
    expect(checkInteractionResponse({ type: 5, data: { flags: 64 } })).toEqual([]);
    expect(checkInteractionResponse({ type: 6 })).toEqual([]);
    expect(checkInteractionResponse({ type: 7, data: { ...SILENT, components: [] } })).toEqual([]);
    expect(checkInteractionResponse({ type: 8, data: { choices } })).toEqual([]);
    expect(checkInteractionResponse({ type: 8, data: { choices: [] } })).toEqual([]);
  });
});

const LINK = { type: 2, style: 5, label: 'Go', url: 'https://example.org/' };
const FIELD = { name: 'n', value: 'v' };

describe('what is clearly wrong in a message fails', () => {
  it.each<[string, JsonObject, string]>([
    ['long content', { content: 'x'.repeat(2001) }, 'data.content'],
    ['emoji beyond UTF-16 limits', { content: '😀'.repeat(1001) }, 'data.content'],
    ['nothing', {}, 'Cannot send an empty message'],
    ['11 embeds', { embeds: Array(11).fill({ title: 'a' }) }, 'data.embeds'],
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds[0].title'],
    ['26 fields', { embeds: [{ fields: Array(26).fill(FIELD) }] }, 'embeds[0].fields'],
    ['an empty field', { embeds: [{ fields: [{ name: '', value: 'v' }] }] }, 'fields[0].name'],
    ['a valueless field', { embeds: [{ fields: [{ name: 'n' }] }] }, 'fields[0].value'],
    ['a long footer', { embeds: [{ footer: { text: 'x'.repeat(2049) } }] }, 'footer.text'],
    ['a long author', { embeds: [{ author: { name: 'x'.repeat(257) } }] }, 'author.name'],
    ['6001 in two', { embeds: ['', 'x'].map((a) => described(3000, a)) }, 'maximum size of 6000'],
    ['a bad color', { embeds: [{ title: 'a', color: -1 }] }, 'embeds[0].color'],
    ['a bad link', { embeds: [{ title: 'a', url: 'nowhere' }] }, 'embeds[0].url'],
    ['6 rows', { content: 'a', components: [...'123456'].map((id) => row(id)) }, 'action rows'],
    ['6 buttons', { content: 'a', components: [row(...'123456')] }, 'buttons in a row'],
    ['one id twice', { content: 'a', components: [row('1'), row('1')] }, 'duplicated'],
    ['an empty id', { content: 'a', components: [row('')] }, 'custom_id'],
    ['a long id', { content: 'a', components: [row('x'.repeat(101))] }, 'custom_id'],
    ['a long label', labelled('x'.repeat(81)), 'label'],
    ['no label', labelled(''), 'label'],
    ['text without the flag', { components: [text('a')] }, 'IS_COMPONENTS_V2'],
    ['content with v2', { flags: V2, content: 'a', components: [text('a')] }, "'content' field"],
    ['41 components', { flags: V2, components: Array(41).fill(text('a')) }, 'in total'],
    ['4001 of text', { flags: V2, components: [text('x'.repeat(4000)), text('x')] }, '4000'],
    ['pings', { content: 'a', allowed_mentions: { parse: ['users'] } }, 'parse: []'],
    ['a pinged user', { content: 'a', allowed_mentions: { parse: [], users: ['1'] } }, 'No user'],
  ])('%s', (_, data, expected) => {
    expect(message(data).join('\n')).toContain(expected);
  });

  it('no allowed_mentions, in a new message and in an update', () => {
    for (const type of [4, 7]) {
      const found = checkInteractionResponse({ type, data: { content: 'a' } });
      expect(found).toEqual([
        'data.allowed_mentions: Every message must have allowed_mentions with parse: [].',
      ]);
    }
  });
});

describe('what is clearly wrong in choices fails', () => {
  it.each<[string, unknown]>([
    ['26 of them', Array(26).fill({ name: 'n', value: 'v' })],
    ['an empty name', [{ name: '', value: 'v' }]],
    ['a long name', [{ name: 'x'.repeat(101), value: 'v' }]],
    ['a long value', [{ name: 'n', value: 'x'.repeat(101) }]],
    ['an empty value', [{ name: 'n', value: '' }]],
    [
      'mixed values',
      [
        { name: 'n', value: 'v' },
        { name: 'm', value: 1 },
      ],
    ],
    ['none at all', undefined],
  ])('%s', (_, choices) => {
    expect(checkInteractionResponse({ type: 8, data: { choices } })).not.toEqual([]);
  });
});

describe('commands', () => {
  const command = (rest: JsonObject) => checkCommands([{ name: 'a', description: 'd', ...rest }]);
  const option = (rest: JsonObject) => ({ type: 3, name: 'a', description: 'd', ...rest });

  it('that are right pass', () => {
    expect(command({ default_member_permissions: '8', nsfw: false, contexts: [0, 1] })).toEqual([]);
    expect(command({ name: 'qui-a_dit', name_localizations: { fr: 'été' } })).toEqual([]);
    expect(command({ options: [option({ required: true }), option({ name: 'b' })] })).toEqual([]);
    expect(checkCommands([{ type: 3, name: 'Who said this?' }])).toEqual([]);
    expect(checkCommands([])).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['upper case', { name: 'Who' }],
    ['a space', { name: 'who said' }],
    ['a long name', { name: 'x'.repeat(33) }],
    ['no description', { description: '' }],
    ['a long description', { description: 'x'.repeat(101) }],
    ['a bad translation', { name_localizations: { fr: 'Qui Dit' } }],
    [
      '26 options',
      { options: Array.from('abcdefghijklmnopqrstuvwxyz', (name) => option({ name })) },
    ],
    ['an unknown option type', { options: [option({ type: 99 })] }],
    ['one option twice', { options: [option({}), option({})] }],
    ['required last', { options: [option({}), option({ name: 'b', required: true })] }],
    ['a mixture', { options: [option({}), option({ type: 1, name: 'b' })] }],
    ['a bad inner name', { options: [option({ type: 1, options: [option({ name: 'B' })] })] }],
    ['a long choice', { options: [option({ choices: [{ name: 'n', value: 'x'.repeat(101) }] })] }],
    ['choices and autocomplete', { options: [option({ autocomplete: true, choices: [FIELD] })] }],
    ['a described context menu command', { type: 3 }],
  ])('with %s fail', (_, rest) => {
    expect(command(rest)).not.toEqual([]);
  });

  it('that are too big in all fail', () => {
    const choices = Array.from({ length: 25 }, (_, i) => ({
      name: `${i}`.padEnd(100, 'x'),
      value: `${i}`.padEnd(100, 'x'),
    }));
    const options = ['a', 'b'].map((name) => option({ name, choices }));
    expect(command({ options }).join()).toContain('maximum size of 8000');
  });

  it('with the same name twice fail', () => {
    const one = { name: 'a', description: 'd' };
    expect(checkCommands([one, one]).join()).toContain('unique');
    expect(checkCommands({})).not.toEqual([]);
  });
});

function described(length: number, extra: string): JsonObject {
  return { description: 'x'.repeat(length) + extra };
}

function labelled(label: string): JsonObject {
  const components = [{ type: 2, style: 1, label, custom_id: 'a' }];
  return { content: 'a', components: [{ type: 1, components }] };
}
