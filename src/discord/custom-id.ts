import * as z from 'zod';
import type { Language } from '../reply/language.ts';
import { english, languageFor } from '../reply/languages/index.ts';
import type { Question } from '../reply/reply.ts';

/**
 * What a button does. A button's custom id holds all of it, so that the bot keeps no session: any
 * replica can serve any press, and a restart loses nothing.
 */
export type Press =
  | { readonly kind: 'context'; readonly story: string; readonly sentence: string }
  | {
      readonly kind: 'ask';
      readonly question: Question;
      readonly page: number;
      /**
       * The message's own: where it breaks into pages depends on its words, and a page in another
       * language than the one before could leave something out.
       */
      readonly language: Language;
    }
  /** A menu: what is picked in it goes into an option of a command. */
  | { readonly kind: 'choose'; readonly command: string; readonly option: string };

/** Changes whenever ids of an older version would be misread. */
const version = '1';
/** Discord's limit. */
const longest = 100;

/** @returns undefined when it would not fit; then there is no button */
export function customIdOf(press: Press): string | undefined {
  const id = [version, ...partsOf(press).map(encodePart)].join('|');
  return id.length <= longest && id.isWellFormed() ? id : undefined;
}

function partsOf(press: Press): readonly string[] {
  switch (press.kind) {
    case 'context':
      return ['c', press.story, press.sentence];
    case 'choose':
      return ['o', press.command, press.option];
    case 'ask': {
      const { page, question, language } = press;
      const options = Object.entries(question.options).map(([name, value]) => `${name}=${value}`);
      const kind = language === english ? 'a' : `a-${language.tag}`;
      return [kind, String(page), question.command, ...options];
    }
  }
}

const press = z.union([
  z
    .tuple([z.literal(version), z.literal('o'), z.string(), z.string()])
    .transform(([, , command, option]): Press => ({ kind: 'choose', command, option })),
  z
    .tuple([z.literal(version), z.literal('c'), z.string(), z.string()])
    .transform(([, , story, sentence]): Press => ({ kind: 'context', story, sentence })),
  z
    .tuple([
      z.literal(version),
      z.string().regex(/^a(?:-[A-Za-z-]{2,8})?$/),
      z.coerce.number().int().min(1).max(9999),
      z.string(),
    ])
    .rest(z.string().regex(/^[a-z]+=/))
    .transform(
      ([, kind, page, command, ...options]): Press => ({
        kind: 'ask',
        page,
        language: languageFor(kind.slice(2)),
        question: { command, options: Object.fromEntries(options.map(splitOption)) },
      }),
    ),
]);

/** @returns undefined for an id of another version, or of nobody's making */
export function readCustomId(customId: string): Press | undefined {
  return press.safeParse(customId.split('|').map(decodePart)).data;
}

function splitOption(option: string): [string, string] {
  const at = option.indexOf('=');
  return [option.slice(0, at), option.slice(at + 1)];
}

function encodePart(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('|', '%7C');
}

function decodePart(part: string): string {
  return part.replaceAll('%7C', '|').replaceAll('%25', '%');
}
