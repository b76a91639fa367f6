import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { openLibrary } from '../src/library.ts';
import { loadStories } from '../src/record/load-stories.ts';
import { anywhere } from '../src/request.ts';
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

  it('is told by name of whom it is only told that “they all” agree', async () => {
    const { message } = await checked(
      'Trump said “a sale or a block on the site would be necessary”',
    );
    expect(message).toBe(
      'Donald Trump is not on record saying that. Steven Mnuchin only tells of Steven Mnuchin, Chuck Schumer, Nancy Pelosi: “agree”',
    );
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

/** A quote that the story has of one person, and what may be said of whoever else is credited with it. */
const pappas = '“We’re not planning on going anywhere”';
const notTrump = 'Donald Trump is not on record saying that. On record saying it: Vanessa Pappas';

describe('A message that credits somebody with a quote', () => {
  const credited = [
    ['before it', `Trump said ${pappas}`],
    ['before it, with words between', `On Friday Donald Trump told reporters it is ${pappas}`],
    ['before it, after their role', `US President Donald Trump has said: ${pappas}`],
    ['by name and colon', `Trump: ${pappas}`],
    ['with “according to”', `According to Trump, ${pappas}`],
    ['after it', `${pappas}, said Trump yesterday`],
    ['after it, the name first', `${pappas}, Trump told ABC.`],
    ['after the rest of its sentence', `${pappas} is the plan, Trump said on Friday.`],
    ['behind a dash', `${pappas} -- Donald Trump, 2020`],
    ['in brackets', `${pappas} (Trump)`],
    ['with “according to” after it', `${pappas}, according to Trump`],
    ['by a nickname', `the Donald tweeted ${pappas}`],
    ['by a name misspelt', `trmup said ${pappas}`],
    ['in a question', `Did Trump really say ${pappas}?`],
    ['without quotation marks', 'Trump said we’re not planning on going anywhere'],
    ['without quotation marks, by name and colon', 'Trump: we’re not planning on going anywhere'],
  ] as const;
  let checksOfCredited: readonly Checks[];
  beforeAll(async () => {
    checksOfCredited = await checksOf(credited.map(([, message]) => message));
  });

  it.each(credited)('%s hears who is on record with it, if that is somebody else', (way) => {
    const at = credited.findIndex(([each]) => each === way);
    expect(checksOfCredited[at]).toMatchObject([
      { verdict: 'verbatim', message: notTrump, answers: [{ speaker: { id: 'pappas' } }] },
    ]);
  });

  it('hears nothing of it where they are on record', async () => {
    const messages = [
      `Pappas said ${pappas}`,
      `${pappas} — Vanessa Pappas`,
      'The Wall Street Journal reported that “Microsoft has paused negotiations”',
    ];
    for (const [check] of await checksOf(messages)) {
      expect(check).toMatchObject({ verdict: expect.stringMatching(/verbatim|reported/) });
      expect(check).toMatchObject({ message: null });
    }
  });

  it('hears nothing of it where nobody is credited, or nobody the story knows', async () => {
    const messages = [
      pappas,
      `He said ${pappas}`,
      `One of us said ${pappas}`,
      `Ivanka Trump said ${pappas}`,
      `trump jr said ${pappas}`,
      `A spokesman for Trump said ${pappas}`,
      `Barack Obama: ${pappas}`,
      `Trump is angry. ${pappas}`,
    ];
    for (const [check] of await checksOf(messages)) {
      expect(check).toMatchObject({ verdict: 'verbatim', message: null });
    }
  });

  it('hears nothing of it where it tells that they did not say it', async () => {
    const messages = [
      `Trump denied saying ${pappas}`,
      `Trump never said ${pappas}`,
      `Trump didn’t say ${pappas}`,
      `It is false that Trump said ${pappas}`,
      `${pappas} is not what Trump said.`,
    ];
    for (const [check] of await checksOf(messages)) {
      expect(check).toMatchObject({ verdict: 'verbatim', message: null });
    }
  });

  it('hears that they did say it, where it tells that they did not', async () => {
    const messages = [
      `Pappas denied saying ${pappas}`,
      `Pappas denied that she ever said ${pappas}`,
      `Pappas never said ${pappas}`,
      `Pappas didn’t actually say ${pappas}`,
      `Pappas refused to say ${pappas}`,
      `It is false that Pappas said ${pappas}`,
      `${pappas}, Pappas denied.`,
      'Pappas denied that we’re not planning on going anywhere',
    ];
    for (const checks of await checksOf(messages)) {
      expect(checks).toMatchObject([{ message: 'Vanessa Pappas is on record saying just that:' }]);
    }
  });

  it('hears who tells that they said it, where it is only heard through another', async () => {
    const [check] = await checksOf(['Trump denied that he opposed the deal']);
    expect(check).toMatchObject([
      { message: 'A person familiar with the matter tells that Donald Trump said just that:' },
    ]);
  });

  it('hears nothing of it where they did deny it, or say nearly the opposite', async () => {
    const [denied] = await checksOf(
      ['Tolley denied any such figure had been given'],
      'test/stories',
    );
    const [opposite] = await checksOf(['Pappas denied that we’re planning on going anywhere']);
    expect(denied).toMatchObject([{ message: null, answers: [{ denied: true }] }]);
    expect(opposite).toMatchObject([{ message: null, verdict: 'altered' }]);
  });

  it('hears of somebody else’s denial as such, and of other words as near', async () => {
    const [denial, near] = await checksOf(
      ['Ashdown said any such figure had been given', 'Ashdown said no such figure had been given'],
      'test/stories',
    );
    expect(denial).toMatchObject([
      { message: expect.stringMatching(/denying it: Maureen Tolley$/) },
    ]);
    expect(near).toMatchObject([{ message: expect.stringMatching(/near it: Maureen Tolley$/) }]);
  });

  it('that turns a denial round reads that it is another claim, and which is denied', async () => {
    const { stdout } = await run('ask', {
      args: ['/check Tolley said no such figure had been given'],
      env: { DATA_DIR: 'test/stories' },
    });
    expect(stdout).toMatch(/Verdict +altered, .+ \(as printed, the speaker denies it\)/);
  });

  it('has each of its quotes held against whom it is credited to', async () => {
    const [before, after, both] = await checksOf([
      'Pompeo said “the safest app”, Pappas said “countless”',
      '“the safest app”, Pompeo said; “countless”, Pompeo added',
      '“the safest app,” Mnuchin said. “We’re not planning on going anywhere.”',
    ]);
    expect(before).toMatchObject([
      { message: expect.stringMatching(/^Mike Pompeo is not .+ Vanessa Pappas$/) },
      { message: expect.stringMatching(/^Vanessa Pappas is not .+ Mike Pompeo$/) },
    ]);
    expect(after).toMatchObject([{ message: expect.any(String) }, { message: null }]);
    expect(both).toMatchObject([
      { message: expect.stringMatching(/^Steven Mnuchin is not/) },
      { message: expect.stringMatching(/^Steven Mnuchin is not/) },
    ]);
  });

  it.each([
    ['', ''],
    [',', ''],
    [',', 'and '],
    ['.', ''],
  ])(
    'has each held against the name beside it on one line: “one”%s %sTrump: “two”',
    async (mark, word) => {
      const messages = ['Pappas:', 'Pappas said:'].map(
        (lead) => `${lead} “the safest app”${mark} ${word}Trump: ${pappas}`,
      );
      for (const checks of await checksOf(messages)) {
        expect(checks).toMatchObject([{ message: null }, { message: notTrump }]);
      }
    },
  );

  it('hears nothing of who is credited with the quote before another’s', async () => {
    const [known, unknown] = await checksOf([
      `Trump said: “we will ban it tomorrow” Pappas: ${pappas}`,
      `Trump: “we will ban it tomorrow” Barack Obama: ${pappas}`,
    ]);
    expect(known).toMatchObject([{}, { message: null }]);
    expect(unknown).toMatchObject([{}, { message: null }]);
  });

  it('reads the remark below the quote it is of', async () => {
    const { stdout } = await run('ask', { args: [`/check “countless”. Trump said ${pappas}`] });
    expect(stdout).toMatch(/On “countless”.+On “We’re not.+Donald Trump is not on record.+Who/s);
    expect(stdout.split('is not on record saying')).toHaveLength(2);
  });

  it('is as right as the article, where it is a sentence of one', async () => {
    const check = commands.find(({ name }) => name === 'check');
    const folders = await Promise.all(['data', 'test/stories'].map((each) => loadStories(each)));
    for (const stories of folders.map((each) => each.map(({ story }) => story))) {
      const library = openLibrary(stories);
      const remarks = stories.flatMap(({ sentences }) =>
        sentences.flatMap(({ text }) => {
          const request = { ...anywhere, command: 'check', options: { text } };
          const checks = check?.answer(request, library).checks ?? [];
          return checks.flatMap(({ notices }) => notices.map((notice) => ({ text, notice })));
        }),
      );
      expect(remarks).toEqual([]);
    }
  });
});

type Checks = readonly unknown[];

/** What `/check` finds of the quotes of each of several messages. */
async function checksOf(messages: readonly string[], folder = 'data'): Promise<readonly Checks[]> {
  const input = messages.map((message) => `/check ${message}\n`).join('');
  const { stdout } = await run('ask', { args: ['--json'], input, env: { DATA_DIR: folder } });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).checks);
}
