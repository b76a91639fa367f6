import type {
  APIApplicationCommandBasicOption,
  REST,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import * as z from 'zod';
import { type Command, type Option, usefulOptions } from '../command.ts';
import type { Library } from '../library.ts';
import { shortened } from '../reply/shortened.ts';

/** The option every command has beside its own: an answer that only the asker sees. */
export const privateOption = 'private';

type CommandBody =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** What a command is called that is also the name of its group: Discord has no room for both. */
const headMember = 'show';

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
  const registered = await rest.get(route);
  if (fingerprint(registered) === fingerprint(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

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
    const [only, ...others] = members;
    if (only !== undefined && only.name === name && others.length === 0) {
      const options = optionsOf(only, library);
      return { name, type: 1, description: only.description, options, ...offer(only, guildId) };
    }
    const options = members.map((member) => ({
      name: member.name === name ? headMember : member.name.slice(name.length + 1),
      type: 1 as const,
      description: member.description,
      options: optionsOf(member, library),
    }));
    const description = shortened(members.map((member) => member.description).join(' · '), 100);
    return { name, type: 1, description, options, ...offer(only, guildId) };
  });
  const menus = commands.flatMap(({ menu }) =>
    menu === undefined ? [] : [{ name: menu.name, type: 3 as const, ...offer(undefined, guildId) }],
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

function optionsOf(
  command: Command,
  library: Pick<Library, 'stories'>,
): APIApplicationCommandBasicOption[] {
  const options = usefulOptions(command, library).map(textOption);
  if (command.scope === 'server') return options;
  return [...options, { name: privateOption, type: 5, description: 'Show the answer only to me' }];
}

function textOption({ name, description, required, completes }: Option) {
  return { name, type: 3 as const, description, required, autocomplete: completes };
}

interface Comparable {
  name: string;
  type: number;
  description: string;
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
