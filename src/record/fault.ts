/** A place in a file a curator edits. Lines and columns count from 1, as editors show them. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One mistake in a story's files: where it is, what is wrong and how to mend it. */
export interface Fault extends Place {
  readonly wrong: string;
  readonly mend: string;
}

/** Thrown once with every fault of every story, so that a curator mends them in one pass. */
export class FaultsFound extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(describeFault).join('\n'));
    this.name = 'FaultsFound';
  }
}

/** `data/x/story.yaml:12:5 what is wrong; how to mend it` */
export function describeFault({ file, line, column, wrong, mend }: Fault): string {
  return `${file}:${line}:${column} ${wrong}; ${mend}`;
}

/** A fault of a file as a whole. */
export function wholeFile(file: string, wrong: string, mend: string): Fault {
  return { file, line: 1, column: 1, wrong, mend };
}

/** Faults as somebody reads them who goes through the files. */
export function inReadingOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
}
