import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { guessesOf } from '../src/draft/story-guesses.ts';
import { studyArticle } from '../src/draft/study.ts';

const statement = z.object({ sentence: z.string(), source: z.unknown(), cue: z.string() });

/** The sources that are drafted of an article, by their sentence and cue. */
function sourcesIn(article: string): Readonly<Record<string, unknown>> {
  const { statements } = guessesOf(studyArticle(article, {}), undefined);
  const read = statements.map(({ value }) => statement.parse(value));
  return Object.fromEntries(
    read.map(({ sentence, cue, source }) => [`${sentence} ${cue}`, source]),
  );
}

describe('An editor has an article in which somebody speaks', () => {
  test('close to a name: that name is not the source', () => {
    const sources = sourcesIn(
      'Moss Group did not comment, but a person close to Moss Group said its partners were considering a sale.\n',
    );
    expect(sources['s1 said']).toEqual({ words: 'a person close to Moss Group' });
  });
});

describe('An editor has an article in which “he” and “she” speak', () => {
  test('whoever is named nearer speaks, not whoever spoke last', () => {
    const sources = sourcesIn(`Mayor Dana Orlov said the water was safe.

The health commissioner, Dr. Samuel Iwu, disagreed. “I would not drink it,” he told reporters.

Orlov denied that she knew. “There was no cover-up,” she said.
`);
    expect(sources['s3 told']).toEqual({ words: 'he', is: ['samuel-iwu'] });
    expect(sources['s5 said']).toEqual({ words: 'she', is: ['dana-orlov'] });
  });

  test('whom the article calls “she” is no “he”, however near', () => {
    const sources = sourcesIn(`Tom Birch said the bridge was old. He had built it.

Ann Lee said she disagreed. “It will fall,” he said.
`);
    expect(sources['s4 said']).toEqual({ words: 'he', is: ['tom-birch'] });
  });

  test('after somebody without a name nobody is named for the pronoun', () => {
    const sources = sourcesIn(`Ann Lee said the bridge was old.

A former curator, who asked not to be named, told the council that it would fall. “Nobody listens,” she said.
`);
    expect(sources['s3 said']).toEqual({ words: 'she' });
  });
});
