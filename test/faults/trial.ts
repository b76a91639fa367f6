/** One thing that goes wrong, and what became of the questions asked while it did. */
export interface Trial {
  readonly fault: string;
  run(): Promise<Outcome>;
  /** Why the protocol does not allow to lose nothing; absent where it does. */
  readonly unavoidable?: string;
}

export interface Outcome {
  readonly asked: number;
  readonly answered: number;
  /** Interactions of which a second answer reached its reader. */
  readonly twice: number;
  /** Answers sent once more, as after a reply of Discord's that got lost; Discord lets them go. */
  readonly again: number;
  /** What became of the questions that were lost. */
  readonly reasons: readonly string[];
  /** Anything else that a person ought to know, such as a bot that ended. */
  readonly note?: string;
}

export interface Row extends Outcome {
  readonly fault: string;
  readonly unavoidable: string | undefined;
}

/** Whether a trial went as well as the protocol allows. */
export function wentWell({ asked, answered, twice, note, unavoidable }: Row): boolean {
  return note === undefined && twice === 0 && (answered === asked || unavoidable !== undefined);
}

/** Runs trials one after another; one that breaks down counts as having lost what it asked. */
export async function runTrials(
  trials: readonly Trial[],
  done: (row: Row) => void,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { fault, unavoidable, run } of trials) {
    const outcome = await run().catch((error: unknown) => ({
      asked: 1,
      answered: 0,
      twice: 0,
      again: 0,
      reasons: [],
      note: String(error),
    }));
    const row = { fault, unavoidable, ...outcome };
    rows.push(row);
    done(row);
  }
  return rows;
}
