import type { Library } from '../library.ts';
import type { Chooser, SettingsCard } from '../reply/reply.ts';
import { type Notice, notice } from '../reply/words.ts';
import type { Server } from '../request.ts';
import { everyStory } from '../stories-in-force.ts';
import {
  answerChoices,
  everyStoryChoice,
  languageChoices,
  ownLanguage,
  type SettingChoice,
  storyChoice,
} from './settings-choices.ts';

/** The settings of a server, and lists to choose others from, as far as these have room. */
export function settingsCard(server: Server, library: Library): SettingsCard {
  const { settings } = server;
  const { stories } = library;
  const allowed = settings.stories === undefined ? library : library.only(settings.stories);
  const language = settings.language ?? ownLanguage;
  const answers = (settings.ephemeral ?? server.usuallyEphemeral) ? 'asker' : 'everyone';
  const choosers: readonly Chooser[] = [
    chooser('story', [everyStoryChoice, ...allowed.stories.map(storyChoice)], {
      chosen: [settings.story ?? everyStory],
    }),
    chooser('language', languageChoices, { chosen: [language] }),
    chooser('answers', answerChoices, { chosen: [answers] }),
    chooser('stories', stories.map(storyChoice), {
      chosen: allowed.stories.map(({ id }) => id),
      most: stories.length,
    }),
  ];
  return {
    rows: [
      { label: 'label-setting-story', value: titleOf(settings.story, library) },
      { label: 'label-setting-language', value: nameOf(language, languageChoices) },
      { label: 'label-setting-answers', value: nameOf(answers, answerChoices) },
      {
        label: 'label-setting-stories',
        value:
          settings.stories === undefined
            ? everyStoryChoice.name
            : notice('setting-name', { name: settings.stories.map(titleIn(library)).join('; ') }),
      },
    ],
    choosers: choosers.filter(({ option, choices }) => {
      const ofStories = option === 'story' || option === 'stories';
      return choices.length <= mostChoices && !(ofStories && stories.length < 2);
    }),
  };
}

/** As many as a select menu holds; where there are more, they are typed in the command's option. */
const mostChoices = 25;

function chooser(
  option: 'story' | 'language' | 'answers' | 'stories',
  choices: readonly SettingChoice[],
  { chosen, most = 1 }: { readonly chosen: readonly string[]; readonly most?: number },
): Chooser {
  return {
    command: 'settings',
    option,
    label: `label-setting-${option}`,
    most,
    choices: choices.map((choice) => ({ ...choice, chosen: chosen.includes(choice.value) })),
  };
}

function titleOf(id: string | undefined, library: Library): Notice {
  if (id === undefined) return everyStoryChoice.name;
  return notice('setting-name', { name: titleIn(library)(id) });
}

/** A story that is gone is still named, so that it is seen why nothing is found. */
function titleIn(library: Library): (id: string) => string {
  return (id) => library.story(id)?.title ?? id;
}

function nameOf(value: string, choices: readonly SettingChoice[]): Notice {
  return choices.find((choice) => choice.value === value)?.name ?? everyStoryChoice.name;
}
