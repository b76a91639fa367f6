import { defineCommand } from '../src/command.ts';
import { reply } from '../src/reply/reply.ts';
import { storyCard } from '../src/reply/story-card.ts';
import { notice } from '../src/reply/words.ts';
import { askingAbout } from '../src/stories-in-force.ts';

export const storyList = defineCommand({
  name: 'story list',
  description: 'The stories that can be asked about here',
  scope: 'stories',
  asks: {},
  answer(_asked, { stories }) {
    return reply('found', {
      notices: [
        notice('stories-here', { count: stories.length }),
        ...(stories.length <= mostListed ? [] : [notice('stories-listed', { count: mostListed })]),
      ],
      stories: stories.slice(0, mostListed).map(storyCard),
      suggestions: stories.length <= mostOffered ? askingAbout(stories, aStory) : [],
      again: { command: 'story list', options: {} },
    });
  },
  translations: {
    de: {
      name: 'bericht liste',
      description: 'Die Berichte, zu denen man hier fragen kann',
      options: {},
    },
    es: {
      name: 'noticia lista',
      description: 'Las noticias sobre las que se puede preguntar aquí',
      options: {},
    },
    fr: {
      name: 'dossier liste',
      description: 'Les dossiers sur lesquels on peut poser des questions ici',
      options: {},
    },
    ja: { name: '報道 一覧', description: 'ここで質問できる報道の一覧', options: {} },
    'zh-CN': { name: '报道 列表', description: '这里可以提问的报道', options: {} },
    'zh-TW': { name: '報導 列表', description: '這裡可以提問的報導', options: {} },
  },
});

const aStory = { command: 'story', options: {} };
/** Far more than anybody leafs through. */
const mostListed = 500;
/** As many buttons as a row holds. */
const mostOffered = 5;
