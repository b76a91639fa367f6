import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import type { Voice } from '../src/record/story.ts';
import { entityNamed, nameChoices, quoteChoices } from '../src/reply/choices.ts';
import { bestOf, type FoundWords, findWords, notOnRecord } from '../src/reply/found-words.ts';
import { type Reply, reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { wordForms, wordsIn } from '../src/search/words.ts';

export const whoSaid = defineCommand({
  name: 'who said',
  description: 'Find who said some words, even half remembered',
  asks: {
    text: wordsOption('The words, as well as you remember them'),
    speaker: wordsOption('Who you think said them').optional(),
  },
  completes: { text: quoteChoices, speaker: nameChoices },
  answer({ text, speaker }, library) {
    const again = {
      command: 'who said',
      options: { text, ...(speaker === undefined ? {} : { speaker }) },
    };
    if (wordForms(text) === '') return reply('error', { notices: [notice('no-words')] });
    const found = findWords(text, library);
    if (speaker !== undefined) return { ...bySpeaker(text, speaker, found, library), again };
    if (found.answers.length === 0) return notOnRecord(found.nearest);
    return reply('found', { findings: bestOf(found.answers), again });
  },
});

function bySpeaker(text: string, speaker: string, found: FoundWords, library: Library): Reply {
  const theirs = found.answers.filter(({ attribution, sentence }) =>
    attribution.voices.some((voice) => isCalled(speaker, voice, sentence.story, library)),
  );
  if (theirs.length > 0) return reply('found', { findings: bestOf(theirs) });
  const question = { command: 'who said', options: { text, speaker } };
  const named = entityNamed('speaker', question, library);
  if ('reply' in named) return named.reply;
  const [other] = found.answers;
  if (other === undefined) return notOnRecord(found.nearest);
  const asked = named.entity.name;
  const voice = other.attribution.voices.at(-1);
  const correction =
    voice === undefined
      ? notice('said-by-nobody-asked', { asked })
      : notice('said-by-other', { asked, speaker: voice.name });
  return reply('found', { notices: [correction], findings: bestOf(found.answers) });
}

/** By the name of an entity, or by the words for a source that the article does not name. */
function isCalled(speaker: string, voice: Voice, story: string, { names }: Library): boolean {
  const named = names.find(speaker);
  if (named.kind === 'one') {
    const { id, story: home } = named.entity;
    return home === story && voice.entities.some((each) => each.id === id);
  }
  const asked = wordsIn(speaker).filter(({ weight }) => weight === 1);
  const forms = new Set(wordsIn(voice.name).map(({ form }) => form));
  return (
    voice.entities.length === 0 && asked.length > 0 && asked.every(({ form }) => forms.has(form))
  );
}
