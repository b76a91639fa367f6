import type { Question } from './reply.ts';
import { visible } from './tidy.ts';

/** A question as it would be typed. */
export function questionLine({ command, options }: Question): string {
  const values = Object.entries(options).map(([name, value]) => `${name}:${visible(value)}`);
  return [`/${command}`, ...values].join(' ');
}
