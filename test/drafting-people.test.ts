import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { guessesOf } from '../src/draft/story-guesses.ts';
import { studyArticle } from '../src/draft/study.ts';

const statement = z.object({ sentence: z.string(), source: z.unknown(), cue: z.string() });

/** The sources that are drafted of an article, by their sentence and cue. */
function sourcesIn(article: string): Readonly<Record<string, unknown>> {
  const { statements } = guessesOf(studyArticle(article, {}), undefined);
  const read = statements.map(({ value }) => statement.parse(value));
  return Object.fromEntries(read.map(({ sentence, cue, source }) => [`${sentence} ${cue}`, source]));
}

describe('An editor has an article in which somebody speaks', () => {
  test('close to a name: that name is not the source', () => {
    const sources = sourcesIn(
      'Moss Group did not comment, but a person close to Moss Group said its partners were considering a sale.\n',
    );
    expect(sources['s1 said']).toEqual({ words: 'a person close to Moss Group' });
  });
});
