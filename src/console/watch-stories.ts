import { once } from 'node:events';
import path from 'node:path';
import type { Config } from '../config.ts';
import { watchFolder } from '../data-watch.ts';
import { type StoryAtDesk, storiesAtDesk } from '../record/stories-at-desk.ts';
import { openDesk } from '../web/desk.tsx';
import { whatIsLeft } from './what-is-left.ts';

/**
 * Serves the pages of stories as they are, drafts too, on this machine; at each save it reads them
 * anew, says what is left and has the open pages follow. Ends with Ctrl-C.
 *
 * @param only the story that is edited; without it, every story of the data folder
 */
export async function watchStories(config: Config, only?: string): Promise<void> {
  const { dataFolder, playHost: host, playPort: port } = config;
  const read = () => storiesAtDesk(dataFolder, only);
  const first = await read();
  const desk = await openDesk(first, { host, port, publicUrl: undefined });
  say(first);
  const page = only === undefined ? '/' : `/s/${only}`;
  process.stdout.write(`In your browser: ${desk.address}${page}\n`);
  // One reading after the other, so that what is shown is what was saved last.
  let reading: Promise<void> = Promise.resolve();
  const stop = watchFolder(only === undefined ? dataFolder : path.join(dataFolder, only), () => {
    reading = reading.then(async () => {
      try {
        const stories = await read();
        desk.show(stories);
        say(stories);
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      }
    });
  });
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await stop();
  desk.close();
}

function say(stories: readonly StoryAtDesk[]): void {
  process.stdout.write(`${stories.map(whatIsLeft).join('\n')}\n`);
}
