import { describe, expect, it } from 'vitest';
import { ask, run } from './asking.ts';

const invented = { DATA_DIR: 'test/stories' };

describe('Where one voice tells of another, the words asked for', () => {
  it.each([
    ['I oppose the deal', 'Donald Trump', 'he opposed the deal', {}],
    ['he opposed the deal', 'Donald Trump', 'he opposed the deal', {}],
    ['that we had 550,000 customers', 'Paydrop', 'it had 550,000 customers', invented],
    [
      'my repairs to the dam can wait until after the election',
      'Tomas Rask',
      'repairs to the dam “can wait until after the election.”',
      invented,
    ],
  ])('are the inner one’s, whatever stands before them: %s', async (words, speaker, quote, env) => {
    const { answers } = await ask(`/who said ${words}`, env);
    expect(answers[0]).toMatchObject({ quote, speaker: { name: speaker } });
  });

  it('are credited so in a message that is checked too', async () => {
    const { stdout } = await run('ask', { args: ['/check Trump: "I oppose the deal"'] });
    expect(stdout).toMatch(/Who +Donald Trump/);
  });

  it('are the outer one’s with the “said” that tells of the inner one', async () => {
    const { answers } = await ask('/who said Trump said he opposed the deal');
    expect(answers[0]).toMatchObject({
      speaker: { name: 'a person familiar with the matter' },
      tellsOf: [{ id: 'trump' }],
    });
  });

  it('are of nobody whose own words are not among them', async () => {
    const { stdout } = await run('ask', { args: ['/who said paused negotiations speaker:trump'] });
    expect(stdout).toMatch(/^Donald Trump is not on record saying that\./);
    expect(stdout).not.toMatch(/tells of/i);
  });

  it('are of somebody who is told to think them', async () => {
    const { stdout } = await run('ask', {
      args: ['/who said cannot stay in the current format speaker:cfius'],
    });
    expect(stdout).toMatch(
      /^Committee on .+ is not on record saying that\. Steven Mnuchin only tells of .+: “agree”/,
    );
  });

  it.each([
    '/who said one of the three was sold during the war',
    '/ask was one of the bells sold during the war',
  ])('and the article tells that somebody believes so, are told of her: %s', async (question) => {
    const { answers } = await ask(`${question} story:rain-bells`, invented);
    expect(answers[0]).toMatchObject({
      quote: expect.stringMatching(/believes .+ sold during the war/),
      speaker: null,
      tellsOf: [{ id: 'delvigne', cue: 'believes' }],
    });
  });

  it.each([
    '/who said he would resign',
    '/who said he would resign speaker:Tomas Rask',
    '/check Tomas Rask said that he would resign',
  ])(
    'and that somebody declined to say are no claim of the article either: %s',
    async (question) => {
      const { stdout } = await run('ask', {
        args: [question, ...(question.startsWith('/who') ? ['story:dam-blackout'] : [])],
        env: invented,
      });
      expect(stdout).toMatch(/Who +nobody: the article does not say that it is so, either/);
      expect(stdout).toMatch(/Tells of +Tomas Rask \(“declined to say”\)/);
      expect(stdout).not.toContain('own words');
    },
  );

  it('and that a source tells somebody to believe are not said to be the source’s claim', async () => {
    const { stdout } = await run('ask', {
      args: ['/who said Sir Donald wanted to step down before he turns 80'],
      env: invented,
    });
    expect(stdout).toMatch(/Tells of +Veldane Holdings \(“believed”\)/);
    expect(stdout).toMatch(
      /Verdict +reported: the source’s claim is “believed”, not that it is so/,
    );
  });

  it('and that somebody declined to say stand on their card with that', async () => {
    const { stdout } = await run('ask', { args: ['/entity Tomas Rask'], env: invented });
    expect(stdout).toMatch(/not say\n +“declined to say whether he would resign” \[s16\]/);
  });

  it('are the article’s own with the word that tells of it', async () => {
    const { stdout } = await run('ask', {
      args: ['/who said declined to say whether he would resign'],
      env: invented,
    });
    expect(stdout).toMatch(/Who +nobody: these are the article’s own words/);
  });

  it('are shown for who said them, not what another tells of that one beside them', async () => {
    const question = '/ask who said you have a daughter not a club story:club-takeover';
    const { answers } = await ask(question, invented);
    expect(answers[0]).toMatchObject({
      quote: '“You have a daughter, not a club.”',
      speaker: { id: 'ostrander' },
      via: [{ id: 'touchline' }, { name: 'two people briefed on the talks' }],
    });
  });

  it('are the article’s own where they are an aside in what somebody says', async () => {
    const { answers } = await ask('/ask who owns the dam story:dam-blackout', invented);
    expect(answers[0]).toMatchObject({
      quote: 'Norvane Power, which owns the dam',
      speaker: null,
    });
  });
});
