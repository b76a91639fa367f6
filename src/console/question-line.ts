import type { Command, Request } from '../command.ts';
import { type Notice, notice } from '../reply/words.ts';

/** A typed line as a request, or what is wrong with it. */
export type ReadLine =
  | { readonly request: Request; readonly command: Command }
  | { readonly problem: Notice; readonly nearest: readonly string[] };

/**
 * Reads a line such as `/who said "the safest app" speaker:Pappas`.
 *
 * The slash may be left out. Words before the first `option:` belong to the command's first option;
 * quotation marks around a value are dropped, and a colon inside them is no option.
 */
export function readLine(line: string, commands: readonly Command[]): ReadLine {
  const typed = line.trim().replace(/^\//, '');
  const command = commandOf(typed, commands);
  if (command === undefined) return unknownCommand(typed, commands);
  const rest = typed.slice(namePattern(command.name).exec(typed)?.[0].length ?? 0);
  return { command, request: { command: command.name, options: optionsIn(rest, command) } };
}

/** The command a line begins with; of several the longest name. */
export function commandOf(typed: string, commands: readonly Command[]): Command | undefined {
  return commands
    .filter(({ name }) => namePattern(name).test(typed))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

function namePattern(name: string): RegExp {
  return new RegExp(`^\\s*${name.replaceAll(' ', '\\s+')}(?=\\s|$)`, 'i');
}

function unknownCommand(typed: string, commands: readonly Command[]): ReadLine {
  const known = commands.map(({ name }) => `/${name}`);
  const [group = ''] = typed.toLowerCase().split(/\s+/);
  const nearest = known.filter((name) => group !== '' && name.startsWith(`/${group.slice(0, 3)}`));
  return {
    problem: notice('unknown-command', {
      name: `/${typed.split(/\s+/).slice(0, 2).join(' ')}`,
      commands: known.join(', '),
    }),
    nearest: nearest.map((name) => name.slice(1)),
  };
}

function optionsIn(rest: string, { options }: Command): Readonly<Record<string, string>> {
  const [first] = options;
  const found = new Map<string, string>();
  let name = first?.name;
  let from = 0;
  const keep = (until: number) => {
    const value = unquoted(rest.slice(from, until).trim());
    if (name !== undefined && value !== '') found.set(name, value);
  };
  for (const mark of optionMarks(
    rest,
    options.map((option) => option.name),
  )) {
    keep(mark.start);
    name = mark.name;
    from = mark.end;
  }
  keep(rest.length);
  return Object.fromEntries(found);
}

function optionMarks(rest: string, names: readonly string[]) {
  if (names.length === 0) return [];
  const pattern = new RegExp(`"[^"]*"|“[^”]*”|(?<=^|\\s)(${names.join('|')}):`, 'gi');
  return [...rest.matchAll(pattern)].flatMap(({ index, 0: text, 1: name }) =>
    name === undefined
      ? []
      : [{ name: name.toLowerCase(), start: index, end: index + text.length }],
  );
}

function unquoted(value: string): string {
  return (
    /^"([^"]*)"$|^“([^“”]*)”$/
      .exec(value)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? value
  );
}
