import { defineCommand } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import { findingForPassage } from '../src/reply/finding.ts';
import { reply } from '../src/reply/reply.ts';
import { storyCard } from '../src/reply/story-card.ts';
import { notice } from '../src/reply/words.ts';
import { askingAbout } from '../src/stories-in-force.ts';

export const story = defineCommand({
  name: 'story',
  description: 'Which story this is, where it was published, and every sentence of it',
  asks: {},
  answer(_asked, library) {
    const { stories } = library;
    const [first, ...others] = stories;
    const again = { command: 'story', options: {} };
    if (first === undefined || others.length > 0) {
      return reply('ambiguous', {
        notices: [notice('which-of-stories', { count: String(stories.length) })],
        suggestions: [
          ...askingAbout(stories.slice(0, mostOffered), again),
          ...(stories.length <= mostOffered
            ? []
            : [{ command: 'story list', options: {}, label: '/story list' }]),
        ],
      });
    }
    return reply('found', { story: storyCard(first), findings: sentencesOf(library), again });
  },
});

/** With the list beside them, as many as there is room for buttons in a row. */
const mostOffered = 4;

function sentencesOf(library: Library) {
  return library.stories
    .flatMap(({ sentences }) => sentences)
    .map((sentence) =>
      findingForPassage({ sentence, span: { start: 0, end: sentence.text.length } }, library),
    );
}
