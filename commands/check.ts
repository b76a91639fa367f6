import { type Credited, creditsIn, toldIn } from '../src/ask/credits.ts';
import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import { quotedSpans, withoutMarks } from '../src/record/quotation.ts';
import { type Span, textOf } from '../src/record/span.ts';
import type { Entity } from '../src/record/story.ts';
import { bestOf, findWords } from '../src/reply/found-words.ts';
import { type Check, type Finding, reply } from '../src/reply/reply.ts';
import { affirmation, correction, heardFrom } from '../src/reply/speaker-asked.ts';
import { type Notice, notice } from '../src/reply/words.ts';
import { entityKey } from '../src/search/names.ts';
import { wordForms } from '../src/search/words.ts';

export const check = defineCommand({
  name: 'check',
  description: 'Check the quotes in a message, or the message itself, against the record',
  menu: { name: 'Who said this?', option: 'text' },
  asks: { text: wordsOption('A message with quotes in it, or a single quote') },
  answer({ text }, library) {
    if (wordForms(text) === '') return reply('error', { notices: [notice('no-words')] });
    const quotes = quotesIn(text, library);
    const checks = [...quotes]
      .slice(0, mostQuotes)
      .map(([asked, credited]) => checked(asked, credited, library));
    const found = checks.some(({ findings }) => findings.length > 0);
    const count = quotes.size - checks.length;
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

/** The quotes of a message, each once, or what it tells when it has none; and whom it credits with each. */
function quotesIn(text: string, { names }: Library): ReadonlyMap<string, readonly Credited[]> {
  const marked = linesOf(text)
    .flatMap(({ line, start }) =>
      [...quotedSpans(line), ...blockQuote(line)].map((span) => ({
        start: start + span.start,
        end: start + span.end,
      })),
    )
    .filter((span) => wordForms(textOf(text, span)) !== '');
  const told = marked.length > 0 ? undefined : toldIn(text, names);
  const spans = told === undefined ? marked : [told];
  if (spans.length === 0) return new Map([[text, []]]);
  const credits = creditsIn(text, spans.slice(0, mostQuotes), names);
  const quotes = new Map<string, Credited[]>();
  for (const [at, span] of spans.entries()) {
    const quote = textOf(text, withoutMarks(text, span));
    const credit = credits[at];
    quotes.set(quote, [...(quotes.get(quote) ?? []), ...(credit === undefined ? [] : [credit])]);
  }
  return quotes;
}

function linesOf(text: string): readonly { readonly line: string; readonly start: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ line, start: index }));
}

/** Discord and mail set a quoted line off with “> ”. */
function blockQuote(line: string): readonly Span[] {
  const [mark] = /^\s*>+\s*/.exec(line) ?? [];
  if (mark === undefined || quotedSpans(line).length > 0) return [];
  return [{ start: mark.length, end: line.length }];
}

/** A quote against the record; what the message tells of somebody that the record does not is told apart. */
function checked(asked: string, credits: readonly Credited[], library: Library): Check {
  const { answers, nearest } = findWords(asked, library);
  const [best] = bestOf(answers);
  const told = credits.flatMap(({ entities, as }) =>
    onlyOneOf(entities, answers).map((entity) => ({
      entity,
      as,
      heard: answers.flatMap((finding) => heardFrom(entityKey(entity), finding, library)),
    })),
  );
  const heard = told.flatMap((each) => each.heard);
  const once = told.filter(
    ({ entity, as }, at) =>
      told.findIndex((each) => each.entity === entity && each.as === as) === at,
  );
  return {
    asked,
    notices: best === undefined ? [] : once.flatMap((each) => remarkOn(each, best)),
    findings: bestOf(heard.length > 0 ? heard : answers).slice(0, mostFindings),
    nearest,
  };
}

/** What a message tells of somebody, and what is on record of them. */
interface Told extends Pick<Credited, 'as'> {
  readonly entity: Entity;
  readonly heard: readonly Finding[];
}

function remarkOn({ entity, as, heard }: Told, best: Finding): readonly Notice[] {
  if (heard.length === 0) return as === 'unsaid' ? [] : [correction(entity, best)];
  return as === 'said' ? [] : heard.flatMap((each) => affirmation(entity, each)).slice(0, 1);
}

/** The one who is meant; of those of several stories the one of the story that has the quote. */
function onlyOneOf(entities: readonly Entity[], answers: readonly Finding[]): readonly Entity[] {
  const here = entities.filter(({ story }) =>
    answers.some(({ sentence }) => sentence.story === story),
  );
  return here.length === 1 ? here : [];
}

const mostFindings = 2;
