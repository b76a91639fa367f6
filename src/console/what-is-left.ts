import { describeFault } from '../record/fault.ts';
import type { StoryAtDesk } from '../record/stories-at-desk.ts';

/** What a story still needs, as lines; a draft's faults are work to do, and fail nothing. */
export function whatIsLeft({ id, file, draft, faults, unchecked }: StoryAtDesk): string {
  const [next] = unchecked;
  const left = [
    ...faults.map((fault) => `  ${describeFault(fault)}`),
    ...(next === undefined
      ? []
      : [
          `  ${file}:${next.line}:${next.column} the next of ${unchecked.length} guesses to check; delete its “# check” when it is right`,
        ]),
  ];
  const done = draft
    ? `  nothing is left; delete “draft: true” from ${file} to serve it`
    : '  nothing is left; it is served';
  return [
    `${id}: ${draft ? 'a draft, not served' : 'a story'}; ${faults.length} faults, ${unchecked.length} guesses to check`,
    ...(left.length === 0 ? [done] : left),
  ].join('\n');
}
