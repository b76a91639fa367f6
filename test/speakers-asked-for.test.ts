import { describe, expect, it } from 'vitest';
import { askable, type StoryAnswers } from '../src/ask/story-answers.ts';
import { attribute } from '../src/record/attribution.ts';
import { loadStories } from '../src/record/load-stories.ts';
import type { Story } from '../src/record/story.ts';

const loaded = [...(await loadStories('data')), ...(await loadStories('test/stories'))];
const stories = new Map(loaded.map(({ story }) => [story.id, story]));
/** To read what was foreseen of a story takes a while: each is read once. */
const askables = new Map(loaded.map(({ story }) => [story, askable(story)]));

function answerOf(story: Story): (question: string) => StoryAnswers {
  const read = askables.get(story);
  if (read === undefined) throw new Error(`no story ${story.id}`);
  return read.answer;
}

it.each(loaded.map(({ story }) => [story.id, story] as const))(
  'In %s nobody else’s words are shown as what somebody said',
  (_, story) => {
    const answer = answerOf(story);
    const people = story.entities.filter(({ type }) => type === 'person');
    const shown = people.flatMap(({ id, name }) =>
      [
        `what did ${name} say`,
        `what does ${name} think`,
        `how did ${name} put it, what did ${name} say about it`,
      ]
        .flatMap((question) => answer(question).answers)
        .map(({ passage }) => ({ id, passage })),
    );
    for (const { id, passage } of shown) {
      const { statement, toldOf } = attribute(story, passage);
      const attitudes = story.statements.filter(
        ({ attitude, sentence }) => attitude && sentence === passage.sentence,
      );
      const told = statement === undefined ? attitudes : [statement, ...toldOf];
      const voices = told.flatMap(({ source, via }) => [source, ...via]);
      expect(voices.flatMap(({ entities }) => entities.map((entity) => entity.id))).toContain(id);
    }
    expect(shown.length).toBeGreaterThan(0);
  },
);

it.each(loaded.map(({ story }) => [story.id, story] as const))(
  'In %s only who belongs to a body speaks for it',
  (_, story) => {
    const answer = answerOf(story);
    for (const { id, name, type, relations } of story.entities) {
      // “Customers who were owed money” is nothing that people would call them.
      if (type === 'person' || / who /.test(name)) continue;
      const allowed = [id, ...relations.map(({ other }) => other.id)];
      for (const { passage } of answer(`what did ${name} say`).answers) {
        const { voices, toldOf } = attribute(story, passage);
        const told = toldOf.flatMap(({ source, via }) => [source, ...via]);
        const speaking = [...voices, ...told].flatMap(({ entities }) => entities);
        expect(speaking.some((entity) => allowed.includes(entity.id))).toBe(true);
      }
    }
  },
);

/** Whom a question is answered by, passers-on first; empty if it is not on record. */
function voicesFor(id: string, question: string): readonly string[] {
  const story = stories.get(id);
  if (story === undefined) throw new Error(`no story ${id}`);
  const [best] = answerOf(story)(question).answers;
  if (best === undefined) return [];
  const { voices } = attribute(story, best.passage);
  return voices.length === 0 ? ['the article'] : voices.map(({ name }) => name);
}

describe('Who said something', () => {
  it.each([
    ['club-takeover', 'who denied the offer', ['Northern Ledger', 'a director']],
    ['harbour-bridge', 'who denied the 13 million', ['Maureen Tolley']],
    ['harbour-bridge', 'who said there was no 13 million', ['Maureen Tolley']],
    ['tiktok-2020', 'who said bytedance agreed to sell', ['Reuters', 'two sources']],
    [
      'tiktok-2020',
      'who reported the pause',
      ['Wall Street Journal', 'a person familiar with the matter'],
    ],
  ] as const)('in %s, “%s”, is who says just that', (id, question, voices) => {
    expect(voicesFor(id, question)).toEqual(voices);
  });

  it.each([
    ['club-takeover', 'who said the offer was not real'],
    ['club-takeover', 'who said there is a deal'],
    ['tiktok-2020', 'who denied sending data'],
    ['vaccine-trial', 'who denied it was chance'],
    ['tiktok-2020', 'who said bytedance owns tiktok'],
  ])('in %s, “%s”, is not who says the opposite, nor who is named in it', (id, question) => {
    expect(voicesFor(id, question)).toEqual([]);
  });
});

describe('Whom the article does not name', () => {
  it.each([
    ['tiktok-2020', 'who are the two sources reuters talked to'],
    ['tiktok-2020', 'who is the person familiar with the matter'],
    ['club-takeover', 'who is the director'],
    ['paydrop-trial', 'who are the former employees'],
  ])('in %s, “%s”, is nobody’s to tell', (id, question) => {
    expect(voicesFor(id, question)).toEqual([]);
  });
});

describe('What was said by somebody who is called by an office', () => {
  it.each([
    [
      'harbour-bridge',
      'what did the council officer say',
      ['minutes seen by the Echo', 'a council officer'],
    ],
    ['club-takeover', 'what did veldanes spokesman say', ['Veldane Holdings']],
    ['club-takeover', 'what did the owners daughter say', ['Elaine Ketteridge']],
    ['dam-blackout', 'what did the union lady say', ['Lena Rask']],
    ['vaccine-trial', 'what did quillons boss say', ['Piers Halloran']],
    ['rain-bells', 'what did a lawyer for steen say', ['Steen’s lawyer']],
    ['tiktok-2020', 'what did tiktoks boss in the us tell users', ['Vanessa Pappas']],
    ['tiktok-2020', 'what did the us boss of tiktok say', ['Vanessa Pappas']],
    ['tiktok-2020', 'do schumer and pelosi agree it should be sold or blocked', ['Steven Mnuchin']],
    [
      'club-takeover',
      'what did veldanes founder say',
      ['Sporting Wire', 'Gazeta do Cais', 'Rafael Ostrander'],
    ],
  ] as const)('in %s, “%s”, is said by who holds it', (id, question, voices) => {
    expect(voicesFor(id, question)).toEqual(voices);
  });

  it.each([
    ['club-takeover', 'what did a thornby director say'],
    ['club-takeover', 'what did the club spokesman say'],
    ['vaccine-trial', 'what did the university say'],
    ['vaccine-trial', 'what did the boards director say'],
    ['tiktok-2020', 'what did the treasury spokesman say'],
    ['tiktok-2020', 'what did users promise tiktok'],
    ['vaccine-trial', 'what did hikers say'],
    ['rain-bells', 'what did volls lawyer say'],
    ['club-takeover', 'what did ostranders daughter say'],
    ['tiktok-2020', 'what did microsofts general manager say'],
    ['dam-blackout', 'what did miriam adeyos father say'],
    ['rain-bells', 'what did voll tell adouane'],
  ])('in %s, “%s”, is not said by just anybody of the body', (id, question) => {
    expect(voicesFor(id, question)).toEqual([]);
  });
});
