import type { ZodMiniType } from 'zod/mini';
import { isObject, type JsonObject } from './json.ts';

/** One thing wrong with a payload. */
export interface Violation {
  path: (string | number)[];
  code: string;
  message: string;
  /** A rule of this project rather than of Discord: recorded, but Discord would accept it. */
  houseRule?: boolean;
}

type Path = Violation['path'];

/** A violation as one line, for assertion messages. */
export function describeViolation({ path, message }: Violation): string {
  const where = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return `${where.replace(/^\./, '') || 'body'}: ${message}`;
}

/** Discord's answer to an invalid body: error 50035 with the violations nested under their paths. */
export function invalidFormBody(violations: Violation[]): JsonObject {
  const errors: JsonObject = {};
  for (const { path, code, message } of violations) {
    const node = path.reduce<JsonObject>((parent, key) => child(parent, String(key)), errors);
    const known = Array.isArray(node._errors) ? node._errors : [];
    node._errors = [...known, { code, message }];
  }
  return { message: 'Invalid Form Body', code: 50035, errors };
}

function child(parent: JsonObject, key: string): JsonObject {
  const existing = parent[key];
  if (isObject(existing)) return existing;
  const created: JsonObject = {};
  parent[key] = created;
  return created;
}

/** What a schema of Discord's published API says about a value. */
export function schemaViolations(
  schema: ZodMiniType,
  value: unknown,
  path: Path = [],
): Violation[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => flatten(issue, path))
    .filter((violation) => !isOffsetTimestamp(value, violation.path.slice(path.length)));
}

type Issue = Parameters<typeof flatten>[0];

/**
 * The generated schemas use plain unions for components and options, whose own message is only
 * "invalid input". The member meant is the one whose literal `type` matches; its issues are shown.
 */
function flatten(
  issue: {
    code?: string;
    path: PropertyKey[];
    message: string;
    errors?: Issue[][];
    maximum?: number | bigint;
    minimum?: number | bigint;
  },
  base: Path,
): Violation[] {
  const path = [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  const branch = issue.errors?.find((issues) => issues.every((one) => one.path[0] !== 'type'));
  if (branch !== undefined) return branch.flatMap((inner) => flatten(inner, path));
  return [{ path, code: schemaCode(issue.code), message: schemaMessage(issue) }];
}

function schemaCode(code: string | undefined): string {
  if (code === 'too_big') return 'BASE_TYPE_MAX_LENGTH';
  if (code === 'too_small') return 'BASE_TYPE_MIN_LENGTH';
  return 'BASE_TYPE_INVALID';
}

/** zod/mini says "Invalid input" for everything unless a locale is loaded, so say it here. */
function schemaMessage(issue: Issue): string {
  if (issue.maximum !== undefined) return `Must be ${issue.maximum} or fewer (API schema).`;
  if (issue.minimum !== undefined) return `Must be ${issue.minimum} or more (API schema).`;
  return `Not what the API schema allows (${issue.code ?? 'unknown'}).`;
}

/**
 * The generated schema wants ISO timestamps to end in Z, yet Discord itself sends and accepts an
 * offset (+00:00).
 */
function isOffsetTimestamp(root: unknown, path: Path): boolean {
  if (path.at(-1) !== 'timestamp') return false;
  const value = path.reduce<unknown>(
    (node, key) => (node === null || typeof node !== 'object' ? undefined : Reflect.get(node, key)),
    root,
  );
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

/** Checks a text's length. UTF-16 units are counted: never more lenient than Discord. */
export function lengthViolations(
  value: unknown,
  limits: { min?: number; max: number },
  path: Path,
): Violation[] {
  const min = limits.min ?? 0;
  if (value === undefined || value === null) {
    return min > 0 ? [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] : [];
  }
  if (typeof value !== 'string') {
    return [{ path, code: 'STRING_TYPE_CONVERT', message: 'Could not interpret value as string.' }];
  }
  if (value.length >= min && value.length <= limits.max) return [];
  const message =
    min > 0
      ? `Must be between ${min} and ${limits.max} in length (got ${value.length}).`
      : `Must be ${limits.max} or fewer in length (got ${value.length}).`;
  return [{ path, code: 'BASE_TYPE_BAD_LENGTH', message }];
}

/** Checks how many there are of something. */
export function countViolations(count: number, max: number, what: string, path: Path): Violation[] {
  if (count <= max) return [];
  const message = `Must be ${max} or fewer ${what} (got ${count}).`;
  return [{ path, code: 'BASE_TYPE_MAX_LENGTH', message }];
}

/** Both lists without what a documented limit and the schema both say about the same place. */
export function mergeViolations(documented: Violation[], schema: Violation[]): Violation[] {
  const seen = new Set(documented.map(({ path }) => path.join('.')));
  return [...documented, ...schema.filter(({ path }) => !seen.has(path.join('.')))];
}
