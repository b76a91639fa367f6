import type { Attribution } from '../record/attribution.ts';
import type { Check, Finding } from './reply.ts';

/** What of a finding a reader has read already, in those that stand above it. */
export interface ShownAbove {
  readonly sentence: boolean;
  /** Who says it, and how. */
  readonly voice: boolean;
}

/** Several quotes may be of one sentence: it is shown once, and each has its own verdict. */
export function shownAbove(finding: Finding, above: readonly Finding[]): ShownAbove {
  const same = above.filter(({ sentence }) => sentence === finding.sentence);
  return {
    sentence: same.length > 0,
    voice: same.some(({ attribution }) => isHeardAlike(attribution, finding.attribution)),
  };
}

function isHeardAlike(one: Attribution, other: Attribution): boolean {
  return (
    one.statement === other.statement &&
    one.kind === other.kind &&
    one.toldOf.length === other.toldOf.length &&
    one.toldOf.every((told) => other.toldOf.includes(told))
  );
}

/** What the checks before one of them show: what is on record or, where nothing is, the nearest. */
export function findingsAbove(checks: readonly Check[], at: number): readonly Finding[] {
  return checks
    .slice(0, at)
    .flatMap(({ findings, nearest }) => (findings.length > 0 ? findings : nearest));
}
