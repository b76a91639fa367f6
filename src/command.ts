import * as z from 'zod';
import type { Library } from './library.ts';
import type { Choice } from './reply/choice.ts';
import type { Language } from './reply/language.ts';
import type { LanguageTag } from './reply/languages/index.ts';
import { type Reply, reply } from './reply/reply.ts';
import { shortened } from './reply/shortened.ts';
import { storyChoices } from './reply/story-choices.ts';
import { storyOptionWords } from './reply/story-option.ts';
import { type Named, type Notice, notice } from './reply/words.ts';
import type { Request } from './request.ts';
import { allowedStories, pinned, storiesInForce, storyOption } from './stories-in-force.ts';

/**
 * What a command is about: the stories a question means, or one that it names; all the stories that
 * may be asked about; or the server it is used on, which only those who manage it may see.
 */
export type Scope = 'story' | 'stories' | 'server';

/** One thing the bot can be asked, as the adapters see it. */
export interface Command extends Described {
  readonly options: readonly Option[];
  readonly scope: Scope;
  /** Also offered on a message somebody wrote, whose text becomes the option. */
  readonly menu: MenuEntry | undefined;
  answer(request: Request, library: Library): Reply;
  /** Suggestions for an option that is being typed; at most 25. */
  complete(option: string, typed: string, library: Library, language: Language): readonly Choice[];
}

/** What a menu of commands shows, in English and as far as it is translated. */
export interface Described extends Named {
  /** As it is typed, without the slash: `story`, or a group and its member, `who said`. */
  readonly name: string;
  readonly description: string;
  readonly translations: Readonly<Record<string, Wording>>;
}

interface Wording {
  readonly name: string;
  readonly description: string;
}

export interface MenuEntry extends Named {
  readonly option: string;
}

export interface Option extends Described {
  readonly required: boolean;
  readonly completes: boolean;
  /** Of use only where there are several stories. */
  readonly choosesStory: boolean;
}

type Shape = Readonly<Record<string, z.ZodType<string | undefined>>>;
type Completer = (typed: string, library: Library, language: Language) => readonly Choice[];

interface Definition<S extends Shape> {
  readonly name: string;
  readonly description: string;
  /** `story` where it is left out. */
  readonly scope?: Scope;
  readonly menu?: Omit<MenuEntry, 'translations'>;
  /** The options in the order they are asked for, required ones first. */
  readonly asks: S;
  readonly completes?: Readonly<Partial<Record<keyof S & string, Completer>>>;
  /** @param library the stories that are in scope */
  answer(asked: z.infer<z.ZodObject<S>>, library: Library, request: Request): Reply;
  /** What readers of other languages see in Discord's menu; English where there is none. */
  readonly translations?: Readonly<Partial<Record<LanguageTag, Translation<S>>>>;
}

interface Translation<S extends Shape> extends Wording {
  readonly menu?: string;
  readonly options: Readonly<Record<keyof S & string, Wording>>;
}

/**
 * Makes a command of its options and of the pure function that answers it. Options are parsed
 * here, once, so that `answer` sees only what its schemas allow; and the story is chosen here, so that
 * it sees only what is asked about.
 */
export function defineCommand<S extends Shape>(definition: Definition<S>): Command {
  const { name, description, scope = 'story', menu } = definition;
  const { asks, completes = {}, translations = {} } = definition;
  const choosing = scope === 'story' ? storyAsked : {};
  const schema = z.object(asks);
  const storySchema = z.object(choosing);
  const completers = new Map<string, Completer | undefined>(Object.entries(completes));
  if (scope === 'story') completers.set(storyOption, storyChoices);
  const options = Object.entries({ ...asks, ...choosing }).map(([option, type]) => ({
    name: option,
    description: describedAs(type) ?? option,
    translations:
      option in choosing
        ? storyOptionWords
        : eachOf<S, Wording>(translations, ({ options: words }) => words[option]),
    required: !type.safeParse(undefined).success,
    completes: completers.has(option),
    choosesStory: option in choosing,
  }));
  return {
    name,
    description,
    translations: eachOf<S, Wording>(translations, (words) => words),
    options,
    scope,
    menu: menu && {
      ...menu,
      translations: eachOf<S, { name: string }>(translations, (words) =>
        words.menu === undefined ? undefined : { name: words.menu },
      ),
    },
    answer(request, library) {
      const asked = schema.safeParse(request.options);
      const chosen = storySchema.safeParse(request.options);
      const issues = [asked, chosen].flatMap(({ error }) => error?.issues ?? []);
      if (!asked.success || issues.length > 0) {
        return reply('error', {
          notices: issues.map((issue) => noticeOf(issue, request, options)),
        });
      }
      if (scope === 'server') return definition.answer(asked.data, library, request);
      const allowed = allowedStories(request, library);
      if (allowed.stories.length === 0) {
        const missing = library.stories.length === 0 ? 'no-story' : 'no-story-here';
        return reply('not_on_record', { notices: [notice(missing)] });
      }
      if (scope === 'stories') return definition.answer(asked.data, allowed, request);
      const inForce = storiesInForce(request, library);
      if ('reply' in inForce) return inForce.reply;
      const answered = definition.answer(asked.data, inForce.library, request);
      return pinned(answered, inForce.library, library);
    },
    complete: (option, typed, library, language) =>
      (completers.get(option)?.(typed, library, language) ?? []).slice(0, mostChoices).map(fitting),
  };
}

/** The options that are of use with the stories there are. */
export function usefulOptions(
  { options }: Command,
  { stories }: Pick<Library, 'stories'>,
): readonly Option[] {
  return options.filter(({ choosesStory }) => !choosesStory || stories.length > 1);
}

/** What a command is called that is also the name of its group: Discord has no room for both. */
export const headMember = 'show';

/** As many as Discord shows. */
export const mostChoices = 25;
const longestChoice = 100;

/** An option that takes words, such as a quote or a name. */
export function wordsOption(description: string) {
  return z.string().trim().min(1).max(longestText).describe(description);
}

/** Far longer than any quote; Discord allows 6,000. */
const longestText = 4000;

/** How a question may say which story it is about. */
const storyAsked = { [storyOption]: wordsOption('Which story it is about').optional() };

function noticeOf(
  issue: z.core.$ZodIssue,
  { options: given }: Request,
  options: readonly Option[],
): Notice {
  const name = String(issue.path[0] ?? '');
  const option = options.find((each) => each.name === name) ?? name;
  if (issue.code === 'too_big') return notice('too-long', { option, limit: Number(issue.maximum) });
  if (issue.code === 'custom') return notice('bad-date', { date: given[name] ?? '' });
  return notice('empty-option', { option });
}

/** A part of each translation, of those that have it. */
function eachOf<S extends Shape, T>(
  translations: NonNullable<Definition<S>['translations']>,
  part: (translation: Translation<S>) => T | undefined,
): Readonly<Record<string, T>> {
  const parts: Record<string, T> = {};
  for (const [tag, translation] of Object.entries<Translation<S>>(translations)) {
    const found = part(translation);
    if (found !== undefined) parts[tag] = found;
  }
  return parts;
}

/** What may be left out is described by the type it wraps. */
function describedAs(type: z.ZodType): string | undefined {
  if (type.description !== undefined || !(type instanceof z.ZodOptional)) return type.description;
  const inner = type.unwrap();
  return inner instanceof z.ZodType ? describedAs(inner) : undefined;
}

function fitting({ name, value }: Choice): Choice {
  return { name: shortened(name, longestChoice), value: shortened(value, longestChoice) };
}
