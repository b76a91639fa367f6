import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import type { Story } from '../src/record/story.ts';
import { findingForAnswer } from '../src/reply/finding.ts';
import { notOnRecord } from '../src/reply/found-words.ts';
import { reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { wordForms } from '../src/search/words.ts';

export const ask = defineCommand({
  name: 'ask',
  description: 'Ask a question: the answer is a sentence of the story, or “not on record”',
  asks: { question: wordsOption('A question, such as “who owns it” or “when did they meet”') },
  answer({ question }, library) {
    if (wordForms(question) === '') return reply('error', { notices: [notice('no-words')] });
    const asked = storiesFor(question, library)
      .map((story) => library.questions(story).answer(question))
      .sort((a, b) => (b.answers[0]?.score ?? 0) - (a.answers[0]?.score ?? 0));
    const [best] = asked;
    const answers = (best?.answers ?? []).map((answer) => findingForAnswer(answer, library));
    const again = { command: 'ask', options: { question } };
    if (answers.length > 0) return reply('found', { findings: answers, again });
    const near = asked.flatMap(({ nearest }) => nearest ?? []).sort((a, b) => b.score - a.score);
    return notOnRecord(
      near
        .slice(0, 1)
        .map((answer) => ({ ...findingForAnswer(answer, library), verdict: 'not_on_record' })),
    );
  },
});

/** A question is put to the stories that its words lead to; to all of them only if they are few. */
function storiesFor(question: string, library: Library): readonly Story[] {
  if (library.stories.length <= mostStories) return library.stories;
  const ids = library.search.find(question, 20).map(({ sentence }) => sentence.story);
  return [...new Set(ids)].slice(0, mostStories).flatMap((id) => library.story(id) ?? []);
}

const mostStories = 4;
