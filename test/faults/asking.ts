import { FakeDiscord, type FakeDiscordOptions } from '../discord/fake-discord.ts';
import { type RunningBot, type Settings, startBotOver, type transports } from '../running-bot.ts';
import type { Outcome } from './trial.ts';

export type Transport = (typeof transports)[number];

/** A bot and its Discord, for one trial. */
export interface Stage {
  readonly discord: FakeDiscord;
  readonly bot: RunningBot;
  /** Asks a number of questions at once; all count. */
  ask(questions: number): Promise<void>;
  /** Starts another bot in the place of one that has ended. */
  restart(): Promise<RunningBot>;
}

/** Sets a stage, plays a trial on it, and counts what was asked and answered. */
export async function onStage(
  transport: Transport,
  play: (stage: Stage) => Promise<void>,
  fake: FakeDiscordOptions = {},
  settings: Settings = {},
): Promise<Outcome> {
  const discord = await FakeDiscord.start(fake);
  let bot = await startBotOver(transport, discord, settings);
  let asked = 0;
  let answered = 0;
  const reasons = new Set<string>();
  const ask = async (questions: number) => {
    asked += questions;
    const answers = await Promise.allSettled(
      Array.from({ length: questions }, () =>
        discord.slash('who said', { text: 'the safest app' }, { timeLimitMs: 4000 }),
      ),
    );
    for (const answer of answers) {
      if (answer.status === 'fulfilled') answered += 1;
      else reasons.add(String(answer.reason));
    }
  };
  const restart = async () => {
    bot = await startBotOver(transport, discord, settings);
    return bot;
  };
  const first = bot;
  await play({ discord, bot: first, ask, restart });
  const { code, stderr } = await bot.stop();
  await discord.stop();
  const callbacks = discord.requests.filter(({ path }) => path.endsWith('/callback'));
  const taken = callbacks.filter(({ status }) => status === 204).map(({ path }) => path);
  const twice = taken.length - new Set(taken).size;
  const again = callbacks.filter(({ status }) => status === 400).length;
  const ended = code === 0 ? {} : { note: `the bot ended with ${code}: ${stderr}` };
  const wrong = discord.violations.length === 0 ? {} : { note: discord.violations.join('; ') };
  return { asked, answered, twice, again, reasons: [...reasons], ...ended, ...wrong };
}
