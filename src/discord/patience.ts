import type { Upload } from './illustration.ts';
import type { Interaction } from './interaction.ts';
import { ephemeralFlag, type Message } from './message.ts';

/** What the bot sends back, as Discord's interaction callback takes it. */
export type Response =
  | { readonly type: 1 | 6 }
  | { readonly type: 4 | 7; readonly data: Message }
  | { readonly type: 5; readonly data: { readonly flags?: number } }
  | { readonly type: 8; readonly data: { choices: { name: string; value: string }[] } };

/** A response, and the files that go with it. */
export interface Finished {
  readonly response: Response;
  readonly files: readonly Upload[];
}

/** What a transport has to send: `response` at once. */
export interface Answered extends Finished {
  /** Where that only put the asker off: what is sent once `response` is with Discord. Never rejects. */
  readonly followUp: Promise<FollowUp> | undefined;
}

/** A message for an interaction's webhook: in place of the original (PATCH), or beside it (POST). */
export interface FollowUp {
  readonly method: 'PATCH' | 'POST';
  readonly message: Message;
  readonly files: readonly Upload[];
}

/** Discord gives three seconds, of which the way there and back takes some. */
const mostMs = 1000;

/**
 * The answer, if it comes soon; else what puts the asker off until it does. Suggestions can't be put
 * off: there are none then.
 *
 * @param isEphemeral whether only the asker is to see the answer, as far as it is known by then: it
 *   can't be changed later
 */
export async function inTime(
  answered: Promise<Finished>,
  { type }: Interaction,
  isEphemeral: () => boolean,
): Promise<Answered> {
  const soon = await within(mostMs, answered);
  if (soon !== undefined) return { followUp: undefined, ...soon };
  switch (type) {
    case 2: {
      const data = isEphemeral() ? { flags: ephemeralFlag } : {};
      return { response: { type: 5, data }, files: [], followUp: answered.then(inPlace) };
    }
    case 3:
      return { response: { type: 6 }, files: [], followUp: answered.then(besideOrInPlace) };
    default:
      return { response: { type: 8, data: { choices: [] } }, files: [], followUp: undefined };
  }
}

/** Undefined where it takes longer. The timer ends with the answer, so that it does not outlive it. */
function within<T>(ms: number, answered: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    answered.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function inPlace({ response, files }: Finished): FollowUp {
  if (response.type !== 4 && response.type !== 7) throw new Error('an answer without a message');
  // Who sees the message was settled when the asker was put off.
  const { flags: _settled, ...message } = response.data;
  return { method: 'PATCH', message, files };
}

/** A press either changes the message it was on, or is answered with one of its own. */
function besideOrInPlace(finished: Finished): FollowUp {
  const { response, files } = finished;
  if (response.type === 4) return { method: 'POST', message: response.data, files };
  return inPlace(finished);
}
