import { randomBytes } from 'node:crypto';
import type { JsonObject } from './json.ts';
import type { StoredMessage } from './message.ts';
import { snowflake } from './snowflake.ts';

/** The `type` of an interaction, in Discord's numbers. */
export const InteractionKind = {
  command: 2,
  component: 3,
  autocomplete: 4,
  modal: 5,
} as const;

/** An INTERACTION_CREATE payload as Discord sends it. */
export interface RawInteraction extends JsonObject {
  id: string;
  application_id: string;
  type: number;
  token: string;
  guild_id?: string;
  channel_id: string;
  data: JsonObject;
}

/** Who does something, and where. A null guild is a direct message with the bot. */
export interface Scene {
  applicationId: string;
  guildId: string | null;
  channelId: string;
  userId: string;
  locale: string;
  guildLocale: string;
  /** What the member may do; what everybody may if left out. */
  permissions?: string | undefined;
  /** In a conversation of people of whom one has installed the bot for themselves. */
  isGroupChat?: boolean | undefined;
}

/** Somebody who reads English, on a server. */
export const somebody: Scene = {
  applicationId: '1',
  guildId: '2',
  channelId: '3',
  userId: '4',
  locale: 'en-US',
  guildLocale: 'en-US',
};

export type OptionValue = string | number | boolean;

/** The command an interaction names: its id and its path, "who said" for /who, subcommand said. */
export interface CommandRef {
  id: string;
  path: string;
}

/** Somebody runs a slash command. */
export function slashCommand(
  scene: Scene,
  command: CommandRef,
  options: Record<string, OptionValue>,
): RawInteraction {
  return interaction(scene, InteractionKind.command, chatInputData(command, options));
}

/** Somebody types in an option with autocomplete. */
export function autocomplete(
  scene: Scene,
  command: CommandRef,
  options: Record<string, OptionValue>,
  focused: string,
): RawInteraction {
  const typed = focused in options ? options : { ...options, [focused]: '' };
  return interaction(scene, InteractionKind.autocomplete, chatInputData(command, typed, focused));
}

/** Somebody presses a button of a message. */
export function buttonPress(
  scene: Scene,
  message: StoredMessage,
  customId: string,
  componentId = 1,
): RawInteraction {
  const data = { component_type: 2, custom_id: customId, id: componentId };
  return { ...interaction(scene, InteractionKind.component, data), message: { ...message } };
}

/** Somebody picks values in a select menu of a message. */
export function menuChoice(
  scene: Scene,
  message: StoredMessage,
  customId: string,
  values: string[],
): RawInteraction {
  const data = { component_type: 3, custom_id: customId, id: 1, values };
  return { ...interaction(scene, InteractionKind.component, data), message: { ...message } };
}

/** Somebody picks a command in the context menu of a message. */
export function messageCommand(
  scene: Scene,
  command: CommandRef,
  message: StoredMessage,
): RawInteraction {
  return interaction(scene, InteractionKind.command, {
    id: command.id,
    name: command.path,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: { ...message } } },
  });
}

/** Somebody submits a modal; every field is a text input in a label or a row of its own. */
export function modalSubmit(
  scene: Scene,
  customId: string,
  fields: Record<string, string>,
): RawInteraction {
  const components = Object.entries(fields).map(([id, value], index) => ({
    type: 1,
    id: 2 * index + 1,
    components: [{ type: 4, id: 2 * index + 2, custom_id: id, value }],
  }));
  return interaction(scene, InteractionKind.modal, { custom_id: customId, components });
}

/** A user as Discord describes one. */
export function user(id: string, name: string, isBot = false): JsonObject {
  return {
    id,
    username: name,
    discriminator: isBot ? '0001' : '0',
    global_name: isBot ? null : name,
    avatar: null,
    avatar_decoration_data: null,
    public_flags: 0,
    clan: null,
    primary_guild: null,
    ...(isBot ? { bot: true } : {}),
  };
}

function interaction(scene: Scene, type: number, data: JsonObject): RawInteraction {
  return {
    version: 1,
    type,
    token: randomBytes(48).toString('base64url'),
    locale: scene.locale,
    id: snowflake(),
    entitlements: [],
    entitlement_sku_ids: [],
    data,
    channel_id: scene.channelId,
    attachment_size_limit: 10_485_760,
    application_id: scene.applicationId,
    app_permissions: '562949953601536',
    ...place(scene),
  };
}

function place(scene: Scene): JsonObject {
  const who = user(scene.userId, `user-${scene.userId.slice(-4)}`);
  if (scene.guildId === null) {
    return {
      user: who,
      context: scene.isGroupChat === true ? 2 : 1,
      authorizing_integration_owners: scene.isGroupChat === true ? { 1: scene.userId } : { 0: '0' },
      channel: {
        id: scene.channelId,
        type: scene.isGroupChat === true ? 3 : 1,
        flags: 0,
        last_message_id: null,
        recipients: [who],
      },
    };
  }
  return {
    guild_id: scene.guildId,
    guild_locale: scene.guildLocale,
    guild: { id: scene.guildId, locale: scene.guildLocale, features: [] },
    member: member(who, scene.permissions),
    context: 0,
    authorizing_integration_owners: { 0: scene.guildId },
    channel: channel(scene.channelId, scene.guildId),
  };
}

function member(who: JsonObject, permissions = '2222085186637376'): JsonObject {
  return {
    user: who,
    roles: [],
    permissions,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    nick: null,
    mute: false,
    deaf: false,
    flags: 0,
    avatar: null,
    banner: null,
    unusual_dm_activity_until: null,
  };
}

/** A text channel as Discord describes it inside an interaction. */
export function channel(id: string, guildId: string): JsonObject {
  return {
    id,
    guild_id: guildId,
    type: 0,
    name: 'general',
    topic: null,
    nsfw: false,
    position: 0,
    parent_id: null,
    rate_limit_per_user: 0,
    permissions: '2222085186637376',
    permission_overwrites: [],
    last_message_id: null,
    flags: 0,
  };
}

/** The innermost words of the path nest outwards: "who said" puts the options into "said". */
function chatInputData(
  { id, path }: CommandRef,
  values: Record<string, OptionValue>,
  focused?: string,
): JsonObject {
  const [name, ...nested] = path.split(' ');
  const leaves = Object.entries(values).map(([key, value]) => option(key, value, key === focused));
  const options = nested.reduceRight<JsonObject[]>(
    (inner, word, index) => [{ type: nested.length - index, name: word, options: inner }],
    leaves,
  );
  return { id, name, type: 1, options };
}

function option(name: string, value: OptionValue, isFocused: boolean): JsonObject {
  return { type: optionType(value), name, value, ...(isFocused ? { focused: true } : {}) };
}

function optionType(value: OptionValue): number {
  if (typeof value === 'string') return 3;
  if (typeof value === 'boolean') return 5;
  return Number.isInteger(value) ? 4 : 10;
}
