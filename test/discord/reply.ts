import { invalidFormBody, type Violation } from './violation.ts';

/** What a route answers. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A success with a JSON body. */
export function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** A success without a body. */
export const NO_CONTENT: Reply = { status: 204 };

/** An error in the shape of Discord's. */
export function failure(status: number, code: number, message: string): Reply {
  return { status, body: { message, code } };
}

/** 50035 for what Discord itself would refuse, or undefined when it would accept the body. */
export function refusal(violations: Violation[]): Reply | undefined {
  const refused = violations.filter(({ houseRule }) => houseRule !== true);
  return refused.length > 0 ? { status: 400, body: invalidFormBody(refused) } : undefined;
}
