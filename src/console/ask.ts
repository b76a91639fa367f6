import { createInterface } from 'node:readline';
import { commands } from '../../commands/index.ts';
import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import type { Library } from '../library.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { endQuietlyWithoutReader, endWithOneLine } from '../operator-error.ts';
import type { Language } from '../reply/language.ts';
import { type AnsweredLine, answerLine, jsonLine } from './answer-line.ts';
import { asksForHelp, helpText } from './help.ts';
import { paintFor } from './paint.ts';
import { openPrompt } from './prompt.ts';
import { terminalText } from './terminal.ts';

/** `npm run -s ask`: one question, a stream of them on standard input, or a prompt. */
async function ask(args: readonly string[]): Promise<void> {
  const { json, question } = readArguments(args);
  const env = await environment();
  const { dataFolder, publicUrl, terminalLanguage } = readConfig(env);
  if (!json && asksForHelp(question)) {
    process.stdout.write(`ask [--json] [QUESTION]\n\n${helpText(commands, terminalLanguage)}\n`);
    return;
  }
  const library = await openDataFolder(dataFolder, env);
  if (question !== '')
    askOnce(question, library, json ? jsonFor(publicUrl) : textIn(terminalLanguage));
  else if (json || process.stdin.isTTY !== true) await askEachLine(library, jsonFor(publicUrl));
  else await openPrompt(library, commands, terminalLanguage);
}

function readArguments(args: readonly string[]) {
  const json = args.includes('--json');
  const words = args.filter((arg) => arg !== '--json' && arg !== '--');
  return { json, question: words.join(' ').trim() };
}

/** How an answer is written. */
type Written = (answered: AnsweredLine) => string;

function jsonFor(publicUrl: string | undefined): Written {
  return (answered) => jsonLine(answered, publicUrl);
}

function textIn(language: Language): Written {
  const { stdout, env } = process;
  return ({ reply }) => terminalText(reply, paintFor(stdout, env), stdout.columns || 80, language);
}

/** Exit code 0 for an answer, also an honest “not on record”; 2 for what is no question. */
function askOnce(question: string, library: Library, written: Written): void {
  const answered = answerLine(question, commands, library);
  process.stdout.write(`${written(answered)}\n`);
  if (answered.reply.status === 'error') process.exitCode = 2;
}

async function askEachLine(library: Library, written: Written): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(`${written(answerLine(line, commands, library))}\n`);
  }
}

endQuietlyWithoutReader();
ask(process.argv.slice(2)).catch(endWithOneLine);
