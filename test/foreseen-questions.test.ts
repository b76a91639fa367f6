import { beforeAll, describe, expect, it } from 'vitest';
import { ask, askAll, type JsonReply } from './asking.ts';

/** Asked in other words than the curator foresaw, with the sentence that answers. */
const recognised: readonly (readonly [string, string])[] = [
  ['is callaway gonna resign story:paydrop-trial', 's37'],
  ['whos the ceo of quillon story:vaccine-trial', 's24'],
  ['who asked to look at the accounts story:club-takeover', 's32'],
  ['who wrote a family would like to see the accounts story:club-takeover', 's32'],
];

describe('A question much like one that the curator foresaw', () => {
  let reply: (line: string) => JsonReply;
  beforeAll(async () => {
    const lines = recognised.map(([question]) => `/ask ${question}`);
    reply = await askAll(lines, { DATA_DIR: 'test/stories' });
  });

  it.each(recognised)('“%s” is answered by %s', (question, sentence) => {
    const [best] = reply(`/ask ${question}`).answers;
    expect(best).toMatchObject({ sentence });
  });

  it('but for what it asks of it is not on record: how long she was on bail, not how much it was', async () => {
    const { status } = await ask('/ask how much was her bail story:paydrop-trial', {
      DATA_DIR: 'test/stories',
    });
    expect(status).toBe('not_on_record');
  });

  it('but for one small word is not on record: what would be banned, not what is already', async () => {
    expect((await ask('/ask which country already banned tiktok')).status).toBe('not_on_record');
  });
});
