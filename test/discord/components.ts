import { type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import { countViolations, lengthViolations, type Violation } from './violation.ts';

/** The message flag that switches a message to Components V2. */
export const COMPONENTS_V2 = 1 << 15;

const ACTION_ROW = 1;
const BUTTON = 2;
const TEXT_DISPLAY = 10;
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;
const SELECTS = [3, 5, 6, 7, 8];

interface Placed {
  component: JsonObject;
  path: Violation['path'];
}

/** What is wrong with a message's components, beyond what the schema of each says. */
export function componentViolations(
  components: unknown,
  path: Violation['path'],
  isV2: boolean,
): Violation[] {
  const all = [...walk(components, path)];
  return [
    ...(isV2 ? v2Violations(all, path) : classicViolations(components, path)),
    ...all.flatMap(rowViolations),
    ...all.flatMap(buttonViolations),
    ...customIdViolations(all),
  ];
}

/** Every component of a tree, depth first: rows, their children, section accessories. */
export function* walk(components: unknown, path: Violation['path'] = []): Generator<Placed> {
  for (const [index, value] of listOf(components).entries()) {
    yield* walkOne(objectOf(value), [...path, index]);
  }
}

function* walkOne(component: JsonObject, path: Violation['path']): Generator<Placed> {
  yield { component, path };
  yield* walk(component.components, [...path, 'components']);
  if (component.accessory !== undefined) {
    yield* walkOne(objectOf(component.accessory), [...path, 'accessory']);
  }
}

function v2Violations(all: Placed[], path: Violation['path']): Violation[] {
  const text = all
    .filter(({ component }) => component.type === TEXT_DISPLAY)
    .reduce((sum, { component }) => sum + textOf(component.content).length, 0);
  return [
    ...countViolations(all.length, 40, 'components in total', path),
    ...countViolations(text, 4000, 'characters of text in all components', path),
  ];
}

function classicViolations(components: unknown, path: Violation['path']): Violation[] {
  const rows = listOf(components);
  return [
    ...countViolations(rows.length, 5, 'action rows', path),
    ...rows.flatMap((row, index) => {
      const { type } = objectOf(row);
      if (type === ACTION_ROW) return [];
      const message = `Component type ${String(type)} needs the IS_COMPONENTS_V2 flag here.`;
      return [{ path: [...path, index, 'type'], code: 'UNION_TYPE_CHOICES', message }];
    }),
  ];
}

function rowViolations({ component, path }: Placed): Violation[] {
  if (component.type !== ACTION_ROW) return [];
  const children = listOf(component.components).map(objectOf);
  const where = [...path, 'components'];
  const hasSelect = children.some(({ type }) => SELECTS.includes(numberOf(type)));
  if (hasSelect) return countViolations(children.length, 1, 'components beside a select', where);
  if (children.length > 0) return countViolations(children.length, 5, 'buttons in a row', where);
  return [{ path: where, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
}

function buttonViolations({ component, path }: Placed): Violation[] {
  if (component.type !== BUTTON || component.style === PREMIUM_STYLE) return [];
  const needsLabel = component.emoji === undefined || component.emoji === null;
  const labelLimits = { min: needsLabel ? 1 : 0, max: 80 };
  const label = lengthViolations(component.label, labelLimits, [...path, 'label']);
  if (component.style !== LINK_STYLE) return label;
  return [...label, ...lengthViolations(component.url, { min: 1, max: 512 }, [...path, 'url'])];
}

function customIdViolations(all: Placed[]): Violation[] {
  const seen = new Set<string>();
  return all
    .filter(({ component }) => needsCustomId(component))
    .flatMap(({ component, path }) => {
      const where = [...path, 'custom_id'];
      const id = component.custom_id;
      const bad = lengthViolations(id, { min: 1, max: 100 }, where);
      if (bad.length > 0 || typeof id !== 'string') return bad;
      const message = `Component custom id cannot be duplicated (${id}).`;
      if (seen.has(id)) return [{ path: where, code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
      seen.add(id);
      return [];
    });
}

function needsCustomId(component: JsonObject): boolean {
  if (SELECTS.includes(numberOf(component.type))) return true;
  if (component.type !== BUTTON) return false;
  return component.style !== LINK_STYLE && component.style !== PREMIUM_STYLE;
}
