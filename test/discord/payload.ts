import * as spec from 'discord-api-spec/zod';
import { commandViolations } from './command-payload.ts';
import { COMPONENTS_V2, componentViolations } from './components.ts';
import { isObject, type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import {
  countViolations,
  describeViolation,
  lengthViolations,
  mergeViolations,
  schemaViolations,
  type Violation,
} from './violation.ts';

/**
 * Everything wrong with the body of an interaction callback: Discord's published schema, its
 * documented limits, and this project's rule that no message may ping anyone.
 */
export function checkInteractionResponse(body: unknown): string[] {
  return responseViolations(body).map(describeViolation);
}

/** Everything wrong with the body of a bulk overwrite of commands. */
export function checkCommands(body: unknown): string[] {
  return commandViolations(body).map(describeViolation);
}

/** The violations behind `checkInteractionResponse`. */
export function responseViolations(body: unknown): Violation[] {
  const { type, data } = objectOf(body);
  switch (type) {
    case 1:
      return [];
    case 4:
      return mergeViolations(
        messageViolations(data, ['data'], 'create'),
        schemaViolations(spec.CreateMessageInteractionCallbackRequestSchema, body),
      );
    case 5:
      return schemaViolations(spec.CreateMessageInteractionCallbackRequestSchema, body);
    case 6:
      return schemaViolations(spec.UpdateMessageInteractionCallbackRequestSchema, body);
    case 7:
      return mergeViolations(
        messageViolations(data, ['data'], 'edit'),
        schemaViolations(spec.UpdateMessageInteractionCallbackRequestSchema, body),
      );
    case 8:
      return autocompleteViolations(data);
    case 9:
      return schemaViolations(spec.ModalInteractionCallbackRequestSchema, body);
    default:
      return [{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: `Unknown type ${type}.` }];
  }
}

/** What is wrong with the body of a follow-up message. */
export function followUpViolations(body: unknown): Violation[] {
  return mergeViolations(
    messageViolations(body, [], 'create'),
    schemaViolations(spec.IncomingWebhookRequestPartialSchema, body),
  );
}

/** What is wrong with the body of an edit of a message; flags the message has stay in force. */
export function editViolations(body: unknown, messageFlags: number): Violation[] {
  return mergeViolations(
    messageViolations(body, [], 'edit', messageFlags),
    schemaViolations(spec.IncomingWebhookUpdateRequestPartialSchema, body),
  );
}

function messageViolations(
  body: unknown,
  path: Violation['path'],
  purpose: 'create' | 'edit',
  messageFlags = 0,
): Violation[] {
  const message = objectOf(body);
  const isV2 = ((numberOf(message.flags) | messageFlags) & COMPONENTS_V2) !== 0;
  return [
    ...lengthViolations(message.content, { max: 2000 }, [...path, 'content']),
    ...embedsViolations(message.embeds, [...path, 'embeds']),
    ...componentViolations(message.components, [...path, 'components'], isV2),
    ...(isV2 ? legacyViolations(message, path) : []),
    ...(purpose === 'create' ? emptyViolations(message, path) : []),
    ...mentionViolations(message.allowed_mentions, [...path, 'allowed_mentions']),
  ];
}

/** Embeds, with the total of 6000 characters that holds over all embeds of a message. */
function embedsViolations(value: unknown, path: Violation['path']): Violation[] {
  const embeds = listOf(value).map(objectOf);
  const total = embeds.reduce((sum, embed) => sum + embedSize(embed), 0);
  const tooMuch = `Embed size exceeds maximum size of 6000 (got ${total}).`;
  return [
    ...countViolations(embeds.length, 10, 'embeds', path),
    ...embeds.flatMap((embed, index) => embedViolations(embed, [...path, index])),
    ...(total > 6000 ? [{ path, code: 'MAX_EMBED_SIZE_EXCEEDED', message: tooMuch }] : []),
  ];
}

function embedViolations(embed: JsonObject, path: Violation['path']): Violation[] {
  const fields = listOf(embed.fields).map(objectOf);
  const footer = objectOf(embed.footer).text;
  const author = embed.author;
  return [
    ...lengthViolations(embed.title, { max: 256 }, [...path, 'title']),
    ...lengthViolations(embed.description, { max: 4096 }, [...path, 'description']),
    ...countViolations(fields.length, 25, 'fields', [...path, 'fields']),
    ...fields.flatMap((field, index) => fieldViolations(field, [...path, 'fields', index])),
    ...lengthViolations(footer, { max: 2048 }, [...path, 'footer', 'text']),
    // The schema lets an author have no name; Discord refuses it.
    ...(isObject(author)
      ? lengthViolations(author.name, { min: 1, max: 256 }, [...path, 'author', 'name'])
      : []),
  ];
}

/** The generated schema lets names and values be empty; Discord says they are required. */
function fieldViolations(field: JsonObject, path: Violation['path']): Violation[] {
  return [
    ...lengthViolations(field.name, { min: 1, max: 256 }, [...path, 'name']),
    ...lengthViolations(field.value, { min: 1, max: 1024 }, [...path, 'value']),
  ];
}

function embedSize(embed: JsonObject): number {
  const fields = listOf(embed.fields).map(objectOf);
  const texts = [
    embed.title,
    embed.description,
    objectOf(embed.footer).text,
    objectOf(embed.author).name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce<number>((sum, text) => sum + textOf(text).length, 0);
}

function legacyViolations(message: JsonObject, path: Violation['path']): Violation[] {
  return ['content', 'embeds', 'poll', 'sticker_ids']
    .filter((key) => !isBlank(message[key]))
    .map((key) => ({
      path: [...path, key],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function emptyViolations(message: JsonObject, path: Violation['path']): Violation[] {
  const parts = ['content', 'embeds', 'components', 'attachments', 'poll', 'sticker_ids'];
  if (parts.some((key) => !isBlank(message[key]))) return [];
  return [{ path, code: 'BASE_TYPE_REQUIRED', message: 'Cannot send an empty message' }];
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

/** Discord itself would accept these messages, and ping: the rule is the project's own. */
function mentionViolations(value: unknown, path: Violation['path']): Violation[] {
  const mentions = objectOf(value);
  const parsesNothing = Array.isArray(mentions.parse) && mentions.parse.length === 0;
  const problems = [
    ...(parsesNothing ? [] : ['Every message must have allowed_mentions with parse: [].']),
    ...('users' in mentions ? ['No user may be pinged: there must be no users list.'] : []),
    ...('roles' in mentions ? ['No role may be pinged: there must be no roles list.'] : []),
  ];
  return problems.map((message) => ({ path, code: 'MAY_PING', message, houseRule: true }));
}

/**
 * The schema for the whole callback allows `data` to be absent and is a union of unlabelled number
 * and string lists, so the list meant is picked here, by its values.
 */
function autocompleteViolations(data: unknown): Violation[] {
  const path = ['data', 'choices'];
  const value = objectOf(data).choices;
  if (!Array.isArray(value)) {
    return [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  }
  const choices = value.map(objectOf);
  const isNumeric = choices.length > 0 && choices.every((one) => typeof one.value === 'number');
  const schema = isNumeric
    ? spec.InteractionApplicationCommandAutocompleteCallbackNumberDataSchema
    : spec.InteractionApplicationCommandAutocompleteCallbackStringDataSchema;
  const documented = [
    ...countViolations(choices.length, 25, 'choices', path),
    ...choices.flatMap((choice, index) => choiceViolations(choice, isNumeric, [...path, index])),
  ];
  return mergeViolations(documented, schemaViolations(schema, data, ['data']));
}

/** The schema allows values of 6000 characters; the documented limit is 100. */
function choiceViolations(
  choice: JsonObject,
  isNumeric: boolean,
  path: Violation['path'],
): Violation[] {
  return [
    ...lengthViolations(choice.name, { min: 1, max: 100 }, [...path, 'name']),
    ...(isNumeric ? [] : lengthViolations(choice.value, { min: 1, max: 100 }, [...path, 'value'])),
  ];
}
