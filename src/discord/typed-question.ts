import type { Command } from '../command.ts';
import type { Library } from '../library.ts';
import type { Language } from '../reply/language.ts';
import { type Question, type Reply, reply } from '../reply/reply.ts';
import { notice } from '../reply/words.ts';
import type { Request } from '../request.ts';
import { allowedStories, storiesInForce, storyOption } from '../stories-in-force.ts';
import type { Interaction } from './interaction.ts';
import { commandNamed, privateOption } from './registration.ts';

/** A command and its options, as Discord sends them. */
export type Typed = Extract<Interaction, { type: 4 }>['data'];

/** Who is asked. */
export interface Asked {
  readonly library: Library;
  readonly commands: readonly Command[];
}

/** What was typed, without who shall see the answer. */
export function questionOf({ name, options }: Typed, { commands }: Asked): Question {
  const given = options
    .filter((option) => option.name !== privateOption)
    .map((option) => [option.name, String(option.value)]);
  const command = commandNamed(name, commands)?.name ?? name;
  return { command, options: Object.fromEntries(given) };
}

/** Answers a request, also one for a command that there is not. */
export function ask(request: Request, { commands, library }: Asked): Reply {
  const command = commands.find(({ name }) => name === request.command);
  if (command !== undefined) return command.answer(request, library);
  const known = commands.map(({ name }) => `/${name}`);
  return reply('error', {
    notices: [notice('unknown-command', { name: `/${request.command}`, commands: known })],
  });
}

/** What an option may be completed from: names of the story that is meant, titles of all allowed. */
export function storiesFor(
  option: string,
  { scope }: Command,
  request: Request,
  library: Library,
): Library {
  if (scope === 'server') return request.server?.manageable ? library : library.only([]);
  const allowed = allowedStories(request, library);
  if (option === storyOption || scope === 'stories') return allowed;
  const inForce = storiesInForce(request, library);
  return 'library' in inForce ? inForce.library : allowed;
}

/**
 * A question as a reader would type it: in the names that Discord shows them for the command and its
 * options, and with names for the keys that choices and buttons send.
 */
export function spelt({ command, options }: Question, desk: Asked, language: Language): string {
  const known = desk.commands.find(({ name }) => name === command);
  const values = Object.entries(options).map(([name, value]) => {
    const option = known?.options.find((each) => each.name === name);
    const story = name === storyOption ? desk.library.story(value) : undefined;
    const shown = story?.title ?? desk.library.names.withKey(value)?.name ?? value;
    return `${option === undefined ? name : language.nameOf(option)}:${shown}`;
  });
  return [`/${known === undefined ? command : language.nameOf(known)}`, ...values].join(' ');
}
