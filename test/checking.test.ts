import { describe, expect, it } from 'vitest';
import { run } from './asking.ts';

/** What `/check` finds of each quote of a message. */
async function checked(text: string, env: Record<string, string> = {}) {
  const { stdout } = await run('ask', { args: ['--json', `/check ${text}`], env });
  const answer = JSON.parse(stdout);
  const { status, checks, answers, message } = answer;
  return { status, checks, answers, message };
}

describe('A message somebody wrote', () => {
  it('has each of its quotes checked by itself', async () => {
    const { status, checks } = await checked(
      'He said “We’re not planning on going anywhere” and “we sold your phone numbers to advertisers”',
    );
    expect(status).toBe('found');
    expect(checks).toMatchObject([
      { asked: 'We’re not planning on going anywhere', verdict: 'verbatim' },
      { asked: 'we sold your phone numbers to advertisers', verdict: 'not_on_record', answers: [] },
    ]);
    expect(checks[0].answers[0]).toMatchObject({ sentence: 's7', speaker: { id: 'pappas' } });
  });

  it('has its short quotes checked too, beside longer ones', async () => {
    const { checks } = await checked(
      'He said “information on 100 million Americans”, “countless” and “a hit”',
    );
    expect(checks).toMatchObject([
      { asked: 'information on 100 million Americans', verdict: 'verbatim' },
      { asked: 'countless', verdict: 'verbatim', answers: [{ speaker: { id: 'pompeo' } }, {}] },
      { asked: 'a hit', verdict: 'not_on_record', answers: [] },
    ]);
  });

  it('with more quotes than are checked is told how many are left', async () => {
    const quotes = ['countless', ...Array.from({ length: 9 }, (_, at) => `claim number ${at}`)];
    const { checks, message } = await checked(quotes.map((quote) => `“${quote}”`).join(' '));
    expect(checks).toHaveLength(8);
    expect(message).toBe('Only the first 8 quotes were checked; 2 more were not.');
  });

  it('without quotes is checked whole', async () => {
    const { checks } = await checked(
      'they are feeding data directly to the Chinese Communist Party',
    );
    expect(checks).toHaveLength(1);
    expect(checks[0].answers[0]).toMatchObject({ sentence: 's2', speaker: { id: 'pompeo' } });
  });

  it('is told when a quote was altered', async () => {
    const { checks } = await checked('"information on 10 million Americans"');
    expect(checks[0]).toMatchObject({ verdict: 'altered', answers: [{ sentence: 's5' }] });
  });

  it('is told when the “not” before a quote was left out', async () => {
    const { checks } = await checked('She said “planning on going anywhere”');
    expect(checks[0]).toMatchObject({
      verdict: 'altered',
      answers: [{ sentence: 's7', quote: expect.stringMatching(/^not planning/) }],
    });
  });

  it('is not told that a short claim is an altered form of a sentence that only shares a word', async () => {
    const { checks } = await checked('"he opposed the deal"', { DATA_DIR: 'test/stories' });
    expect(checks).toMatchObject([
      { verdict: 'not_on_record', answers: [], nearest: [{ story: 'club-takeover' }] },
    ]);
  });

  it('with two quotes of one sentence shows it once, with the verdict of each', async () => {
    const message = '/check He said “the safest app” and “planning on going anywhere”';
    const { stdout } = await run('ask', { args: [message] });
    const times = (words: string) => stdout.split(words).length - 1;
    expect(times('Responding to the drumbeat')).toBe(1);
    expect(times('Vanessa Pappas\n')).toBe(1);
    expect(times('South China Morning Post')).toBe(1);
    expect(times('(s7)')).toBe(2);
    expect(stdout).toMatch(/On “the safest app”.+word for word.+On “planning on.+altered/s);
  });

  it('whose quotes of one sentence are of two who speak hears of both', async () => {
    const message = '/check “Microsoft has paused negotiations”, “he opposed the deal”';
    const { stdout } = await run('ask', { args: [message] });
    expect(stdout.split('The Wall Street Journal, citing')).toHaveLength(2);
    expect(stdout).toMatch(/Who +a person familiar.+On “he opposed.+Who +Donald Trump/s);
  });

  it('is told honestly when nothing of it is on record', async () => {
    const { status, answers } = await checked('“the aliens will arrive on Tuesday at noon”');
    expect(status).toBe('not_on_record');
    expect(answers).toEqual([]);
  });
});
