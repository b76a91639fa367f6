import type { Command } from '../command.ts';
import type { Library } from '../library.ts';
import { replyJson } from '../reply/json.ts';
import { type Reply, reply } from '../reply/reply.ts';
import { readLine } from './question-line.ts';

/** What a line was answered with. */
export interface AnsweredLine {
  readonly line: string;
  readonly command: string | null;
  readonly reply: Reply;
}

/** Answers one typed line; a line that is no question gets a reply of status `error`. */
export function answerLine(
  line: string,
  commands: readonly Command[],
  library: Library,
): AnsweredLine {
  const read = readLine(line, commands);
  if ('command' in read) {
    const { command, request } = read;
    return { line, command: command.name, reply: command.answer(request, library) };
  }
  const { problem, suggestions } = read;
  return { line, command: null, reply: reply('error', { notices: [problem], suggestions }) };
}

/**
 * The answer as one line of JSON.
 *
 * @param publicUrl where the stories' pages are, for citations to lead to
 */
export function jsonLine(
  { line, command, reply: answer }: AnsweredLine,
  publicUrl: string | undefined,
): string {
  return JSON.stringify(replyJson(line.slice(0, longestEcho), command, answer, publicUrl));
}

/** A question longer than this is refused; its echo need not be whole. */
const longestEcho = 8000;
