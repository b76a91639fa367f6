import { contains, overlap, type Span, wholeWords } from '../record/span.ts';
import {
  type Entity,
  type Sentence,
  type Statement,
  type Story,
  type Voice,
  voicesOf,
} from '../record/story.ts';

/** What a stretch of a sentence is to a reader, in quotation research's own words. */
export type Role =
  | { readonly kind: 'content'; readonly statement: Statement; readonly direct: boolean }
  | { readonly kind: 'source' | 'cue'; readonly voice: Voice }
  | { readonly kind: 'entity'; readonly entity: Entity };

/** A stretch of a sentence with what it is, and the stretches within it. */
export interface Mark {
  readonly span: Span;
  readonly role: Role;
  readonly inner: readonly Mark[];
  /** How many contents lie within one another here, this one included. */
  readonly height: number;
}

interface Stretch {
  readonly span: Span;
  readonly role: Role;
}

/** Everything worth marking in a sentence, nested as it is in the text. */
export function marksOf(sentence: Sentence, story: Story): readonly Mark[] {
  const attributed = story.statements.flatMap((statement) => [
    ...contentIn(sentence, statement),
    ...(statement.sentence === sentence
      ? voicesOf(statement).flatMap((voice) => voiceIn(voice, statement, story))
      : []),
  ]);
  return nested([...withoutTwins(attributed), ...namesIn(sentence, story)]);
}

function contentIn(sentence: Sentence, statement: Statement): Stretch[] {
  return statement.content
    .filter((part) => part.sentence === sentence)
    .map(({ span }) => ({
      span,
      role: {
        kind: 'content',
        statement,
        direct: sentence.quoted.some((quote) => contains(quote, span)),
      },
    }));
}

/** The source and the cue nearest to one another, both outside what they report. */
function voiceIn(voice: Voice, { sentence, content }: Statement, story: Story): Stretch[] {
  const outside = (span: Span) =>
    !content.some((part) => part.sentence === sentence && overlap(part.span, span) > 0);
  const cues = wholeWords(sentence.text, voice.cue).filter(outside);
  const sources = namesOf(voice, story)
    .flatMap((name) => wholeWords(sentence.text, name))
    .filter(outside);
  const pairs = cues
    .flatMap((cue) => sources.map((source) => ({ cue, source })))
    .sort((a, b) => gap(a.cue, a.source) - gap(b.cue, b.source) || size(b.source) - size(a.source));
  const [nearest = { cue: cues[0], source: sources[0] }] = pairs;
  return [
    ...(nearest.source === undefined
      ? []
      : [{ span: nearest.source, role: { kind: 'source', voice } } as const]),
    ...(nearest.cue === undefined
      ? []
      : [{ span: nearest.cue, role: { kind: 'cue', voice } } as const]),
  ];
}

/** What a voice may be called in its sentence, as the verifier has it. */
function namesOf({ entities, words }: Voice, { entities: known }: Story): readonly string[] {
  if (words !== undefined) return [words];
  return entities.flatMap(({ id }) => {
    const entity = known.find((each) => each.id === id);
    if (entity === undefined) return [];
    const roles = entity.roles.map((role) =>
      role.sentence.text.slice(role.span.start, role.span.end),
    );
    return [entity.name, ...entity.aliases, ...roles];
  });
}

function gap(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

function size({ start, end }: Span): number {
  return end - start;
}

/** The first place of each entity that the sentence names, longer names before shorter ones. */
function namesIn({ text }: Sentence, { entities }: Story): Stretch[] {
  const taken: Span[] = [];
  const places = entities
    .flatMap((entity) =>
      [entity.name, ...entity.aliases].flatMap((name) =>
        wholeWords(text, name).map((span) => ({ entity, span })),
      ),
    )
    .sort((a, b) => size(b.span) - size(a.span) || a.span.start - b.span.start);
  const named = new Map<Entity, Span>();
  for (const { entity, span } of places) {
    if (taken.some((other) => overlap(other, span) > 0)) continue;
    taken.push(span);
    const known = named.get(entity);
    if (known === undefined || span.start < known.start) named.set(entity, span);
  }
  return [...named].map(([entity, span]) => ({ span, role: { kind: 'entity', entity } }));
}

/** One voice may report several statements with one cue. */
function withoutTwins(stretches: readonly Stretch[]): readonly Stretch[] {
  const seen = new Set<string>();
  return stretches.filter(({ span, role }) => {
    if (role.kind === 'content') return true;
    const key = `${role.kind} ${span.start} ${span.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Puts stretches into one another; one that only brushes another is cut at its edge. */
function nested(stretches: readonly Stretch[]): readonly Mark[] {
  const [first, ...rest] = stretches.toSorted(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || rank(a) - rank(b),
  );
  if (first === undefined) return [];
  const { start, end } = first.span;
  const within = rest
    .filter(({ span }) => span.start < end)
    .map(({ span, role }) => ({ span: { start: span.start, end: Math.min(span.end, end) }, role }));
  const after = rest
    .filter(({ span }) => span.end > end)
    // A link that went on after its mark would be there twice.
    .filter(({ span, role }) => span.start >= end || role.kind !== 'entity')
    .map(({ span, role }) => ({ span: { start: Math.max(span.start, end), end: span.end }, role }));
  const inner = nested(within);
  const deepest = Math.max(0, ...inner.map(({ height }) => height));
  const height = deepest + (first.role.kind === 'content' ? 1 : 0);
  return [{ span: { start, end }, role: first.role, inner, height }, ...nested(after)];
}

/** Of marks at one place the wider idea goes outside. */
function rank({ role }: Stretch): number {
  return ['content', 'source', 'cue', 'entity'].indexOf(role.kind);
}
