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
  translations: {
    de: {
      name: 'bericht',
      description: 'Welcher Bericht das ist, wo er erschienen ist, und jeder Satz darin',
      options: {},
    },
    es: {
      name: 'noticia',
      description: 'Qué noticia es, dónde se publicó y todas sus frases',
      options: {},
    },
    fr: {
      name: 'dossier',
      description: 'De quel dossier il s’agit, où il a paru, et chacune de ses phrases',
      options: {},
    },
    ja: {
      name: '報道',
      description: 'どの報道か、どこに掲載されたか、そのすべての文を示します',
      options: {},
    },
    'zh-CN': {
      name: '报道',
      description: '这是哪篇报道、刊登于何处，以及其中的每一句话',
      options: {},
    },
    'zh-TW': {
      name: '報導',
      description: '這是哪則報導、刊登於何處，以及其中的每一句話',
      options: {},
    },
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
