import { describeFault } from '../record/fault.ts';
import type { StoryAtDesk } from '../record/stories-at-desk.ts';

/** What a story still needs, above its page: faults, and the next guess to check. */
export function DeskNote({
  story: { draft, file, faults, unchecked },
  kept,
  version,
}: {
  readonly story: StoryAtDesk;
  /** Whether the page shows an earlier state, for this one has none. */
  readonly kept: boolean;
  readonly version: number;
}) {
  const [next] = unchecked;
  return (
    <aside id="desk" class="desk" data-version={version} aria-label="Left to do">
      <p>
        <strong>{draft ? 'Draft: no reader is served this.' : 'At your desk.'}</strong>{' '}
        {faults.length} faults, {unchecked.length} guesses to check.
        {kept && ' What stands below is as it was when the file could last be read.'}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, mostShown).map((fault) => (
            <li>{describeFault(fault)}</li>
          ))}
          {faults.length > mostShown && <li>and {faults.length - mostShown} more</li>}
        </ul>
      )}
      {next !== undefined && (
        <p>
          Next to check: {file}:{next.line}:{next.column}
        </p>
      )}
      {draft && faults.length + unchecked.length === 0 && (
        <p>Nothing is left. Delete “draft: true” from {file} to serve it.</p>
      )}
    </aside>
  );
}

/** A terminal lists them all. */
const mostShown = 50;
