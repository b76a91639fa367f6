import { defineCommand } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import type { Story } from '../src/record/story.ts';
import { findingForPassage } from '../src/reply/finding.ts';
import { reply, type StoryCard } from '../src/reply/reply.ts';

export const story = defineCommand({
  name: 'story',
  description: 'Which story this is, where it was published, and every sentence of it',
  asks: {},
  answer(_asked, library) {
    const [first, ...others] = library.stories;
    return reply('found', {
      story: first === undefined ? undefined : cardOf(first, others),
      findings: sentencesOf(library),
      again: { command: 'story', options: {} },
    });
  },
});

function cardOf(first: Story, others: readonly Story[]): StoryCard {
  const stories = [first, ...others];
  const named = stories.flatMap(({ statements }) =>
    statements.filter(({ attitude }) => !attitude).map(({ source }) => source.name),
  );
  return {
    title: stories.map(({ title }) => title).join('; '),
    articles: stories.flatMap(({ articles }) => articles),
    sentences: stories.reduce((sum, { sentences }) => sum + sentences.length, 0),
    speakers: [...new Set(named)],
  };
}

function sentencesOf(library: Library) {
  return library.stories
    .flatMap(({ sentences }) => sentences)
    .map((sentence) =>
      findingForPassage({ sentence, span: { start: 0, end: sentence.text.length } }, library),
    );
}
