import fc from 'fast-check';
import type { Command } from '../../src/command.ts';
import type { Library } from '../../src/library.ts';
import {
  autocomplete,
  buttonPress,
  messageCommand,
  modalSubmit,
  type OptionValue,
  type Scene,
  slashCommand,
} from '../discord/interactions.ts';
import { isObject } from '../discord/json.ts';
import { newMessage } from '../discord/message.ts';

/** Interactions as a hostile user, or a Discord gone mad, might send them: always JSON. */
export function hostileInteractions(
  commands: readonly Command[],
  library: Library,
): fc.Arbitrary<unknown> {
  const proper = properInteractions(commands, hostileTexts(library));
  return fc.oneof(
    { weight: 6, arbitrary: proper },
    { weight: 3, arbitrary: damaged(proper) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
    { weight: 1, arbitrary: fc.record({ type: fc.integer(), data: fc.jsonValue() }) },
  );
}

/** Text that means something to Discord, to JSON, to a regular expression or to the article. */
function hostileTexts(library: Library): fc.Arbitrary<string> {
  const sentences = library.stories.flatMap((story) => story.sentences.map(({ text }) => text));
  const names = library.stories.flatMap(({ entities }) => entities.map(({ name }) => name));
  const onRecord = fc.constantFrom(...sentences, ...names);
  const token = fc.constantFrom(...discordTokens);
  const unicode = fc.string({ unit: 'binary', maxLength: 80 });
  const piece = fc.oneof(token, unicode, fc.string({ unit: 'grapheme', maxLength: 20 }), onRecord);
  return fc.oneof(
    { weight: 3, arbitrary: piece },
    { weight: 3, arbitrary: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')) },
    { weight: 2, arbitrary: fc.tuple(onRecord, token, fc.nat()).map(spliced) },
    { weight: 1, arbitrary: fc.tuple(piece, fc.integer({ min: 1, max: 6000 })).map(repeated) },
  );
}

const discordTokens = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</who said:123456789012345678>',
  '<t:1596326400:R>',
  '<:smile:123456789012345678>',
  '[x](https://evil.example/)',
  'https://evil.example/x',
  '**',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '> ',
  '>>> ',
  '-# ',
  '# ',
  '- ',
  '1. ',
  '\\',
  '\n',
  '\u0000',
  '\u202E',
  '\u200B',
  '\uD83D',
  '“',
  '”',
  '"',
  '{name}',
  '$&',
  '%s',
  '__proto__',
  'constructor',
  '(a+)+$',
];

function spliced([text, token, at]: [string, string, number]): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + token + text.slice(place);
}

function repeated([text, times]: [string, number]): string {
  return text.repeat(Math.min(times, Math.ceil(6000 / Math.max(1, text.length)))).slice(0, 6000);
}

function properInteractions(
  commands: readonly Command[],
  text: fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  const scene = fc.record<Scene>({
    applicationId: fc.constant('1'),
    guildId: fc.constantFrom('2', null),
    channelId: fc.constant('3'),
    userId: fc.constant('4'),
    locale: fc.oneof(fc.constantFrom('en-US', 'zh-CN', 'fr', 'ja'), text),
    guildLocale: fc.constantFrom('en-US', 'de'),
  });
  const path = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...commands.map(({ name }) => name)) },
    // Every word nests one deeper.
    { weight: 1, arbitrary: text.map((each) => each.slice(0, 100)) },
  );
  const names = commands.flatMap(({ options }) => options.map(({ name }) => name));
  const option = fc.constantFrom(...names, 'private', 'constructor');
  const value: fc.Arbitrary<OptionValue> = fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: fc.double({ noNaN: true }) },
  );
  const options = fc.dictionary(option, value, { maxKeys: 5 });
  const menus = commands.flatMap(({ menu }) => (menu === undefined ? [] : [menu.name]));
  const customId = fc.oneof(
    text.map((each) => each.slice(0, 100)),
    fc.tuple(fc.constantFrom('0', '1', '2'), fc.array(text, { maxLength: 4 })).map(joined),
    fc.tuple(fc.constantFrom('1|a|1', '1|a|-1', '1|c'), path, option, text).map(pressOf),
  );
  return fc.oneof(
    fc.tuple(scene, path, options).map(([s, p, o]) => slashCommand(s, { id: '5', path: p }, o)),
    fc
      .tuple(scene, path, options, option)
      .map(([s, p, o, f]) => autocomplete(s, { id: '5', path: p }, o, f)),
    fc
      .tuple(scene, customId)
      .map(([s, id]) => buttonPress(s, newMessage({}, { channelId: '3', author: {} }), id)),
    fc
      .tuple(scene, fc.constantFrom(...menus, 'x'), text)
      .map(([s, name, content]) =>
        messageCommand(
          s,
          { id: '5', path: name },
          newMessage({ content }, { channelId: '3', author: {} }),
        ),
      ),
    fc.tuple(scene, customId, text).map(([s, id, field]) => modalSubmit(s, id, { field })),
  );
}

function joined([version, parts]: [string, string[]]): string {
  return [version, ...parts].join('|').slice(0, 100);
}

function pressOf([start, command, option, text]: [string, string, string, string]): string {
  return `${start}|${command}|${option}=${text}`.slice(0, 100);
}

/** One value somewhere inside replaced by another, or gone. */
function damaged(proper: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const other = fc.oneof(fc.constant(undefined), fc.constant(null), fc.jsonValue({ maxDepth: 2 }));
  return fc.tuple(proper, fc.nat(), other).map(([whole, at, value]) => {
    const copy: unknown = JSON.parse(JSON.stringify(whole));
    const places = placesIn(copy);
    places[at % Math.max(1, places.length)]?.(value);
    return copy;
  });
}

type Put = (value: unknown) => void;

function placesIn(value: unknown): readonly Put[] {
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) => [
      (other: unknown) => value.splice(index, 1, other),
      ...placesIn(inner),
    ]);
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    (other: unknown) => {
      value[key] = other;
    },
    ...placesIn(inner),
  ]);
}
