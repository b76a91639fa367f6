import { commands } from '../commands/index.ts';
import { readConfig } from './config.ts';
import { openPrompt } from './console/prompt.ts';
import { environment } from './environment.ts';
import type { Library } from './library.ts';
import { openDataFolder } from './open-data-folder.ts';
import { endQuietlyWithoutReader, endWithOneLine } from './operator-error.ts';
import { wordsOf } from './record/story.ts';
import { shortened } from './reply/shortened.ts';

/** `npm start`: the bot on Discord or, with neither a token nor HTTP, a prompt in the terminal. */
async function start(): Promise<void> {
  const env = await environment();
  const config = readConfig(env);
  const library = await openDataFolder(config.dataFolder, env);
  if (config.transport === 'gateway' && config.token === undefined) {
    process.stdout.write(`${withoutToken}\n${examples(library)}\n\n`);
    await openPrompt(library, commands, config.terminalLanguage);
    return;
  }
  const { serve } = await import('./serve.ts');
  await serve(config, library, commands, env);
  // A request to a Discord that does not answer would keep the process alive.
  process.exit();
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
    'Tab completes; /quit leaves. Try:',
    ...(quote === undefined ? [] : [`  /who said ${shortened(quote, 80)}`]),
    ...(entity === undefined ? [] : [`  /entity ${entity.name}`]),
    '  /timeline',
  ].join('\n');
}

endQuietlyWithoutReader();
start().catch(endWithOneLine);
