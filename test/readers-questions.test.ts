import { describe, expect, it } from 'vitest';
import { askable } from '../src/ask/story-answers.ts';
import { loadStories } from '../src/record/load-stories.ts';

const loaded = [...(await loadStories('data')), ...(await loadStories('test/stories'))];
const answers = new Map(loaded.map(({ story }) => [story.id, askable(story).answer]));

/** What is shown for a question, each answer after the id of its sentence. */
function shownFor(id: string, question: string): readonly string[] {
  const answer = answers.get(id);
  if (answer === undefined) throw new Error(`no story ${id}`);
  return answer(question).answers.map(({ passage: { sentence, span } }) => {
    return `${sentence.id} ${sentence.text.slice(span.start, span.end)}`;
  });
}

/** By people who had read nothing but the article. */
describe('What a reader asks in their own way', () => {
  it.each([
    ['harbour-bridge', 'who is gonna pay for all this', /^s16 The council will pay/],
    ['dam-blackout', 'Where was the control room?', /^s10 An alarm .* in the control room at/],
    ['dam-blackout', 'what caused the blackout in the end', /^s1 .*a jammed gate/],
    ['paydrop-trial', 'where did they start the company', /^s30 .*in a flat above a bakery/],
    ['tiktok-2020', 'when did pompeo make those comments', /^s1 .*said on Sunday/],
    ['tiktok-2020', 'did trump rly say hed ban tiktok', /^s11 he would issue an order/],
    ['tiktok-2020', 'which info could they take acording to pompeo', /^s3 .*phone numbers/],
  ])('in %s, “%s”, is answered', (id, question, shown) => {
    expect(shownFor(id, question)[0]).toMatch(shown);
  });

  it('is answered by the stretch that tells it, not by how it came to be known', () => {
    const shown = shownFor('harbour-bridge', 'which firm is doing the work');
    expect(shown).toContain('s26 Dunmorrow Marine, of Castle Quay, is its preferred bidder');
  });

  it('ends where a semicolon ends what was asked', () => {
    expect(shownFor('vaccine-trial', 'how many authors work for quillon')).toEqual([
      's33 four of her 17 co-authors are employees of Quillon.',
    ]);
  });

  it.each([
    ['rain-bells', 'who suspended wiik'],
    ['tiktok-2020', 'who did trump tell'],
    ['tiktok-2020', 'who is it'],
    ['tiktok-2020', 'has anyone fallen ill'],
    ['tiktok-2020', 'who is the governor of the state'],
    ['vaccine-trial', 'who disputes the point'],
  ])('in %s, “%s”, is not on record where the article does not tell', (id, question) => {
    expect(shownFor(id, question)).toEqual([]);
  });

  it('is answered by the living for the living: who died is not whose father did', () => {
    expect(shownFor('dam-blackout', 'whose dad died')[0]).toMatch(/^s20 Miriam Adeyo/);
    expect(shownFor('dam-blackout', 'who died')[0]).toMatch(/^s19 /);
  });

  it('of somebody who refused to speak of it is answered by that', () => {
    const [shown] = shownFor('harbour-bridge', 'what did hal dunmorrow say about the price');
    expect(shown).toMatch(/^s28 Its managing director, .* declined to discuss the price but said/);
  });
});
