import type { Library } from '../library.ts';
import { languages } from '../reply/languages/index.ts';
import { type Notice, notice } from '../reply/words.ts';
import { wordForms } from '../search/words.ts';
import type { Settings } from './settings.ts';
import { answerChoices, chosenBy, languageChoices, storyMeant } from './settings-choices.ts';

/** What somebody wants a server to have chosen; what is undefined stays as it is. */
export interface Wishes {
  readonly story?: string | undefined;
  readonly language?: string | undefined;
  readonly answers?: string | undefined;
  readonly stories?: string | undefined;
}

/** Settings with somebody's wishes in them, or all that is wrong with these. */
export function settingsWith(
  wishes: Wishes,
  settings: Settings,
  library: Library,
): { readonly settings: Settings } | { readonly problems: readonly Notice[] } {
  const allowed = storiesWished(wishes, library);
  const { stories } = { ...settings, ...('problem' in allowed ? {} : allowed) };
  const parts = [
    languageWished(wishes),
    answersWished(wishes),
    allowed,
    storyWished(wishes, stories === undefined ? library : library.only(stories)),
  ];
  const problems = parts.flatMap((part) => ('problem' in part ? [part.problem] : []));
  if (problems.length > 0) return { problems };
  const changed = Object.assign({}, settings, ...parts);
  return { settings: consistent(changed) };
}

type Part = { readonly [S in keyof Settings]?: Settings[S] | undefined };
type Wished = Part | { readonly problem: Notice };

function languageWished({ language }: Wishes): Wished {
  if (language === undefined) return {};
  const chosen = chosenBy(language, languageChoices);
  if (chosen === undefined) return unknown('language', language);
  return { language: languages.find(({ tag }) => tag === chosen.value)?.tag };
}

function answersWished({ answers }: Wishes): Wished {
  if (answers === undefined) return {};
  const chosen = chosenBy(answers, answerChoices);
  if (chosen === undefined) return unknown('answers', answers);
  return { ephemeral: chosen.value === 'asker' };
}

function storyWished({ story }: Wishes, library: Library): Wished {
  if (story === undefined) return {};
  const found = storyMeant(story, library);
  if (found === 'every') return { story: undefined };
  return found === undefined ? unknown('story', story) : { story: found };
}

/** A title may hold commas itself. All of them means all, and those that are added later too. */
function storiesWished({ stories }: Wishes, library: Library): Wished {
  if (stories === undefined) return {};
  const parts = stories.split(',').filter((typed) => typed.trim() !== '');
  const whole = library.stories.find(({ title }) => wordForms(title) === wordForms(stories));
  const meant =
    whole === undefined
      ? parts.map((typed) => ({ typed, id: storyMeant(typed, library) }))
      : [{ typed: stories, id: whole.id }];
  const missing = meant.find(({ id }) => id === undefined);
  if (missing !== undefined || meant.length === 0) {
    return unknown('stories', missing?.typed ?? stories);
  }
  const ids = new Set(meant.flatMap(({ id }) => id ?? []));
  const every = ids.has('every') || library.stories.every(({ id }) => ids.has(id));
  return { stories: every ? undefined : [...ids] };
}

/** A story that is not allowed can't be the one questions are about. */
function consistent({ story, stories, language, ephemeral }: Part): Settings {
  const kept = story !== undefined && stories?.includes(story) !== false ? story : undefined;
  return {
    ...(kept === undefined ? {} : { story: kept }),
    ...(stories === undefined ? {} : { stories }),
    ...(language === undefined ? {} : { language }),
    ...(ephemeral === undefined ? {} : { ephemeral }),
  };
}

function unknown(option: string, value: string): Wished {
  return { problem: notice('setting-unknown', { option, value }) };
}
