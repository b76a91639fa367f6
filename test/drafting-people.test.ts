import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { draftOf } from '../src/draft/draft.ts';
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

  test('for whoever holds an office: they are not the source, and no “she” by a spokeswoman', () => {
    const sources =
      sourcesIn(`A spokeswoman for President Joe Hart said the money was there. Hart visited the town on Friday. He said that he would come back.
`);
    expect(sources['s1 said']).toEqual({ words: 'A spokeswoman for President Joe Hart' });
    expect(sources['s3 said']).toEqual({ words: 'He', is: ['joe-hart'] });
    expect(sourcesIn('A lawyer for former president Ann Cole said she knew.\n')).toEqual({
      's1 said': { words: 'A lawyer for former president Ann Cole' },
    });
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

describe('An editor has an article in which somebody says nothing', () => {
  const shape = z.object({
    cue: z.string(),
    attitude: z.boolean().default(false),
    content: z.array(z.unknown()),
    via: z.array(z.unknown()).default([]),
  });
  const statementsIn = (article: string) =>
    guessesOf(studyArticle(article, {}), undefined).statements.map(({ value }) =>
      shape.parse(value),
    );

  test('what they declined to say is no saying, and nothing they pass on themselves', () => {
    expect(
      statementsIn('A spokeswoman, Linda Cho, declined to say whether an inquiry was under way.\n'),
    ).toEqual([
      {
        cue: 'declined to say',
        attitude: true,
        content: ['whether an inquiry was under way'],
        via: [],
      },
    ]);
  });

  test('who did not respond is not reported', () => {
    expect(statementsIn('Haslam did not respond to requests for comment.\n')).toEqual([]);
  });
});

describe('An editor has an article that names more than people', () => {
  const types = (article: string, outlet?: string) =>
    Object.fromEntries(draftOf(article, { outlet }).entities.map(({ name, type }) => [name, type]));

  test('the outlet is none, nor is what has “the” before it, or ends as firms and places do', () => {
    expect(
      types(
        'Ann Lee told the Ashby Bugle that Vale Partners and Ashby Water own the Tarn Mill on Fern Lane. Lee lives there.\n',
        'Ashby Bugle',
      ),
    ).toEqual({
      'Ann Lee': 'person',
      'Ashby Bugle': 'organisation',
      'Vale Partners': 'organisation',
      'Ashby Water': 'organisation',
      'Tarn Mill': 'organisation',
      'Fern Lane': 'place',
    });
    expect(
      types('Ashby Bugle is sold. Tom Birch bought Ashby Bugle.\n', 'The Ashby Bugle'),
    ).toEqual({
      'Ashby Bugle': 'organisation',
      'Tom Birch': 'person',
    });
  });

  test('whoever is called “Ms” is one, though firms are called so too', () => {
    const article = 'Samantha Power said the aid was late. Ms Power leads the agency.\n';
    expect(types(article)).toEqual({ 'Samantha Power': 'person' });
  });

  test('somebody who is called by a first name is one with the whole name', () => {
    const { entities } = draftOf('Dana Orlov left. “Dana has never lied,” Tom Birch said.\n');
    expect(entities.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Dana Orlov', ['Dana']],
      ['Tom Birch', []],
    ]);
  });

  test('a place in capitals is the one in small letters', () => {
    const { entities } = draftOf('ASHBY — Ann Lee left. She lived in Ashby.\n');
    expect(entities.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Ashby', ['ASHBY']],
      ['Ann Lee', []],
    ]);
  });
});
