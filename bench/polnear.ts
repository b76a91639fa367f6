import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contains, type Span, textOf } from '../src/record/span.ts';
import { hashOf } from './seeded.ts';

/** An article of PolNeAR (Newell et al., LREC 2018) as one of its annotators read it. */
export interface PolnearArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly PolnearAttribution[];
}

export interface PolnearAttribution {
  /** Absent for a voice the article doesn't name. */
  readonly source: Mention | undefined;
  readonly cue: Mention | undefined;
  readonly content: Mention;
  /** How many other attributions of the article tell this one in their content. */
  readonly depth: number;
}

/** Stretches of the article's text, in their order there, that are meant as one. */
export interface Mention {
  readonly spans: readonly Span[];
  /** The stretches with a space between them, every run of white space made one space. */
  readonly text: string;
}

/** Reads the corpus from the folder the variable POLNEAR names; without it the program ends. */
export function polnearOrExit(): readonly PolnearArticle[] {
  return readPolnear(folderOrExit());
}

/** The articles that several annotators read, each as two of them did. */
export function readTwiceOrExit(): readonly (readonly [PolnearArticle, PolnearArticle])[] {
  return readings(folderOrExit()).flatMap(([one, other]) =>
    one === undefined || other === undefined ? [] : [[one, other] as const],
  );
}

function folderOrExit(): string {
  const folder = process.env.POLNEAR ?? '';
  if (folder === '' || !existsSync(join(folder, 'train', 'text'))) {
    process.stderr.write(
      'POLNEAR must name the unpacked PolNeAR folder, the one that holds train/text and train/attributions.\n',
    );
    process.exit(2);
  }
  return join(folder, 'train');
}

/**
 * Every article once; of several annotators one is taken, by the article's name.
 *
 * @param folder the one that holds `text` and `attributions`
 */
export function readPolnear(folder: string): readonly PolnearArticle[] {
  return readings(folder).flatMap((own) => own[hashOf(own[0]?.id ?? '') % own.length] ?? []);
}

/** Every article as each of its annotators read it. */
function readings(folder: string): readonly (readonly PolnearArticle[])[] {
  const annotations = new Map<string, string[]>();
  for (const file of readdirSync(join(folder, 'attributions')).sort()) {
    const article = /^(.+)_[^_]+\.ann$/.exec(file)?.[1];
    if (article !== undefined) {
      annotations.set(article, [...(annotations.get(article) ?? []), file]);
    }
  }
  return Array.from(annotations, ([id, files]) => {
    const textFile = join(folder, 'text', `${id}.txt`);
    if (!existsSync(textFile)) return [];
    const text = readFileSync(textFile, 'utf8');
    return files.map((file) => {
      const standoff = readFileSync(join(folder, 'attributions', file), 'utf8');
      return { id, text, attributions: attributionsIn(standoff, text) };
    });
  });
}

/** Lines of any other kind (notes, second halves of a text that holds a line break) are passed over. */
function attributionsIn(standoff: string, text: string): readonly PolnearAttribution[] {
  const spans = new Map<string, readonly Span[]>();
  const events: ReadonlyMap<string, string>[] = [];
  for (const line of standoff.split('\n')) {
    const [, mention, ranges] = /^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t/.exec(line) ?? [];
    if (mention !== undefined && ranges !== undefined) spans.set(mention, spansOf(ranges));
    const roles = /^E\d+\t(.+)$/.exec(line)?.[1];
    if (roles !== undefined) {
      events.push(
        new Map(Array.from(roles.matchAll(/(\S+):(T\d+)/g), ([, k, v]) => [k ?? '', v ?? ''])),
      );
    }
  }
  const mentionOf = (event: ReadonlyMap<string, string>, ...roles: readonly string[]) =>
    mention(
      text,
      roles.flatMap((role) => spans.get(event.get(role) ?? '') ?? []),
    );
  const found = events.flatMap((event) => {
    const content = mentionOf(event, 'Content', 'Content2');
    if (content === undefined) return [];
    return [{ source: mentionOf(event, 'Source'), cue: mentionOf(event, 'Cue'), content }];
  });
  return found.map((attribution) => ({
    ...attribution,
    depth: found.filter((outer) => outer !== attribution && holds(outer.content, attribution.cue))
      .length,
  }));
}

function spansOf(ranges: string): readonly Span[] {
  return ranges.split(';').map((range) => {
    const [start = 0, end = 0] = range.split(' ').map(Number);
    return { start, end };
  });
}

function mention(text: string, spans: readonly Span[]): Mention | undefined {
  const ordered = spans
    .filter(({ start, end }) => textOf(text, { start, end }).trim() !== '')
    .toSorted((a, b) => a.start - b.start);
  if (ordered.length === 0) return undefined;
  const printed = ordered.map((span) => textOf(text, span)).join(' ');
  return { spans: ordered, text: printed.replace(/\s+/g, ' ').trim() };
}

function holds(content: Mention, cue: Mention | undefined): boolean {
  return cue?.spans.every((part) => content.spans.some((whole) => contains(whole, part))) ?? false;
}
