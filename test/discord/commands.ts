import { isDeepStrictEqual } from 'node:util';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import { snowflake } from './snowflake.ts';

const BOT_DM = 1;

/** A command as Discord stores and returns it. */
export interface RegisteredCommand extends JsonObject {
  id: string;
  type: number;
  name: string;
  description: string;
  version: string;
  options?: JsonObject[];
}

/** The commands of an application, global ones and those of single guilds. */
export class CommandRegistry {
  readonly #applicationId: string;
  readonly #scopes = new Map<string, RegisteredCommand[]>();

  constructor(applicationId: string) {
    this.#applicationId = applicationId;
  }

  /** The commands registered globally, or for one guild. */
  list(guildId: string | null): RegisteredCommand[] {
    return structuredClone(this.#scopes.get(guildId ?? '') ?? []);
  }

  /** Bulk overwrite: a command of the same type and name keeps its id, the others go. */
  overwrite(guildId: string | null, body: unknown): RegisteredCommand[] {
    const before = this.list(guildId);
    const after = listOf(body).map((value) => this.#store(objectOf(value), guildId, before));
    this.#scopes.set(guildId ?? '', after);
    return structuredClone(after);
  }

  /** The command a user in this guild would get by this name. */
  find(name: string, type: number, guildId: string | null): RegisteredCommand | undefined {
    const inGuild = guildId === null ? [] : this.list(guildId);
    return [...inGuild, ...this.list(null)].find((one) => one.name === name && one.type === type);
  }

  #store(
    command: JsonObject,
    guildId: string | null,
    before: RegisteredCommand[],
  ): RegisteredCommand {
    const type = numberOf(command.type) || 1;
    const old = before.find((one) => one.name === command.name && one.type === type);
    const id = old?.id ?? snowflake();
    const stored = asReturned(command, { id, applicationId: this.#applicationId, guildId });
    if (old === undefined) return stored;
    const isUnchanged = isDeepStrictEqual({ ...stored, version: '' }, { ...old, version: '' });
    return isUnchanged ? old : stored;
  }
}

/**
 * What Discord makes of a command it is sent: other key order, defaults filled in, false and empty
 * values dropped. A naive deep-equal against what was sent always fails, as it does in reality.
 */
function asReturned(
  command: JsonObject,
  { id, applicationId, guildId }: { id: string; applicationId: string; guildId: string | null },
): RegisteredCommand {
  const options = listOf(command.options).map(optionAsReturned);
  return {
    id,
    application_id: applicationId,
    version: snowflake(),
    default_member_permissions: command.default_member_permissions ?? null,
    type: numberOf(command.type) || 1,
    name: textOf(command.name),
    name_localizations: command.name_localizations ?? null,
    description: textOf(command.description),
    description_localizations: command.description_localizations ?? null,
    ...(guildId === null ? globalFields(command) : { guild_id: guildId }),
    ...(options.length > 0 ? { options } : {}),
    nsfw: command.nsfw === true,
  };
}

function globalFields(command: JsonObject): JsonObject {
  const contexts = Array.isArray(command.contexts) ? command.contexts : null;
  return {
    dm_permission: contexts === null ? command.dm_permission !== false : contexts.includes(BOT_DM),
    contexts,
    integration_types: command.integration_types ?? [0],
  };
}

function optionAsReturned(value: unknown): JsonObject {
  const { type, name, description, options, choices, ...rest } = objectOf(value);
  const inner = listOf(options).map(optionAsReturned);
  const offered = listOf(choices).map((choice) => ({
    name_localizations: null,
    ...objectOf(choice),
  }));
  return {
    type,
    name,
    name_localizations: null,
    description,
    description_localizations: null,
    ...Object.fromEntries(Object.entries(rest).filter(([, kept]) => kept !== false)),
    ...(offered.length > 0 ? { choices: offered } : {}),
    ...(inner.length > 0 ? { options: inner } : {}),
  };
}

/** Without `?with_localizations=true` a GET returns no dictionaries of translations. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'name_localizations' && key !== 'description_localizations')
      .map(([key, inner]) => [key, withoutLocalizations(inner)]),
  );
}
