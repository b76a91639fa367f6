import type { Library } from '../library.ts';
import type { Story } from '../record/story.ts';
import { findingForAnswer } from '../reply/finding.ts';
import { bestOf, findWords, notOnRecord } from '../reply/found-words.ts';
import { type Reply, reply } from '../reply/reply.ts';
import { wordForms } from '../search/words.ts';

/**
 * Searches a story for words that are remembered roughly and, where there are none, reads them as
 * a question.
 *
 * @param library holds only this story
 * @returns undefined when nothing was asked
 */
export function searchStory(asked: string, story: Story, library: Library): Reply | undefined {
  const text = asked.slice(0, longestSearch);
  if (wordForms(text) === '') return undefined;
  const found = findWords(text, library);
  if (found.answers.length > 0) return reply('found', { findings: bestOf(found.answers) });
  const answered = library.questions(story).answer(text).answers;
  if (answered.length === 0) return notOnRecord(found.nearest);
  return reply('found', { findings: answered.map((answer) => findingForAnswer(answer, library)) });
}

/** Far longer than any quote. */
const longestSearch = 1000;
