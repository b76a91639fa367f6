import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { openLibrary } from '../library.ts';
import { makeFolder } from '../make-folder.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { endQuietlyWithoutReader, endWithOneLine } from '../operator-error.ts';
import { english, languageFor, languageTags, nearestLanguage } from '../reply/languages/index.ts';
import { type AssetName, readAsset } from './assets.ts';
import { StoriesPage } from './stories-page.tsx';
import { StoryPage } from './story-page.tsx';
import { asDocument } from './story-pages.tsx';
import { timelineFile, timelineParts, timelineSvg } from './timeline-svg.ts';

/**
 * `npm run export -- [--out site] [--lang de]`: the story pages as files, in the chosen language or each in
 * its story's. Every link in them is relative, so they may be opened from a folder, or served from any
 * path.
 */
async function exportPages(args: readonly string[]): Promise<void> {
  const { folder, chosen } = readArguments(args);
  const env = await environment();
  const { dataFolder, publicUrl } = readConfig(env);
  const library = await openDataFolder(dataFolder, env);
  await makeFolder(path.join(folder, 's')).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : error;
    throw new Error(`the pages cannot be written to ${folder}: ${reason}; choose another --out`);
  });
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  for (const name of assets) await write(name, await readAsset(name));
  const address = (page: string) => (publicUrl === undefined ? undefined : `${publicUrl}/${page}`);
  const list = (
    <StoriesPage
      library={library}
      address={address('')}
      language={chosen ?? english}
      ending=".html"
    />
  );
  await write('index.html', asDocument(list));
  for (const story of library.stories) {
    const name = `s/${story.id}.html`;
    const language = chosen ?? languageFor(story.language);
    const page = (
      <StoryPage
        story={story}
        library={openLibrary([story])}
        address={address(name)}
        root="../"
        home="../index.html"
        language={language}
        picture={(part) => timelineFile(story, part)}
        search={undefined}
        speaker={undefined}
      />
    );
    await write(name, asDocument(page));
    await makeFolder(path.join(folder, 's', story.id));
    for (const at of timelineParts(story).keys()) {
      await write(`s/${timelineFile(story, at + 1)}`, timelineSvg(story, at + 1, language) ?? '');
    }
  }
  const count = library.stories.length;
  process.stdout.write(`${count} ${count === 1 ? 'story' : 'stories'} in ${folder}/index.html\n`);
}

const assets: readonly AssetName[] = ['story.css', 'story.js', 'search.js'];

function readArguments(args: readonly string[]) {
  try {
    const { out = 'site', lang } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, lang: { type: 'string' } },
    }).values;
    const chosen = lang === undefined ? undefined : nearestLanguage(lang);
    if (lang === undefined || chosen !== undefined) return { folder: out, chosen };
  } catch {
    // Told below.
  }
  throw new Error(`usage: npm run export -- [--out FOLDER] [--lang ${languageTags.join('|')}]`);
}

endQuietlyWithoutReader();
exportPages(process.argv.slice(2)).catch(endWithOneLine);
