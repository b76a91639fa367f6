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
      notices: [notice('stories-here', { count: String(stories.length) })],
      stories: stories.map(storyCard),
      suggestions: stories.length <= mostOffered ? askingAbout(stories, aStory) : [],
      again: { command: 'story list', options: {} },
    });
  },
});

const aStory = { command: 'story', options: {} };
/** As many buttons as a row holds. */
const mostOffered = 5;
