/** A suggestion: what is shown, and what is sent. Each holds at most 100 characters. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}
