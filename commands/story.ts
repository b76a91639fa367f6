import { defineCommand } from '../src/command.ts';
import { shownSentences } from '../src/record/shown-sentences.ts';
import { wholePassage } from '../src/record/story.ts';
import { findingForPassage } from '../src/reply/finding.ts';
import { reply } from '../src/reply/reply.ts';
import { storyCard } from '../src/reply/story-card.ts';
import { notice } from '../src/reply/words.ts';
import { whichOf } from '../src/stories-in-force.ts';

export const story = defineCommand({
  name: 'story',
  description: 'Which story this is, where it was published, and every sentence of it',
  asks: {},
  answer(_asked, library) {
    const { stories } = library;
    const [first, ...others] = stories;
    const again = { command: 'story', options: {} };
    if (first === undefined || others.length > 0) {
      return whichOf(stories, again);
    }
    const shown = [...shownSentences(first)];
    const count = first.sentences.length - shown.length;
    return reply('found', {
      notices: count === 0 ? [] : [notice('sentences-left-out', { count })],
      story: storyCard(first),
      findings: shown.map((sentence) => findingForPassage(wholePassage(sentence), library)),
      again,
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
