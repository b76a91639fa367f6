import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import { quotedSpans, withoutMarks } from '../src/record/quotation.ts';
import { textOf } from '../src/record/span.ts';
import { bestOf, findWords } from '../src/reply/found-words.ts';
import { type Check, reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { wordForms, wordsIn } from '../src/search/words.ts';

export const check = defineCommand({
  name: 'check',
  description: 'Check the quotes in a message, or the message itself, against the record',
  menu: { name: 'Who said this?', option: 'text' },
  asks: { text: wordsOption('A message with quotes in it, or a single quote') },
  answer({ text }, library) {
    if (wordForms(text) === '') return reply('error', { notices: [notice('no-words')] });
    const checks = quotesIn(text).map((quote) => checked(quote, library));
    const found = checks.some(({ findings }) => findings.length > 0);
    return reply(found ? 'found' : 'not_on_record', {
      notices: found ? [] : [notice('none-checked')],
      checks,
      findings: checks.flatMap(({ findings }) => findings),
    });
  },
});

/** A message with more quotes than this is an article. */
const mostQuotes = 8;
/** A word or two in quotation marks is more often irony than a quote. */
const fewestWords = 3;

/** The quotes of a message, or all of it when it has none. */
function quotesIn(text: string): readonly string[] {
  const quotes = text
    .split('\n')
    .flatMap((line) => [
      ...quotedSpans(line).map((span) => textOf(line, withoutMarks(line, span))),
      ...blockQuote(line),
    ])
    .filter((quote) => wordsIn(quote).length >= fewestWords);
  return quotes.length === 0 ? [text] : [...new Set(quotes)].slice(0, mostQuotes);
}

/** Discord and mail set a quoted line off with “> ”. */
function blockQuote(line: string): readonly string[] {
  const quoted = /^\s*>+\s*(.*)$/.exec(line)?.[1];
  return quoted === undefined || quotedSpans(quoted).length > 0 ? [] : [quoted];
}

function checked(asked: string, library: Library): Check {
  const { answers, nearest } = findWords(asked, library);
  return { asked, findings: bestOf(answers).slice(0, mostFindings), nearest };
}

const mostFindings = 2;
