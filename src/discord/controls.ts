import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIStringSelectComponent,
} from 'discord.js';
import type { Sentence } from '../record/story.ts';
import type { Language } from '../reply/language.ts';
import type { Chooser, Question, Reply, Suggestion } from '../reply/reply.ts';
import { shortened } from '../reply/shortened.ts';
import { tidy } from '../reply/tidy.ts';
import { notice, type WordKey } from '../reply/words.ts';
import { customIdOf } from './custom-id.ts';

/** A row of buttons, or a menu. */
export type Controls = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

/** Where in a reply its reader is. */
export interface Place {
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
  /** The sentences of the page that can be shown in context. */
  readonly cited: readonly Sentence[];
}

/** What a reader can do next: pick, ask on, see a sentence in context, turn the page. */
export function controlsOf(reply: Reply, place: Place, language: Language): Controls[] {
  return [
    menus(reply.settings?.choosers ?? [], language),
    buttons(suggestionButtons(reply.suggestions, language)),
    buttons(reply.status === 'found' ? contextButtons(place.cited, language) : []),
    buttons(pageButtons(reply.again, place, language)),
  ].flat();
}

/** Whether its pages can be turned: a button's id must hold all of the question. */
export function isTurnable({ again }: Reply, language: Language): boolean {
  return again !== undefined && customIdOf(turning(again, 9999, language)) !== undefined;
}

function menus(choosers: readonly Chooser[], language: Language): Controls[] {
  return choosers.flatMap(({ command, option, label, most, choices }) => {
    const id = customIdOf({ kind: 'choose', command, option });
    // A value that had to be cut would be another value.
    const fitting = choices.filter(({ value }) => value.length <= longestChoice);
    if (id === undefined || fitting.length === 0) return [];
    const menu: APIStringSelectComponent = {
      type: 3,
      custom_id: id,
      placeholder: shortened(language.say(notice(label)), 150),
      min_values: 1,
      max_values: Math.min(most, fitting.length),
      options: fitting.map(({ name, value, chosen }) => ({
        label: shortened(
          language.labelled(language.say(notice(label)), tidy(language.say(name))),
          longestChoice,
        ),
        value,
        default: chosen,
      })),
    };
    return [{ type: 1, components: [menu] }];
  });
}

const longestChoice = 100;

function buttons(row: readonly APIButtonComponent[]): Controls[] {
  return row.length === 0 ? [] : [{ type: 1, components: row.slice(0, 5) }];
}

function suggestionButtons(
  suggestions: readonly Suggestion[],
  language: Language,
): APIButtonComponent[] {
  return suggestions.flatMap(({ label, command, options }) =>
    button(label, customIdOf(turning({ command, options }, 1, language))),
  );
}

function contextButtons(cited: readonly Sentence[], language: Language): APIButtonComponent[] {
  const sentences = [...new Set(cited)];
  return sentences.flatMap(({ story, id }) =>
    button(
      sentences.length === 1
        ? language.say(notice('context'))
        : language.say(notice('context-of', { id })),
      customIdOf({ kind: 'context', story, sentence: id }),
    ),
  );
}

function pageButtons(
  again: Question | undefined,
  { page, pages }: Place,
  language: Language,
): APIButtonComponent[] {
  if (again === undefined || pages <= 1) return [];
  const turn = (label: WordKey, to: number) =>
    to < 1 || to > pages
      ? []
      : button(language.say(notice(label)), customIdOf(turning(again, to, language)));
  return [...turn('previous', page - 1), ...turn('next', page + 1)];
}

function turning(question: Question, page: number, language: Language) {
  return { kind: 'ask', question, page, language } as const;
}

function button(label: string, customId: string | undefined): APIButtonComponent[] {
  if (customId === undefined) return [];
  return [{ type: 2, style: 2, label: shortened(label, 80), custom_id: customId }];
}
