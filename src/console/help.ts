import type { Command } from '../command.ts';
import type { Language } from '../reply/language.ts';
import { notice } from '../reply/words.ts';

/** Whether somebody asks what can be typed. */
export function asksForHelp(line: string): boolean {
  return /^\s*(?:\/?(?:help|\?)|--help)\s*$/i.test(line);
}

/** What can be typed: a line a command, and that a question needs none. */
export function helpText(commands: readonly Command[], language: Language): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return [
    ...commands.map(({ name, description, translations }) => {
      const described = translations[language.tag]?.description ?? description;
      return `  /${name.padEnd(widest)}  ${described}`;
    }),
    '',
    language.say(notice('plain-question')),
  ].join('\n');
}
