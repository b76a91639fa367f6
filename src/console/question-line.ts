import type { Command, Option } from '../command.ts';
import { type Notice, notice } from '../reply/words.ts';
import { anywhere, type Request } from '../request.ts';
import { slipsBetween } from '../search/spelling.ts';

/** A typed line as a request, or what is wrong with it. */
export type ReadLine =
  | { readonly request: Request; readonly command: Command }
  | { readonly problem: Notice; readonly nearest: readonly string[] };

/**
 * Reads a line such as `/who said "some words" speaker:Lee`.
 *
 * The slash may be left out. Words before the first `option:` belong to the command's first option;
 * quotation marks around a value are dropped, and a colon inside them is no option.
 */
export function readLine(line: string, commands: readonly Command[]): ReadLine {
  const typed = line.slice(0, longestLine).trim().replace(/^\//, '');
  const command = commandOf(typed, commands);
  if (command === undefined) return unknownCommand(typed, commands);
  const rest = typed.slice(namePattern(command.name).exec(typed)?.[0].length ?? 0);
  return {
    command,
    request: {
      ...anywhere,
      command: command.name,
      options: optionsIn(rest, command.options),
    },
  };
}

/** Every option together may be as long; what is cut off belongs to one that is refused. */
const longestLine = 40_000;

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
  if (typed.trim() === '') return { problem: notice('empty-line'), nearest: [] };
  const words = typed.split(/\s+/).slice(0, 2);
  const names = commands.map(({ name }) => name);
  const problem = notice('unknown-command', {
    name: `/${words.join(' ')}`,
    commands: names.map((name) => `/${name}`),
  });
  return { problem, nearest: nearestNames(words, names) };
}

/** The commands that the first words may be slips of, and those of the group they begin with. */
function nearestNames(words: readonly string[], names: readonly string[]): readonly string[] {
  const [first = '', second = ''] = words.map((word) => word.toLowerCase());
  const slips = (name: string) =>
    Math.min(
      ...[first, first + second].map((typed) => slipsBetween(typed, name.replace(' ', ''), 2)),
    );
  return names
    .map((name) => ({ name, slips: name.split(' ')[0] === first ? 2 : slips(name) }))
    .filter((near) => near.slips <= 2)
    .toSorted((a, b) => a.slips - b.slips)
    .map(({ name }) => name);
}

function optionsIn(rest: string, options: readonly Option[]): Readonly<Record<string, string>> {
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
