import { commands } from '../commands/index.ts';
import { readConfig } from './config.ts';
import { openPrompt } from './console/prompt.ts';
import { environment } from './environment.ts';
import { openDataFolder } from './open-data-folder.ts';
import { endWithOneLine } from './operator-error.ts';

/** `npm start`: the bot on Discord or, without a token, a prompt in the terminal. */
async function start(): Promise<void> {
  const config = readConfig(await environment());
  const library = await openDataFolder(config.dataFolder);
  if (config.token === undefined) {
    process.stdout.write(`${withoutToken}\n`);
    await openPrompt(library, commands);
    return;
  }
  const { serveGateway } = await import('./discord/gateway.ts');
  await serveGateway({ ...config, token: config.token }, library, commands);
}

const withoutToken = `No DISCORD_TOKEN is set, so this is On the Record in your terminal.
For Discord: create an app at https://discord.com/developers/applications, copy its token from Bot,
put DISCORD_TOKEN=... into .env (see .env.example) and start again.

Ask: /who said the safest app   /who is Pappas   /entity ByteDance   /timeline   /story
Tab completes; /quit leaves.
`;

start().catch(endWithOneLine);
