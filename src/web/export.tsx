import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { openLibrary } from '../library.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { endQuietlyWithoutReader, endWithOneLine } from '../operator-error.ts';
import { type AssetName, readAsset } from './assets.ts';
import { StoriesPage } from './stories-page.tsx';
import { StoryPage } from './story-page.tsx';
import { asDocument } from './story-pages.tsx';

/**
 * `npm run export -- [--out site]`: the story pages as files. Every link in them is relative, so they
 * may be opened from a folder, or served from any path.
 */
async function exportPages(args: readonly string[]): Promise<void> {
  const folder = readArguments(args);
  const env = await environment();
  const { dataFolder, publicUrl } = readConfig(env);
  const library = await openDataFolder(dataFolder, env);
  await mkdir(path.join(folder, 's'), { recursive: true });
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  for (const name of assets) await write(name, await readAsset(name));
  const address = (page: string) => (publicUrl === undefined ? undefined : `${publicUrl}/${page}`);
  const list = <StoriesPage library={library} address={address('')} ending=".html" />;
  await write('index.html', asDocument(list));
  for (const story of library.stories) {
    const name = `s/${story.id}.html`;
    const page = (
      <StoryPage
        story={story}
        library={openLibrary([story])}
        address={address(name)}
        root="../"
        home="../index.html"
        search={undefined}
        speaker={undefined}
      />
    );
    await write(name, asDocument(page));
  }
  const count = library.stories.length;
  process.stdout.write(`${count} ${count === 1 ? 'story' : 'stories'} in ${folder}/index.html\n`);
}

const assets: readonly AssetName[] = ['story.css', 'story.js', 'search.js'];

function readArguments(args: readonly string[]): string {
  const [option, folder, ...more] = args;
  if (option === undefined) return 'site';
  if (option === '--out' && folder !== undefined && more.length === 0) return folder;
  throw new Error('usage: npm run export -- [--out FOLDER]');
}

endQuietlyWithoutReader();
exportPages(process.argv.slice(2)).catch(endWithOneLine);
