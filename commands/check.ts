import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import { quotedSpans, withoutMarks } from '../src/record/quotation.ts';
import { textOf } from '../src/record/span.ts';
import { bestOf, findWords } from '../src/reply/found-words.ts';
import { type Check, reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { wordForms } from '../src/search/words.ts';

export const check = defineCommand({
  name: 'check',
  description: 'Check the quotes in a message, or the message itself, against the record',
  menu: { name: 'Who said this?', option: 'text' },
  asks: { text: wordsOption('A message with quotes in it, or a single quote') },
  answer({ text }, library) {
    if (wordForms(text) === '') return reply('error', { notices: [notice('no-words')] });
    const quotes = quotesIn(text);
    const checks = quotes.slice(0, mostQuotes).map((quote) => checked(quote, library));
    const found = checks.some(({ findings }) => findings.length > 0);
    const count = quotes.length - checks.length;
    return reply(found ? 'found' : 'not_on_record', {
      notices: [
        ...(found ? [] : [notice('none-checked')]),
        ...(count === 0 ? [] : [notice('quotes-left', { first: mostQuotes, count })]),
      ],
      checks,
      findings: checks.flatMap(({ findings }) => findings),
    });
  },
  translations: {
    de: {
      name: 'prüfen',
      menu: 'Wer hat das gesagt?',
      description: 'Prüfe die Zitate einer Nachricht oder die Nachricht selbst am Bericht',
      options: {
        text: {
          name: 'text',
          description: 'Eine Nachricht mit Zitaten darin oder ein einzelnes Zitat',
        },
      },
    },
    es: {
      name: 'comprobar',
      menu: '¿Quién dijo esto?',
      description: 'Comprueba si constan las citas de un mensaje, o el propio mensaje',
      options: { text: { name: 'texto', description: 'Un mensaje con citas, o una sola cita' } },
    },
    fr: {
      name: 'vérifier',
      menu: 'Qui a dit ça ?',
      description:
        'Vérifier si les citations d’un message, ou le message lui-même, figurent au dossier',
      options: {
        text: {
          name: 'texte',
          description: 'Un message contenant des citations, ou une seule citation',
        },
      },
    },
    ja: {
      name: '確認',
      menu: 'これは誰の発言？',
      description: 'メッセージ内の引用、またはメッセージそのものを記録と照合します',
      options: { text: { name: '言葉', description: '引用を含むメッセージ、または一つの引用' } },
    },
    'zh-CN': {
      name: '核对',
      menu: '这是谁说的？',
      description: '核对消息中的引语或消息本身是否有记录',
      options: { text: { name: '原话', description: '含有引语的消息，或单独一句引语' } },
    },
    'zh-TW': {
      name: '核對',
      menu: '這是誰說的？',
      description: '核對訊息中的引述或訊息本身是否有紀錄',
      options: { text: { name: '原話', description: '含有引述的訊息，或單獨一句引述' } },
    },
  },
});

/** A message with more quotes than this is an article. */
const mostQuotes = 8;

/** The quotes of a message, each once, or all of it when it has none. */
function quotesIn(text: string): readonly string[] {
  const quotes = text
    .split('\n')
    .flatMap((line) => [
      ...quotedSpans(line).map((span) => textOf(line, withoutMarks(line, span))),
      ...blockQuote(line),
    ])
    .filter((quote) => wordForms(quote) !== '');
  return quotes.length === 0 ? [text] : [...new Set(quotes)];
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
