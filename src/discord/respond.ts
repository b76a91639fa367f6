import * as z from 'zod';
import { anywhere, type Command, type Request } from '../command.ts';
import type { Library } from '../library.ts';
import type { Language } from '../reply/language.ts';
import { languageFor } from '../reply/languages/index.ts';
import { type Question, type Reply, reply } from '../reply/reply.ts';
import { notice } from '../reply/words.ts';
import { type Press, readCustomId } from './custom-id.ts';
import { type Interaction, localeOf, readInteraction } from './interaction.ts';
import { contextMessage, type Message, messageOf, noticeMessage } from './message.ts';
import { privateOption } from './registration.ts';

/** What the bot sends back, as Discord's interaction callback takes it. */
export type Response =
  | { readonly type: 1 | 6 }
  | { readonly type: 5; readonly data: { readonly flags?: number } }
  | { readonly type: 4 | 7; readonly data: Message }
  | { readonly type: 8; readonly data: { choices: { name: string; value: string }[] } };

/** What a transport has to send. */
export interface Answered {
  /** At once. */
  readonly response: Response;
  /** Where that only put the asker off: what is sent once `response` is with Discord. Never rejects. */
  readonly followUp: Promise<FollowUp> | undefined;
}

/** A message for an interaction's webhook: in place of the original, or beside it. */
export interface FollowUp {
  readonly method: 'PATCH' | 'POST';
  readonly message: Message;
}

/** What a transport needs to answer with. */
export interface Desk {
  readonly library: Library;
  readonly commands: readonly Command[];
  /** Whether answers are for the asker only, unless the asker chooses. */
  readonly ephemeral: boolean;
  /** Told of what went wrong on our side; the asker only hears that it did. */
  readonly report: (problem: string) => void;
}

/**
 * Answers a raw interaction, the same over the gateway as over HTTP. It never rejects, and has
 * something to send well within Discord's three seconds.
 */
export async function respond(raw: unknown, desk: Desk): Promise<Answered> {
  return { response: respondNow(raw, desk), followUp: undefined };
}

function respondNow(raw: unknown, desk: Desk): Response {
  const interaction = readInteraction(raw);
  try {
    if (interaction !== undefined) return answer(interaction, desk);
    desk.report('an interaction of a kind the bot does not offer');
  } catch (error) {
    desk.report(`no answer: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  }
  // To a completion Discord takes nothing but choices.
  if (completion.safeParse(raw).success) return { type: 8, data: { choices: [] } };
  return { type: 4, data: noticeMessage('failed', languageFor(localeOf(raw))) };
}

const completion = z.object({ type: z.literal(4) });

function answer(interaction: Interaction, desk: Desk): Response {
  const language = languageFor(interaction.locale);
  switch (interaction.type) {
    case 1:
      return { type: 1 };
    case 2: {
      const { data } = interaction;
      if ('message' in data) return checkMessage(data, desk, language);
      const wish = data.options.find(({ name }) => name === privateOption)?.value;
      const ephemeral = typeof wish === 'boolean' ? wish : desk.ephemeral;
      const request = { ...requestOf(data), locale: interaction.locale };
      const asked = spelt(request, desk, language);
      return { type: 4, data: messageOf(ask(request, desk), { language, ephemeral, asked }) };
    }
    case 3:
      return press(interaction.data.custom_id, desk, language);
    case 4:
      return { type: 8, data: { choices: complete(interaction.data, desk, language) } };
  }
}

/**
 * A question as a reader would type it: in the names that Discord shows them for the command and its
 * options, and with names for the keys that choices and buttons send.
 */
function spelt({ command, options }: Question, desk: Desk, language: Language): string {
  const known = desk.commands.find(({ name }) => name === command);
  const values = Object.entries(options).map(([name, value]) => {
    const option = known?.options.find((each) => each.name === name);
    const shown = desk.library.names.withKey(value)?.name ?? value;
    return `${option === undefined ? name : language.nameOf(option)}:${shown}`;
  });
  return [`/${known === undefined ? command : language.nameOf(known)}`, ...values].join(' ');
}

type CommandData = Extract<Interaction, { type: 4 }>['data'];
type MenuData = Exclude<Extract<Interaction, { type: 2 }>['data'], CommandData>;

/** What a command of the message menu says of a message is between the bot and the asker. */
function checkMessage({ name, message }: MenuData, desk: Desk, language: Language): Response {
  const command = desk.commands.find(({ menu }) => menu?.name === name);
  if (command?.menu === undefined)
    return { type: 4, data: noticeMessage('stale-button', language) };
  const options = { [command.menu.option]: message };
  const answered = command.answer({ ...anywhere, command: command.name, options }, desk.library);
  return { type: 4, data: messageOf(answered, { language, ephemeral: true }) };
}

function requestOf({ name, options }: CommandData): Request {
  const given = options
    .filter((option) => option.name !== privateOption)
    .map((option) => [option.name, String(option.value)]);
  return { ...anywhere, command: name, options: Object.fromEntries(given) };
}

function ask(request: Request, { commands, library }: Desk): Reply {
  const command = commands.find(({ name }) => name === request.command);
  if (command !== undefined) return command.answer(request, library);
  const known = commands.map(({ name }) => `/${name}`).join(', ');
  return reply('error', {
    notices: [notice('unknown-command', { name: `/${request.command}`, commands: known })],
  });
}

function complete({ name, options }: CommandData, { commands, library }: Desk, language: Language) {
  const focused = options.find((option) => option.focused === true);
  const command = commands.find((each) => each.name === name);
  if (focused === undefined || command === undefined) return [];
  return [...command.complete(focused.name, String(focused.value), library, language)];
}

function press(customId: string, desk: Desk, language: Language): Response {
  const pressed = readCustomId(customId);
  if (pressed === undefined) return { type: 4, data: noticeMessage('stale-button', language) };
  if (pressed.kind === 'context') return showContext(pressed, desk, language);
  const { question, page } = pressed;
  if (!desk.commands.some(({ name }) => name === question.command)) {
    return { type: 4, data: noticeMessage('stale-button', language) };
  }
  const answered = ask({ ...anywhere, ...question }, desk);
  if (answered.status !== 'found')
    return { type: 4, data: messageOf(answered, { language, ephemeral: true }) };
  const asked = spelt(question, desk, pressed.language);
  return { type: 7, data: messageOf(answered, { language: pressed.language, page, asked }) };
}

function showContext(
  { story: storyId, sentence: id }: Extract<Press, { kind: 'context' }>,
  { library }: Desk,
  language: Language,
): Response {
  const sentences = library.story(storyId)?.sentences ?? [];
  const at = sentences.findIndex((sentence) => sentence.id === id);
  const sentence = sentences[at];
  if (sentence === undefined) return { type: 4, data: noticeMessage('gone-button', language) };
  const around = sentences
    .slice(Math.max(0, at - 1), at + 2)
    .filter(({ article }) => article === sentence.article);
  return { type: 4, data: contextMessage(sentence, around, language) };
}
