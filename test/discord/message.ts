import { z } from 'zod';
import { walk } from './components.ts';
import { type JsonObject, numberOf } from './json.ts';
import { snowflake } from './snowflake.ts';

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const BUTTON = 2;
/** The flags that stay when a message is edited: an edit cannot make a message public. */
const LASTING_FLAGS = EPHEMERAL | (1 << 15);

/** A component as a bot sends it; only what tests ask about is named. */
export interface Component {
  type: number;
  custom_id?: string | null | undefined;
  label?: string | null | undefined;
  style?: number | undefined;
  disabled?: boolean | null | undefined;
  url?: string | null | undefined;
  content?: string | undefined;
  components?: Component[] | undefined;
  accessory?: Component | undefined;
  [key: string]: unknown;
}

const componentSchema: z.ZodType<Component> = z.looseObject({
  type: z.number(),
  custom_id: z.string().nullish(),
  label: z.string().nullish(),
  style: z.number().optional(),
  disabled: z.boolean().nullish(),
  url: z.string().nullish(),
  content: z.string().optional(),
  get components() {
    return z.array(componentSchema).optional();
  },
  get accessory() {
    return componentSchema.optional();
  },
});

const embedSchema = z.looseObject({
  title: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  color: z.number().nullish(),
  timestamp: z.string().nullish(),
  footer: z.looseObject({ text: z.string() }).nullish(),
  author: z.looseObject({ name: z.string(), url: z.string().nullish() }).nullish(),
  fields: z
    .array(z.looseObject({ name: z.string(), value: z.string(), inline: z.boolean().nullish() }))
    .nullish(),
});

const payloadSchema = z.looseObject({
  content: z.string().nullish(),
  embeds: z.array(embedSchema).nullish(),
  components: z.array(componentSchema).nullish(),
  flags: z.number().nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
  allowed_mentions: z.looseObject({}).nullish(),
});

export type Embed = z.infer<typeof embedSchema>;

/** A message as the bot sent it: what it left out stays left out. */
export type MessagePayload = z.infer<typeof payloadSchema>;

/** A message as it stands in the channel. */
export interface StoredMessage extends JsonObject {
  id: string;
  channel_id: string;
  content: string;
  embeds: Embed[];
  components: Component[];
  flags: number;
}

/** Files of a multipart request: what is kept of them. */
export interface UploadedFile {
  field: string;
  name: string;
  type: string;
  size: number;
}

/** A payload that passed the checks, typed. */
export function parsePayload(body: unknown): MessagePayload {
  return payloadSchema.parse(body ?? {});
}

/** Whether only the user who caused a message sees it. */
export function isEphemeral(message: { flags?: number | null | undefined }): boolean {
  return (numberOf(message.flags) & EPHEMERAL) !== 0;
}

/** A new message with a bot's payload, with all that Discord adds to it. */
export function newMessage(
  payload: MessagePayload,
  surroundings: { channelId: string; author: JsonObject; extra?: JsonObject },
  files: UploadedFile[] = [],
): StoredMessage {
  const id = snowflake();
  return {
    id,
    type: 0,
    channel_id: surroundings.channelId,
    author: surroundings.author,
    content: payload.content ?? '',
    embeds: asShown(payload.embeds),
    components: withIds(payload.components),
    attachments: attachmentsOf(id, files),
    flags: numberOf(payload.flags),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...surroundings.extra,
  };
}

/** The message that a deferral shows: "the application is thinking…". */
export function loadingMessage(
  flags: number,
  surroundings: { channelId: string; author: JsonObject; extra?: JsonObject },
): StoredMessage {
  return newMessage({ flags: flags | LOADING }, surroundings);
}

/** Changes a message as an edit does: what the payload leaves out stays as it was. */
export function editMessage(
  message: StoredMessage,
  payload: MessagePayload,
  files: UploadedFile[] = [],
): void {
  const isFirstContent = (message.flags & LOADING) !== 0;
  if (payload.content !== undefined) message.content = payload.content ?? '';
  if (payload.embeds !== undefined) message.embeds = asShown(payload.embeds);
  if (payload.components !== undefined) message.components = withIds(payload.components);
  if (files.length > 0) message.attachments = attachmentsOf(message.id, files);
  message.flags = (message.flags & LASTING_FLAGS) | (numberOf(payload.flags) & ~EPHEMERAL);
  if (!isFirstContent) message.edited_timestamp = new Date().toISOString();
}

/** The buttons of a message, in the order shown. */
export function buttonsOf(message: { components?: Component[] | null | undefined }): JsonObject[] {
  return [...walk(message.components)]
    .map(({ component }) => component)
    .filter(({ type }) => type === BUTTON);
}

function asShown(embeds: Embed[] | null | undefined): Embed[] {
  return (embeds ?? []).map((embed) => ({ ...embed, type: 'rich' }));
}

/** Discord numbers the components of a message, depth first, starting at 1. */
function withIds(components: Component[] | null | undefined): Component[] {
  const copy = structuredClone(components ?? []);
  let next = 1;
  for (const { component } of walk(copy)) {
    component.id ??= next;
    next += 1;
  }
  return copy;
}

function attachmentsOf(messageId: string, files: UploadedFile[]): JsonObject[] {
  return files.map(({ name, type, size }) => {
    const url = `https://cdn.discordapp.com/attachments/1/${messageId}/${name}`;
    return { id: snowflake(), filename: name, content_type: type, size, url, proxy_url: url };
  });
}
