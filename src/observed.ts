import type { Command } from './command.ts';
import type { Status } from './reply/reply.ts';
import type { Request } from './request.ts';

/** One answer, as it is counted. */
export interface Observation {
  /** The name of one of the bot's own commands. */
  readonly command: string;
  readonly outcome: Status | 'failed';
  readonly seconds: number;
  /** What was asked; holds what people typed. */
  readonly options: Request['options'];
}

/** The same commands, telling an observer of every answer. What they answer stays as it is. */
export function observed(
  commands: readonly Command[],
  observe: (observation: Observation) => void,
): readonly Command[] {
  return commands.map((command) => ({
    ...command,
    answer(request, library) {
      const start = performance.now();
      let outcome: Observation['outcome'] = 'failed';
      try {
        const reply = command.answer(request, library);
        outcome = reply.status;
        return reply;
      } finally {
        const seconds = (performance.now() - start) / 1000;
        observe({ command: command.name, outcome, seconds, options: request.options });
      }
    },
  }));
}
