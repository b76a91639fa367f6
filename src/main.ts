import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { commands } from '../commands/index.ts';
import { BadConfig, type Config, readConfig, settingNames } from './config.ts';
import { openPrompt } from './console/prompt.ts';
import { environment } from './environment.ts';
import type { Library } from './library.ts';
import { log } from './log.ts';
import { misspeltSettings } from './misspelt-settings.ts';
import { openDataFolder } from './open-data-folder.ts';
import { endQuietlyWithoutReader, endWithOneLine } from './operator-error.ts';
import { wordsOf } from './record/story.ts';
import { shortened } from './reply/shortened.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `npm start`: the bot on Discord or, with neither a token nor HTTP, a prompt in the terminal. */
async function start(): Promise<void> {
  const env = await environment();
  const config = readConfig(env);
  const library = await openDataFolder(config.dataFolder, env);
  if (config.transport === 'gateway' && config.token === undefined) {
    refuseIfMeantForDiscord(env);
    await tryItHere(library, config);
    return;
  }
  const { serve } = await import('./serve.ts');
  await serve(config, library, commands, env);
  // A request to a Discord that does not answer would keep the process alive.
  process.exit();
}

/** A bot that was to serve Discord would only look healthy as a playground. */
function refuseIfMeantForDiscord(env: Environment): void {
  const signs = signsOfDiscord(env);
  if (signs.length === 0) return;
  throw new BadConfig(
    `DISCORD_TOKEN is missing; with TRANSPORT=http DISCORD_PUBLIC_KEY is enough. To try the bot without Discord, leave empty: ${signs.join(', ')}. See .env.example.`,
  );
}

/** The settings by which an operator shows that Discord is to be served, misspelt or not. */
function signsOfDiscord(env: Environment): readonly string[] {
  const misspelt = misspeltSettings(env);
  const ofDiscord = Object.keys(env).filter((name) => {
    const setting = misspelt.find((each) => each.name === name)?.meant ?? name;
    const isOfDiscord = settingNames.includes(setting) && /^DISCORD_|^TRANSPORT$/.test(setting);
    return isOfDiscord && env[name]?.trim();
  });
  return env.NODE_ENV === 'production' ? ['NODE_ENV=production', ...ofDiscord] : ofDiscord;
}

/** The prompt, and the playground beside it; with no input at all, as of a service, only that. */
async function tryItHere(library: Library, config: Config): Promise<void> {
  const { openLocalSite } = await import('./web/local-site.ts');
  const { playHost: host, playPort: port, publicUrl, ephemeral } = config;
  const { timelinePicture: draw } = await import('./timeline/picture.ts');
  const report = (problem: string) => log.error(problem);
  const desk = { library, commands, ephemeral, publicUrl, report, draw };
  const site = await openLocalSite(desk, { host, port, publicUrl });
  const there = `In your browser: ${site.address}/play`;
  process.stdout.write(`${withoutToken}\n${there}\n\n${examples(library)}\n\n`);
  if (hasInput()) await openPrompt(library, commands, config.terminalLanguage);
  else await stopSignal();
  site.close();
}

/** Whether somebody types, or something is piped in: anything but `/dev/null`. */
function hasInput(): boolean {
  if (process.stdin.isTTY === true) return true;
  try {
    return !fstatSync(0).isCharacterDevice();
  } catch {
    return false;
  }
}

function stopSignal(): Promise<unknown> {
  return Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
}

const withoutToken = `No DISCORD_TOKEN is set, so this is On the Record in your terminal.
For Discord: create an app at https://discord.com/developers/applications, copy its token from Bot,
put DISCORD_TOKEN=... into .env (see .env.example) and start again.
`;

/** Questions that the library answers. */
function examples({ quotes, names }: Library): string {
  const quote = quotes
    .complete('', 3)
    .map(wordsOf)
    .toSorted((a, b) => a.length - b.length)[0];
  const [entity] = names.complete('', 1);
  return [
    'Tab completes; /help lists the commands, /quit leaves. Ask what you like, or try:',
    ...(quote === undefined ? [] : [`  /who said ${shortened(quote, 80)}`]),
    ...(entity === undefined ? [] : [`  /entity ${entity.name}`]),
    '  /timeline',
  ].join('\n');
}

endQuietlyWithoutReader();
start().catch(endWithOneLine);
