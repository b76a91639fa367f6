import { expect, test } from 'vitest';
import { draftOf } from '../src/draft/draft.ts';

/** The dates that are drafted of a sentence of an article of 20 November 2026, a Friday. */
function datesIn(sentence: string): readonly string[] {
  return draftOf(`${sentence}\n`, { published: '2026-11-20' }).events.map(({ date }) => date);
}

test.each([
  ['Orlov denied that the company had known about the lead since March.', '2026-03'],
  ['The plant shut in March.', '2026-03'],
  ['An email quotes the manager as telling colleagues in December that nobody knew.', '2025-12'],
  ['The plant will reopen in March.', '2027-03'],
  ['The company wants to open it in March.', '2027-03'],
  ['It was due to reopen on 3 March.', '2027-03-03'],
  ['The council voted on Monday to close it.', '2026-11-16'],
  ['“We will win,” Lee said on Tuesday.', '2026-11-17'],
  ['The hearing is on Monday.', '2026-11-23'],
  ['It will stay shut until Monday.', '2026-11-23'],
])('“%s” is dated %s', (sentence, date) => {
  expect(datesIn(sentence)).toEqual([date]);
});

test('what is counted from something else than the article gets no date', () => {
  expect(datesIn('It shut eleven days after tests found lead.')).toEqual([]);
  expect(datesIn('The vote was three weeks later.')).toEqual([]);
  expect(datesIn('He apologised the next day.')).toEqual([]);
  expect(datesIn('A gate stuck after two days of rain.')).toEqual([]);
});
