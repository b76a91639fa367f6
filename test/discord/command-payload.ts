import * as spec from 'discord-api-spec/zod';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import {
  countViolations,
  lengthViolations,
  mergeViolations,
  schemaViolations,
  type Violation,
} from './violation.ts';

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** How many commands of each type an application may have: slash, user, message. */
const MAX_COMMANDS: Record<number, number> = { 1: 100, 2: 15, 3: 15 };

type Path = Violation['path'];

/** What is wrong with the list of commands of a bulk overwrite. */
export function commandViolations(body: unknown): Violation[] {
  if (!Array.isArray(body)) {
    return [{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Must be a list of commands.' }];
  }
  const commands = body.map(objectOf);
  return mergeViolations(
    [
      ...commands.flatMap((command, index) => oneCommandViolations(command, [index])),
      ...duplicateViolations(
        commands.map((one) => `${typeOf(one)} ${textOf(one.name)}`),
        [],
      ),
      ...tooManyViolations(commands),
    ],
    commands.flatMap((command, index) =>
      schemaViolations(
        spec.ApplicationCommandUpdateRequestSchema,
        withNumericPermissions(command),
        [index],
      ),
    ),
  );
}

/** The generated schema wants permissions as a number; Discord documents (and sends) a string. */
function withNumericPermissions(command: JsonObject): JsonObject {
  const permissions = command.default_member_permissions;
  if (typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return command;
  return { ...command, default_member_permissions: Number(permissions) };
}

function oneCommandViolations(command: JsonObject, path: Path): Violation[] {
  const isChatInput = typeOf(command) === CHAT_INPUT;
  const size = commandSize(command);
  const tooBig = `Command exceeds maximum size of 8000 (got ${size}).`;
  return [
    ...(isChatInput ? nameViolations(command, path) : contextMenuViolations(command, path)),
    ...optionsViolations(command.options, [...path, 'options']),
    ...(size > 8000 ? [{ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message: tooBig }] : []),
  ];
}

/** The name and the description of a slash command or an option, with their translations. */
function nameViolations(thing: JsonObject, path: Path): Violation[] {
  return [
    ...slashNameViolations(thing.name, [...path, 'name']),
    ...lengthViolations(thing.description, { min: 1, max: 100 }, [...path, 'description']),
    ...Object.entries(objectOf(thing.name_localizations)).flatMap(([locale, name]) =>
      slashNameViolations(name, [...path, 'name_localizations', locale]),
    ),
    ...Object.entries(objectOf(thing.description_localizations)).flatMap(([locale, text]) =>
      lengthViolations(text, { min: 1, max: 100 }, [...path, 'description_localizations', locale]),
    ),
  ];
}

function slashNameViolations(name: unknown, path: Path): Violation[] {
  const text = textOf(name);
  if (CHAT_INPUT_NAME.test(text) && text === text.toLowerCase()) return [];
  const message = `Command name is invalid (${text}).`;
  return [{ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message }];
}

function contextMenuViolations(command: JsonObject, path: Path): Violation[] {
  const hasText = textOf(command.description) !== '';
  const message = 'Context menu commands cannot have a description or options.';
  return [
    ...lengthViolations(command.name, { min: 1, max: 32 }, [...path, 'name']),
    ...(hasText || listOf(command.options).length > 0
      ? [{ path: [...path, 'description'], code: 'APPLICATION_COMMAND_INVALID', message }]
      : []),
  ];
}

function optionsViolations(value: unknown, path: Path): Violation[] {
  const options = listOf(value).map(objectOf);
  return [
    ...countViolations(options.length, 25, 'options', path),
    ...duplicateViolations(
      options.map((option) => textOf(option.name)),
      path,
    ),
    ...orderViolations(options, path),
    ...mixtureViolations(options, path),
    ...options.flatMap((option, index) => optionViolations(option, [...path, index])),
  ];
}

function optionViolations(option: JsonObject, path: Path): Violation[] {
  const choices = listOf(option.choices).map(objectOf);
  const both = choices.length > 0 && option.autocomplete === true;
  const message = 'An option cannot have both choices and autocomplete.';
  return [
    ...nameViolations(option, path),
    ...countViolations(choices.length, 25, 'choices', [...path, 'choices']),
    ...choices.flatMap((choice, index) => choiceViolations(choice, [...path, 'choices', index])),
    ...(both ? [{ path, code: 'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE', message }] : []),
    ...optionsViolations(option.options, [...path, 'options']),
  ];
}

/** The schema allows values of 6000 characters; the documented limit is 100. */
function choiceViolations(choice: JsonObject, path: Path): Violation[] {
  return [
    ...lengthViolations(choice.name, { min: 1, max: 100 }, [...path, 'name']),
    ...(typeof choice.value === 'number'
      ? []
      : lengthViolations(choice.value, { min: 1, max: 100 }, [...path, 'value'])),
  ];
}

function orderViolations(options: JsonObject[], path: Path): Violation[] {
  const firstOptional = options.findIndex((option) => option.required !== true);
  const late = options.findIndex((one, index) => one.required === true && index > firstOptional);
  if (firstOptional < 0 || late < 0) return [];
  const message = 'Required options must be placed before non-required options.';
  return [{ path: [...path, late], code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message }];
}

function mixtureViolations(options: JsonObject[], path: Path): Violation[] {
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP);
  if (nested.length === 0 || nested.length === options.length) return [];
  const message =
    'Sub-command and sub-command group option types are mutually exclusive to others.';
  return [{ path, code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message }];
}

function duplicateViolations(names: string[], path: Path): Violation[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            path: [...path, index, 'name'],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: `Names must be unique (${name}).`,
          },
        ],
  );
}

function tooManyViolations(commands: JsonObject[]): Violation[] {
  return Object.entries(MAX_COMMANDS).flatMap(([type, max]) => {
    const count = commands.filter((command) => typeOf(command) === Number(type)).length;
    return countViolations(count, max, `commands of type ${type}`, []);
  });
}

/** Names, descriptions and choice values; of a translated text the longest version counts. */
function commandSize(thing: JsonObject): number {
  return (
    longest(thing.name, thing.name_localizations) +
    longest(thing.description, thing.description_localizations) +
    textOf(thing.value).length +
    [...listOf(thing.options), ...listOf(thing.choices)]
      .map(objectOf)
      .reduce((sum, inner) => sum + commandSize(inner), 0)
  );
}

function longest(text: unknown, translations: unknown): number {
  const all = [text, ...Object.values(objectOf(translations))];
  return Math.max(...all.map((one) => textOf(one).length));
}

function typeOf(command: JsonObject): number {
  return numberOf(command.type) || CHAT_INPUT;
}
