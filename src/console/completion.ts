import type { Command } from '../command.ts';
import type { Library } from '../library.ts';
import { english } from '../reply/languages/index.ts';
import { commandOf } from './question-line.ts';

/** Completions of a half-typed line, and the part of the line they replace, as readline wants. */
export function completeLine(
  line: string,
  commands: readonly Command[],
  library: Library,
): [string[], string] {
  const typed = line.trimStart().replace(/^\//, '');
  const command = commandOf(typed, commands);
  const name =
    command && new RegExp(`^${command.name.replaceAll(' ', '\\s+')}\\s+`, 'i').exec(typed);
  if (command === undefined || name === null || name === undefined) {
    const names = commands.map((each) => `/${each.name} `);
    return [names.filter((each) => each.startsWith(`/${typed}`)), line];
  }
  const rest = typed.slice(name[0].length);
  const [, option = command.options[0]?.name, value = ''] =
    /^(?:.*\s)?([a-z]+):([^:]*)$/i.exec(rest) ?? ([rest, undefined, rest] as const);
  if (option === undefined) return [[], ''];
  const values = command
    .complete(option, value, library, english)
    .map((choice) => shown(choice.value, choice.name));
  return [values, value];
}

/** A name reads better than the key that stands for it. */
function shown(value: string, name: string): string {
  return /^[a-z0-9-]+:[a-z0-9-]+$/.test(value) ? (name.split(' — ')[0] ?? name) : value;
}
