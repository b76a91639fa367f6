import { createInterface } from 'node:readline';
import type { Command } from '../command.ts';
import type { Library } from '../library.ts';
import type { Language } from '../reply/language.ts';
import { answerLine } from './answer-line.ts';
import { completeLine } from './completion.ts';
import { asksForHelp, helpText } from './help.ts';
import { paintFor } from './paint.ts';
import { terminalText } from './terminal.ts';

/** Asks for questions and answers them until the input ends. On a terminal, Tab completes. */
export async function openPrompt(
  library: Library,
  commands: readonly Command[],
  language: Language,
): Promise<void> {
  const { stdin, stdout, env } = process;
  const paint = paintFor(stdout, env);
  const lines = createInterface({
    input: stdin,
    output: stdout,
    terminal: stdin.isTTY === true && stdout.isTTY === true,
    prompt: stdin.isTTY === true ? paint.accent('ask › ') : '',
    completer: (line: string) => completeLine(line, commands, library),
  });
  const answered = (line: string) =>
    asksForHelp(line)
      ? helpText(commands, language)
      : terminalText(
          answerLine(line, commands, library).reply,
          paint,
          stdout.columns || 80,
          language,
        );
  lines.prompt();
  for await (const line of lines) {
    if (/^\s*\/?(?:quit|exit)\s*$/i.test(line)) break;
    if (line.trim() !== '') stdout.write(`\n${answered(line)}\n\n`);
    lines.prompt();
  }
  lines.close();
}
