import { type Command, headMember, type Option } from '../command.ts';
import type { Suggestion } from '../reply/reply.ts';
import { type Notice, notice } from '../reply/words.ts';
import { anywhere, type Request } from '../request.ts';
import { slipsBetween } from '../search/spelling.ts';

/** A typed line as a request, or what is wrong with it and what would work. */
export type ReadLine =
  | { readonly request: Request; readonly command: Command }
  | { readonly problem: Notice; readonly suggestions: readonly Suggestion[] };

/**
 * Reads a line such as `/who said "some words" speaker:Lee`, or a plain question.
 *
 * The slash may be left out. Words before the first `option:` belong to the command's first option;
 * quotation marks around a value are dropped, and a colon inside them is no option.
 */
export function readLine(line: string, commands: readonly Command[]): ReadLine {
  const typed = line.slice(0, longestLine).trim();
  const words = typed.replace(/^\//, '');
  const command = commandOf(words, commands);
  if (command !== undefined) {
    return asked(command, words.slice(calledIn(words, command, commands).length));
  }
  const asking = commands.find(({ name }) => name === takesPlainQuestions);
  if (asking !== undefined && isPlainQuestion(typed)) return asked(asking, typed);
  return unknownCommand(typed, commands, asking);
}

/** @param rest what stands behind the command's name */
function asked(command: Command, rest: string): ReadLine {
  const options = optionsIn(rest, command.options);
  return { command, request: { ...anywhere, command: command.name, options } };
}

/** Every option together may be as long; what is cut off belongs to one that is refused. */
const longestLine = 40_000;

/** How a command is called at the start of a line: the head of a group also as on Discord, `/story show`. */
function calledIn(words: string, { name }: Command, commands: readonly Command[]): string {
  const names = commands.some((each) => each.name.startsWith(`${name} `))
    ? [`${name} ${headMember}`, name]
    : [name];
  return names.map((each) => namePattern(each).exec(words)?.[0]).find(Boolean) ?? '';
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

/** The command that a question is put to where none is named. */
const takesPlainQuestions = 'ask';

/** Whether a line without a slash asks something, by its mark or by the word it opens with. */
function isPlainQuestion(typed: string): boolean {
  return !typed.startsWith('/') && (/[?？]["”]?$/.test(typed) || opensAsQuestion.test(typed));
}

const opensAsQuestion =
  /^(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(?:n?['’]\p{L}+)?\s+\S/iu;

function unknownCommand(
  typed: string,
  commands: readonly Command[],
  asking: Command | undefined,
): ReadLine {
  if (/^\/?$/.test(typed)) return { problem: notice('empty-line'), suggestions: [] };
  const [name = ''] = /^\/?\S+(?:\s+\S+)?/.exec(typed) ?? [];
  const names = commands.map((each) => each.name);
  const nearest = nearestNames(name.replace(/^\//, '').split(/\s+/), names);
  return {
    problem: notice('unknown-command', { name, commands: names.map((each) => `/${each}`) }),
    suggestions:
      nearest.length > 0
        ? nearest.map((command) => ({ command, options: {}, label: `/${command}` }))
        : askedAs(asking, typed),
  };
}

/** What is no command may have been meant as a question; what began with a slash was not. */
function askedAs(asking: Command | undefined, typed: string): readonly Suggestion[] {
  const [question] = asking?.options ?? [];
  if (asking === undefined || question === undefined) return [];
  if (typed.startsWith('/') || typed.length > longestOffered) return [];
  const options = { [question.name]: typed };
  return [{ command: asking.name, options, label: `/${asking.name}` }];
}

/** Longer than most questions; an echo of more helps nobody. */
const longestOffered = 200;

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
    const value = rest.slice(from, until).trim();
    if (name !== undefined && unquoted(value) !== '') found.set(name, value);
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
  if (first?.required === true && !found.has(first.name)) {
    const last = options.find((option) => option.name === name);
    shareWithFirst(first.name, last, found);
  }
  return Object.fromEntries([...found].map(([option, value]) => [option, unquoted(value)]));
}

/**
 * What must be asked may stand behind the last option: `story:my-story who won`. Of that the option takes
 * what is quoted, and a story its id; what else it may be has no end that could be told.
 */
function shareWithFirst(first: string, last: Option | undefined, found: Map<string, string>): void {
  const whole = found.get(last?.name ?? '') ?? '';
  const quoted = '"[^"]*"|“[^”]*”';
  const pattern = `^(${last?.choosesStory ? `${quoted}|\\S+` : quoted})\\s+(.+)$`;
  const [, value, rest] = new RegExp(pattern, 's').exec(whole) ?? [];
  if (last === undefined || value === undefined || rest === undefined) return;
  found.set(last.name, value).set(first, rest);
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
