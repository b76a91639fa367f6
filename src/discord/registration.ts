import type {
  APIApplicationCommandBasicOption,
  REST,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import * as z from 'zod';
import type { Command, Option } from '../command.ts';
import { shortened } from '../reply/shortened.ts';

/** The option every command has beside its own: an answer that only the asker sees. */
export const privateOption = 'private';

type CommandBody =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Where commands are registered: with one server while developing, else with all of them. */
export interface Registry {
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
  { rest, applicationId, guildId }: Registry,
): Promise<boolean> {
  const scope = guildId === undefined ? '' : (`/guilds/${guildId}` as const);
  const route = `/applications/${applicationId}${scope}/commands` as const;
  const wanted = commandBody(commands);
  const registered = await rest.get(route);
  if (fingerprint(registered) === fingerprint(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** The commands as Discord's API takes them; `who said` and `who is` become members of `who`. */
export function commandBody(commands: readonly Command[]): CommandBody[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const [group = command.name] = command.name.split(' ');
    groups.set(group, [...(groups.get(group) ?? []), command]);
  }
  const slash = [...groups].map(([name, members]): CommandBody => {
    const [only] = members;
    if (only !== undefined && only.name === name) {
      return { name, type: 1, description: only.description, options: optionsOf(only) };
    }
    const options = members.map((member) => ({
      name: member.name.slice(name.length + 1),
      type: 1 as const,
      description: member.description,
      options: optionsOf(member),
    }));
    const description = members.map((member) => member.description).join(' · ');
    return { name, type: 1, description: shortened(description, 100), options };
  });
  const menus = commands.flatMap(({ menu }) =>
    menu === undefined ? [] : [{ name: menu.name, type: 3 as const }],
  );
  return [...slash, ...menus];
}

function optionsOf({ options }: Command): APIApplicationCommandBasicOption[] {
  return [
    ...options.map(textOption),
    { name: privateOption, type: 5, description: 'Show the answer only to me' },
  ];
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
  options: Comparable[];
}

/** What of a command is ours to set; Discord adds ids, versions and defaults of its own. */
const comparable: z.ZodType<Comparable> = z.object({
  name: z.string(),
  type: z.number().default(1),
  description: z.string().default(''),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  get options() {
    return z.array(comparable).default([]);
  },
});

function fingerprint(list: unknown): string | undefined {
  const parsed = z.array(comparable).safeParse(list);
  if (!parsed.success) return undefined;
  return JSON.stringify(parsed.data.toSorted((a, b) => a.name.localeCompare(b.name)));
}
