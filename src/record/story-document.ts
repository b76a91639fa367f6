import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml';
import type * as z from 'zod';
import type { Fault, Place } from './fault.ts';
import { nearest } from './nearest.ts';
import { keysAt, type StoryFile, storyFile } from './story-file.ts';

/** Where in `story.yaml`: `['statements', 3, 'cue']`. */
export type Path = readonly (string | number)[];

/** Notes a fault of what stands in a place of the document. */
export type Note = (path: Path, wrong: string, mend: string) => void;

/** A `story.yaml` that has the right shape and knows at which line each of its values stands. */
export interface StoryDocument {
  readonly file: string;
  readonly content: StoryFile;
  placeOf(path: Path): Place;
}

/** What came of reading a `story.yaml`. */
export interface ReadDocument {
  /** Undefined when its syntax or shape is wrong; settings that there are not are left out of it. */
  readonly document: StoryDocument | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Reads the text of a `story.yaml`.
 *
 * @param file the name that faults give
 * @returns the document, and every fault of its syntax or shape
 */
export function readStoryDocument(source: string, file: string): ReadDocument {
  const lines = new LineCounter();
  const yaml = parseDocument(source, { lineCounter: lines });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, source.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (yaml.errors.length > 0) {
    return {
      document: undefined,
      faults: causesIn(yaml.errors, placeAt).map((error) => ({
        ...placeAt(error.pos[0]),
        ...describeSyntax(error, source),
      })),
    };
  }
  const content = plainContent(yaml);
  if ('message' in content) {
    return {
      document: undefined,
      faults: [
        { ...placeAt(content.at), wrong: content.message, mend: 'correct the name after *' },
      ],
    };
  }
  const placeOf = (path: Path): Place => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = yaml.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return placeAt(0);
  };
  const written = content.value ?? {};
  const parsed = storyFile.safeParse(written, { reportInput: true });
  if (parsed.success) return { document: { file, content: parsed.data, placeOf }, faults: [] };
  const placeOfKey = (path: Path): Place => {
    const map = path.length === 1 ? yaml.contents : yaml.getIn(path.slice(0, -1), true);
    const pair = isMap(map)
      ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
      : undefined;
    return isScalar(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : placeOf(path);
  };
  const known = withoutUnknownKeys(written, parsed.error.issues);
  return {
    document: known && { file, content: known, placeOf },
    faults: parsed.error.issues.flatMap((issue) =>
      describeIssue(issue).map(({ path, wrong, mend }) => ({
        ...(issue.code === 'unrecognized_keys' ? placeOfKey(path) : placeOf(path)),
        wrong,
        mend,
      })),
    ),
  };
}

/** What is left where nothing is wrong but keys that there are not: the rest can be verified all the same. */
function withoutUnknownKeys(
  written: unknown,
  issues: readonly z.core.$ZodIssue[],
): StoryFile | undefined {
  const rest: unknown = structuredClone(written);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') return undefined;
    const home = issue.path.reduce(
      (at, step) => (isObject(at) ? Reflect.get(at, step) : undefined),
      rest,
    );
    if (!isObject(home)) return undefined;
    for (const key of issue.keys) Reflect.deleteProperty(home, key);
  }
  return storyFile.safeParse(rest).data;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An error of the parser, in words for somebody who writes texts. */
function describeSyntax({ code, pos, message }: YAMLParseError, source: string) {
  const [line = ''] = source.slice(pos[0]).split('\n');
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:\s/.test(line)) {
    return {
      wrong: `this is not YAML: the text has a colon, which begins another “key: value”`,
      mend: 'put the text in quotation marks: \'…\', or "…"',
    };
  }
  return {
    wrong: `this is not YAML: ${firstLine(message)}`,
    mend: 'mend the indentation, quotes or brackets here',
  };
}

/**
 * The errors that are no mere consequence of others. A tab derails whatever follows it; of all else the
 * first of its kind and of its line counts. A key written twice hinders nobody from reading on.
 */
function causesIn(
  errors: readonly YAMLParseError[],
  placeAt: (offset: number) => Place,
): readonly YAMLParseError[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabs.length > 0) return tabs;
  const seen = new Set<string | number>();
  return errors
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .filter(({ code, pos }) => {
      const { line } = placeAt(pos[0]);
      const follows = seen.has(line) || (seen.has(code) && code !== 'DUPLICATE_KEY');
      seen.add(line).add(code);
      return !follows;
    });
}

/** The content as plain values or, where an alias names no anchor, where that stands. */
function plainContent(
  yaml: Document.Parsed,
): { readonly value: unknown } | { readonly message: string; readonly at: number } {
  let at = 0;
  visit(yaml, {
    Alias(_key, alias) {
      if (alias.resolve(yaml) !== undefined) return undefined;
      at = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  try {
    return { value: yaml.toJS() };
  } catch (error) {
    return { message: error instanceof Error ? firstLine(error.message) : String(error), at };
  }
}

interface ShapeFault {
  readonly path: Path;
  readonly wrong: string;
  readonly mend: string;
}

function describeIssue(issue: z.core.$ZodIssue): ShapeFault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const name = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        wrong: `${path.length === 0 ? 'a story' : name} has no setting "${key}"`,
        mend: mendKey(key, path),
      }));
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { path, wrong: `${name} is missing`, mend: `add it as ${article(issue.expected)}` }
          : {
              path,
              wrong: `${name} is of the wrong kind`,
              mend: `write ${article(issue.expected)}`,
            },
      ];
    case 'invalid_value':
      return [
        {
          path,
          wrong: `${name} is none of those allowed`,
          mend: `write one of ${issue.values.map(String).join(', ')}`,
        },
      ];
    case 'invalid_union':
      return [
        {
          path,
          wrong: `${name} is in no form that is understood`,
          mend:
            unionHints[String(path.findLast((step) => typeof step === 'string'))] ??
            'see docs/curating.md',
        },
      ];
    case 'invalid_format':
      return [{ path, wrong: `${name} is not well formed`, mend: `write ${formatHint(issue)}` }];
    case 'too_small':
      return [{ path, wrong: `${name} is empty`, mend: 'write something there, or remove it' }];
    case 'too_big':
      return [
        {
          path,
          wrong: `${name} is too long`,
          mend: `keep it to ${String(issue.maximum)} characters`,
        },
      ];
    default:
      return [{ path, wrong: `${name} will not do`, mend: `write ${issue.message}` }];
  }
}

function mendKey(key: string, path: Path): string {
  const near = nearest(key, keysAt(path));
  return near === undefined
    ? 'remove it, or correct its spelling (docs/curating.md lists them all)'
    : `is “${near}” meant? else remove it (docs/curating.md lists them all)`;
}

const unionHints: Readonly<Record<string, string>> = {
  source: 'write an entity id such as jane-doe, a list of ids, or {words: two sources}',
  to: 'write the words as text, or {words: him, is: [jane-doe]}',
  content:
    'write the words as text, in quotation marks where they hold a colon, or {sentence: s3, text: …}',
  date: 'write a date such as 2020-08-02 or 2020-08',
};

function formatHint(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'url') return 'a full address such as https://example.org/story';
  return issue.message;
}

function nameOf(path: Path): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step + 1}]` : name === '' ? step : `${name}.${step}`,
    '',
  );
}

function article(kind: string): string {
  if (kind === 'array') return 'a list';
  if (kind === 'object') return 'a set of “key: value” lines';
  if (kind === 'string') return 'text';
  return `a ${kind}`;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
