import {
  type APIApplicationCommandBasicOption,
  Locale,
  type LocalizationMap,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import * as z from 'zod';
import {
  type Command,
  type Described,
  headMember,
  type Option,
  usefulOptions,
} from '../command.ts';
import type { Library } from '../library.ts';
import type { Language } from '../reply/language.ts';
import { english, languageFor } from '../reply/languages/index.ts';
import { shortened } from '../reply/shortened.ts';
import { type Named, notice } from '../reply/words.ts';

/** The option every command has beside its own: an answer that only the asker sees. */
export const privateOption = 'private';

type CommandBody =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** The command that Discord calls by this name. */
export function commandNamed(name: string, commands: readonly Command[]): Command | undefined {
  const own = commands.find((command) => command.name === name);
  if (own !== undefined || !name.endsWith(` ${headMember}`)) return own;
  return commands.find((command) => command.name === name.slice(0, -headMember.length - 1));
}

/** Where commands are registered: with one server while developing, else with all of them. */
export interface Registry {
  /** The stories there are: an option that chooses one is only of use among several. */
  readonly library: Pick<Library, 'stories'>;
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  readonly guildId: string | undefined;
}

/**
 * Makes Discord's list of commands the same as ours.
 *
 * @returns whether anything had to be sent
 */
export async function registerCommands(
  commands: readonly Command[],
  { rest, applicationId, guildId, library }: Registry,
): Promise<boolean> {
  const scope = guildId === undefined ? '' : (`/guilds/${guildId}` as const);
  const route = `/applications/${applicationId}${scope}/commands` as const;
  const wanted = commandBody(commands, library, guildId);
  const registered = await rest.get(route, { query: withTranslations });
  if (fingerprint(registered) === fingerprint(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** Otherwise Discord leaves them out, and they would seem to have changed. */
const withTranslations = new URLSearchParams({ with_localizations: 'true' });

/** The commands as Discord's API takes them; `who said` and `who is` become members of `who`. */
export function commandBody(
  commands: readonly Command[],
  library: Pick<Library, 'stories'>,
  guildId: string | undefined,
): CommandBody[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const [group = command.name] = command.name.split(' ');
    groups.set(group, [...(groups.get(group) ?? []), command]);
  }
  const slash = [...groups].map(([name, members]): CommandBody => {
    const [first, ...others] = members;
    if (first !== undefined && first.name === name && others.length === 0) {
      const options = optionsOf(first, library);
      return { ...described(first), type: 1, options, ...offer(first, guildId) };
    }
    return {
      ...groupDescribed(name, members),
      type: 1,
      options: members.map((member) => ({
        ...(member.name === name ? headDescribed(member) : described(member, memberName)),
        type: 1 as const,
        options: optionsOf(member, library),
      })),
      ...offer(first, guildId),
    };
  });
  const menus = commands.flatMap(({ menu }) =>
    menu === undefined
      ? []
      : [
          {
            name: menu.name,
            name_localizations: inEachLocale(nameOf(menu)),
            type: 3 as const,
            ...offer(undefined, guildId),
          },
        ],
  );
  return [...slash, ...menus];
}

/** Manage Server, as Discord writes permissions. */
const manageServer = '32';

/**
 * To whom and where a command is offered: to servers and users who install the bot, on servers, in
 * direct messages with the bot and in others; one about the server only to those who manage it. Of
 * what is registered with a single server Discord knows the place already.
 */
function offer(command: Command | undefined, guildId: string | undefined) {
  const ofServer = command?.scope === 'server';
  return {
    ...(ofServer ? { default_member_permissions: manageServer } : {}),
    ...(guildId === undefined
      ? {
          integration_types: ofServer ? [0] : [0, 1],
          contexts: ofServer ? [0] : [0, 1, 2],
        }
      : {}),
  };
}

/** `who said` is the member `said` of the group `who`, in every language. */
const groupName = (name: string) => name.split(' ')[0] ?? name;
const memberName = (name: string) => name.slice(groupName(name).length + 1);

/** The command that is called as its group is, as a member of it. */
function headDescribed(head: Described) {
  const name_localizations = inEachLocale((language) => language.say(notice('group-itself')));
  return { ...described(head), name: headMember, name_localizations };
}

function groupDescribed(name: string, members: readonly Command[]) {
  const [first] = members;
  const together = (descriptions: readonly string[]) => shortened(descriptions.join(' · '), 100);
  return {
    name,
    name_localizations: inEachLocale((language) => {
      const translated = first?.translations[language.tag]?.name;
      return translated === undefined ? undefined : groupName(translated);
    }),
    description: together(members.map(({ description }) => description)),
    description_localizations: inEachLocale((language) =>
      together(
        members.map(
          ({ translations, description }) => translations[language.tag]?.description ?? description,
        ),
      ),
    ),
  };
}

function described(
  { name, description, translations }: Described,
  part: (name: string) => string = (whole) => whole,
) {
  return {
    name: part(name),
    name_localizations: inEachLocale(({ tag }) => {
      const translated = translations[tag]?.name;
      return translated === undefined ? undefined : part(translated);
    }),
    description,
    description_localizations: inEachLocale(({ tag }) => translations[tag]?.description),
  };
}

const nameOf = (named: Named) => (language: Language) => named.translations[language.tag]?.name;

/** What Discord shows to readers of each of its locales that we have a text for. */
function inEachLocale(text: (language: Language) => string | undefined): LocalizationMap {
  const texts = Object.values(Locale).map((locale) => [locale, languageFor(locale)] as const);
  return Object.fromEntries(
    texts.flatMap(([locale, language]) => {
      const shown = language === english ? undefined : text(language);
      return shown === undefined ? [] : [[locale, shown]];
    }),
  );
}

function optionsOf(
  command: Command,
  library: Pick<Library, 'stories'>,
): APIApplicationCommandBasicOption[] {
  const options = usefulOptions(command, library).map(textOption);
  return command.scope === 'server' ? options : [...options, askedPrivately()];
}

function textOption(option: Option) {
  const { required, completes } = option;
  return { ...described(option), type: 3 as const, required, autocomplete: completes };
}

function askedPrivately() {
  const key = 'private-option-described';
  return {
    name: privateOption,
    name_localizations: inEachLocale((language) => language.say(notice('private-option'))),
    description: english.say(notice(key)),
    description_localizations: inEachLocale((language) => language.say(notice(key))),
    type: 5 as const,
  };
}

type Translations = readonly (readonly [locale: string, text: string])[];

/** In no order of Discord's; where there are none, it says null. */
const translations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((texts) => Object.entries(texts ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));

interface Comparable {
  name: string;
  type: number;
  description: string;
  name_localizations: Translations;
  description_localizations: Translations;
  required: boolean;
  autocomplete: boolean;
  default_member_permissions: string | null;
  integration_types: number[];
  contexts: number[];
  options: Comparable[];
}

const numbers = z
  .array(z.number())
  .nullish()
  .transform((list) => (list ?? []).toSorted((a, b) => a - b));

/** What of a command is ours to set; Discord adds ids, versions and defaults of its own. */
const comparable: z.ZodType<Comparable> = z.object({
  name: z.string(),
  type: z.number().default(1),
  description: z.string().default(''),
  name_localizations: translations,
  description_localizations: translations,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  default_member_permissions: z.string().nullable().default(null),
  integration_types: numbers,
  contexts: numbers,
  get options() {
    return z.array(comparable).default([]);
  },
});

function fingerprint(list: unknown): string | undefined {
  const parsed = z.array(comparable).safeParse(list);
  if (!parsed.success) return undefined;
  return JSON.stringify(parsed.data.toSorted((a, b) => a.name.localeCompare(b.name)));
}
