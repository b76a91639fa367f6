import { describe, expect, test } from 'vitest';
import { bareStory } from '../bench/bare-story.ts';
import type { AnswerKind } from '../src/ask/answer-kind.ts';
import { readAsked } from '../src/ask/asked.ts';
import { chanceOf } from '../src/ask/evidence-weights.ts';
import { mentionFinder } from '../src/ask/mentions.ts';
import { readQuestion } from '../src/ask/question.ts';
import { weighSentences } from '../src/ask/sentence-evidence.ts';
import { readStory } from '../src/ask/story-reading.ts';
import type { Story } from '../src/record/story.ts';

// What a question asks for, and which sentence of an article answers it best.

describe('A question tells what kind of answer it wants', () => {
  const kinds: readonly (readonly [AnswerKind, readonly string[]])[] = [
    ['person', ['who owns the ferry', 'WHO SIGNED IT?', 'by whom was it built']],
    ['owner', ['whose boat is it']],
    [
      'person',
      [
        'who is the mayor of Brightwater',
        "who's the mayor",
        'who is leading the talks',
        'which minister resigned',
      ],
    ],
    [
      'person',
      ["who are the ferry's owners", 'tell me who signed it', 'the ferry was sold by who'],
    ],
    ['definition', ['who is Ruth Vale', 'who was ruth vale', "who's Ruth Vale"]],
    [
      'definition',
      [
        'what is a lateen sail',
        'what are lateen sails',
        "what's CRTA",
        'what does CRTA stand for',
        'what does lateen mean',
      ],
    ],
    ['organisation', ['which company built it', 'what bank paid', 'which newspapers reported it']],
    [
      'place',
      ['where is the ferry moored', 'in which town did they meet', 'what country is it from'],
    ],
    [
      'date',
      ['when does it sail', 'what year was it built', 'on what day', 'since when is it closed'],
    ],
    [
      'number',
      ['how many boats sank', 'how much did it cost', 'how long is the strike', 'how old is he'],
    ],
    ['number', ['what is the price of the ferry', 'what percentage voted', 'how far is it']],
    ['reason', ['why did it sink', 'how come it sank', 'what caused the fire', 'for what reason']],
    ['manner', ['how did it sink', 'how do the gates work']],
    [
      'thing',
      ['what law could be used', 'what did the mayor promise', 'what happened', 'ferry price'],
    ],
    ['thing', ['what kind of company is it', 'what is it used for']],
    ['yes-no', ['is the ferry safe', 'did Ruth Vale resign?', 'will they sell it']],
  ];

  test.each(kinds)('a %s: %j', (kind, questions) => {
    const read = questions.map((question) => `${readQuestion(question).kind}: ${question}`);
    expect(read).toEqual(questions.map((question) => `${kind}: ${question}`));
  });

  test('a number in money, years or miles', () => {
    const measureOf = (question: string) => readQuestion(question).measure;
    expect(measureOf('how much did it cost')).toBe('money');
    expect(measureOf('how much of it is left')).toBe('share');
    expect(measureOf('how long did it last')).toBe('duration');
    expect(measureOf('how old is the mayor')).toBe('age');
    expect(measureOf('how far is the island')).toBe('distance');
    expect(measureOf('what year did it open')).toBe('year');
    expect(measureOf('what time does it sail')).toBe('time');
  });

  test('a noun names the answer: “what federal law could be used”', () => {
    const nounOf = (question: string) => readQuestion(question).noun?.form;
    expect(nounOf('what federal law could be used')).toBe('law');
    expect(nounOf('which state company owns the ferry')).toBe('company');
    expect(nounOf('how many ferry passengers were rescued')).toBe('passengers');
    expect(nounOf('what is the price of the ferry')).toBe('price');
    expect(nounOf('what is the name of the singer’s band')).toBe('band');
    expect(nounOf('what happened to the ferry')).toBeUndefined();
    expect(nounOf('what spreads it')).toBeUndefined();
  });
});

describe('A question is about its content words', () => {
  const wordsOf = (question: string) => readQuestion(question).words.map(({ form }) => form);

  test('not the words that ask', () => {
    expect(wordsOf('Could you please tell me who owns the Brightwater ferry?')).toEqual([
      'owns',
      'brightwater',
      'ferry',
    ]);
    expect(wordsOf('how many people were rescued')).toEqual(['rescued']);
    expect(wordsOf('why cant u just sell it')).toEqual(['sell']);
  });

  test('“own” and “against” tell something', () => {
    expect(wordsOf('does she own it')).toEqual(['own']);
    expect(wordsOf('who is against the sale')).toEqual(['against', 'sale']);
  });

  test.each(['', '???', 'who', 'what is', '🤷', 'the of and'])(
    '%j is read all the same',
    (text) => {
      expect(() => readQuestion(text)).not.toThrow();
      expect(ranked(text, ferry)).toHaveLength(sentences.length);
    },
  );

  test('a question of ten megabytes is read at once', () => {
    const started = performance.now();
    readQuestion('who owns the ferry '.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(100);
  });
});

const sentences = [
  'The ferry to Merrow Island will be sold to a rival or scrapped, the mayor of Brightwater, Ruth Vale, said on Tuesday.',
  'The ferry, which is owned by the shipping firm Lindqvist Lines, has carried 40,000 passengers a year since 1987.',
  'Lindqvist Lines paused the talks after Vale said she opposed the price of £3.5 million.',
  'Tomas Lind, who founded the firm, told reporters in Port Averil that he was “not going anywhere”.',
  'The council could use the Harbours Act to stop a sale, according to a person briefed on the talks.',
  'It also runs a smaller boat called the Petrel.',
];
const ferry = bareStory('Brightwater may lose its ferry', sentences, [
  { type: 'person', name: 'Ruth Vale', aliases: ['Vale'] },
  { type: 'person', name: 'Tomas Lind', aliases: ['Lind'] },
  { type: 'organisation', name: 'Lindqvist Lines', aliases: [] },
  { type: 'law', name: 'Harbours Act', aliases: [] },
]);

/** A story's sentences as answers, the likeliest first; the facts are not asked. */
function ranked(question: string, story: Story) {
  return weighSentences(readAsked(question, mentionFinder(story)), readStory(story))
    .map((weighed) => ({ ...weighed, score: chanceOf(weighed.evidence, undefined) }))
    .sort((a, b) => b.score - a.score);
}

function best(question: string) {
  const [first] = ranked(question, ferry);
  const { text = '', id = '' } = first?.sentence ?? {};
  const span = first?.span;
  return {
    sentence: Number(id.slice(1)),
    span: span === undefined ? undefined : text.slice(span.start, span.end),
    score: first?.score ?? 0,
  };
}

describe('The sentence that answers comes first, with the words that do', () => {
  const answered: readonly (readonly [string, number, string])[] = [
    ['who owns the ferry', 2, 'Lindqvist Lines'],
    ['which company owns the ferry?', 2, 'Lindqvist Lines'],
    ['who was the founder of the firm', 4, 'Tomas Lind'],
    ['who is the mayor', 1, 'Ruth Vale'],
    ['how many passengers does the ferry carry', 2, '40,000 passengers'],
    ['how much is the price', 3, '£3.5 million'],
    ['why did they pause negotiations', 3, 'after Vale said she opposed the price of £3.5 million'],
    ['what law could stop it', 5, 'Harbours Act'],
    ['where did Lind speak to reporters', 4, 'Port Averil'],
    ['when did the mayor say it will be scrapped', 1, 'on Tuesday'],
  ];

  test.each(answered)('%s', (question, sentence, span) => {
    expect(best(question)).toMatchObject({ sentence, span });
  });

  test('with a slip of the pen', () => {
    expect(best('who owns the fery').sentence).toBe(2);
  });

  test('what the question says itself is no answer', () => {
    expect(best('who does Ruth Vale oppose').span).not.toBe('Vale');
    expect(best('what law is the Harbours Act').span).toBeUndefined();
  });
});

describe('The score tells whether the article answers at all', () => {
  const there = ['who owns the ferry', 'what law could stop a sale', 'why were the talks paused'];
  const missing = [
    'who won the election',
    'how old is the prime minister',
    'where was the submarine found',
    'when did the airline go bankrupt',
  ];

  test.each(missing)('%s? Not in it', (question) => {
    const lowest = Math.min(...there.map((asked) => best(asked).score));
    expect(best(question).score).toBeLessThan(lowest / 2);
  });

  test('every score is a chance', () => {
    for (const question of [...there, ...missing]) {
      for (const { score } of ranked(question, ferry)) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThan(1);
      }
    }
  });

  test('an article without sentences answers nothing', () => {
    expect(ranked('who owns it', bareStory('Nothing', []))).toEqual([]);
  });
});
