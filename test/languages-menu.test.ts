import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { commandBody } from '../src/discord/registration.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { english, languageFor, languages } from '../src/reply/languages/index.ts';
import { anywhere } from '../src/request.ts';
import { type JsonObject, listOf, objectOf, textOf } from './discord/json.ts';
import { checkCommands } from './discord/payload.ts';

const others = languages.filter((language) => language !== english);

describe('Discord’s menu', async () => {
  // With several stories there is an option more.
  const several = await openDataFolder('test/stories');
  const body = commandBody(commands, several, undefined);
  const every = body.flatMap((command) => listed(objectOf(command)));
  const locales = ['de', 'es-ES', 'es-419', 'fr', 'ja', 'zh-CN', 'zh-TW'];

  it('is one that Discord takes', () => {
    expect(checkCommands(body)).toEqual([]);
  });

  it('names and describes every command and option in every language', () => {
    for (const { name, description, ...rest } of every) {
      const names = objectOf(rest.name_localizations);
      expect(Object.keys(names).sort(), textOf(name)).toEqual([...locales].sort());
      if (description === undefined) continue;
      const descriptions = objectOf(rest.description_localizations);
      expect(Object.keys(descriptions).sort(), textOf(name)).toEqual([...locales].sort());
      expect(Object.values(descriptions), textOf(name)).not.toContain(description);
      expect(names['es-419']).toBe(names['es-ES']);
    }
  });

  it.each(locales)('has no two alike beside each other in %s', (locale) => {
    const named = (things: readonly unknown[]) =>
      things.map((thing) => {
        const { name, type = 1, ...rest } = objectOf(thing);
        return `${type} ${textOf(objectOf(rest.name_localizations)[locale] ?? name)}`;
      });
    const siblings = [body, ...every.map(({ options }) => listOf(options))].map(named);
    for (const names of siblings) expect(new Set(names).size, names.join()).toBe(names.length);
  });

  it('groups in every language what it groups in English', () => {
    for (const { tag } of others) {
      const groups = new Map<string, Set<string>>();
      for (const { name, translations } of commands) {
        const translated = translations[tag]?.name ?? '';
        expect(translated.split(' ').length, name).toBe(name.split(' ').length);
        const [group = ''] = name.split(' ');
        groups.set(group, (groups.get(group) ?? new Set()).add(translated.split(' ')[0] ?? ''));
      }
      for (const [group, names] of groups) expect([...names], `${group} in ${tag}`).toHaveLength(1);
    }
  });

  it('is in English for a command that nobody has translated', () => {
    const [first] = commands;
    if (first === undefined) throw new Error('no commands');
    const voices = { ...first, name: 'voices', translations: {}, options: [], menu: undefined };
    const [plain] = commandBody([voices], several, undefined);
    expect(plain).toMatchObject({ name: 'voices', name_localizations: {} });
  });
});

/** A command or option, and all that is in it. */
function listed(thing: JsonObject): JsonObject[] {
  return [thing, ...listOf(thing.options).flatMap((option) => listed(objectOf(option)))];
}

describe('An option that is wrong', async () => {
  const library = await openDataFolder('data');

  it('is called as the reader sees it in the menu', () => {
    const timeline = commands.find(({ name }) => name === 'timeline');
    const request = { ...anywhere, command: 'timeline', options: { entity: ' ' } };
    const [problem] = timeline?.answer(request, library).notices ?? [];
    expect(problem && languageFor('de').say(problem)).toContain('„wer“');
    expect(problem && english.say(problem)).toContain('“entity”');
  });
});
