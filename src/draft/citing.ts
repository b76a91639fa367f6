import { contains } from '../record/span.ts';
import type { FoundAttribution } from './found-attribution.ts';

/** An attribution, and the one that passes it on without holding it in its content. */
export interface Heard extends FoundAttribution {
  readonly through?: FoundAttribution;
}

/**
 * “The paper, citing an official, reported that …”: the official said it, and it is heard through the
 * paper. So whoever is cited takes the place of the one who cites.
 */
export function withCitedSources(attributions: readonly FoundAttribution[]): readonly Heard[] {
  const replaced = new Map<FoundAttribution, Heard | undefined>();
  for (const citing of attributions) {
    if (citing.verb !== 'cite') continue;
    const [cited, ...more] = citing.content;
    const reports = reporterBeside(citing, attributions);
    if (cited === undefined || more.length > 0 || reports === undefined) continue;
    if (replaced.has(reports)) continue;
    replaced.set(citing, undefined);
    replaced.set(reports, {
      ...reports,
      source: cited,
      cue: citing.cue,
      verb: citing.verb,
      content: reports.content.map((part) =>
        contains(part, citing.cue) ? { ...part, end: citing.cue.start } : part,
      ),
      through: reports,
    });
  }
  return attributions.flatMap((each) => (replaced.has(each) ? (replaced.get(each) ?? []) : [each]));
}

const farthest = 250;

/** The report nearest to “citing”, unless that only tells of something in quotation marks. */
function reporterBeside(
  { cue, content }: FoundAttribution,
  attributions: readonly FoundAttribution[],
): FoundAttribution | undefined {
  const [nearest] = attributions
    .filter(
      (other) =>
        other.cue.sentence === cue.sentence &&
        reporting.has(other.verb) &&
        other.source !== undefined &&
        !content.some((part) => contains(part, other.cue)) &&
        distance(other.cue.start, cue.start) < farthest,
    )
    .toSorted((a, b) => distance(a.cue.start, cue.start) - distance(b.cue.start, cue.start));
  return nearest;
}

function distance(a: number, b: number): number {
  return Math.abs(a - b);
}

const reporting = new Set([
  'report',
  'say',
  'write',
  'claim',
  'reveal',
  'disclose',
  'tell',
  'note',
]);
