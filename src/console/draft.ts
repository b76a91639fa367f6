import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { articleText, withoutHeadline } from '../draft/article-text.ts';
import { printed } from '../draft/draft.ts';
import { guessesOf } from '../draft/story-guesses.ts';
import { type ArticleFacts, storyYaml } from '../draft/story-yaml.ts';
import { type Study, studyArticle } from '../draft/study.ts';
import { environment } from '../environment.ts';
import { makeFolder } from '../make-folder.ts';
import { endQuietlyWithoutReader, endWithOneLine } from '../operator-error.ts';
import { readDate } from '../record/calendar-date.ts';
import { counted, whatWasFound } from './what-was-found.ts';

const usage = `draft ARTICLE.txt --story ID [--date YYYY-MM-DD] [--outlet NAME] [--title HEADLINE]
      [--author NAME ...] [--url ADDRESS] [--name STORY] [--language TAG] [--replace] [--watch]
draft ARTICLE.txt --json [--date YYYY-MM-DD] [--outlet NAME]`;

/**
 * `npm run draft -- article.txt --story id`: writes a draft story.yaml, and the article beside it.
 * With `--watch` it then shows the story's page, as `npm run check -- --watch id` does.
 * `npm run -s draft -- article.txt --json`: prints what the draft would guess, and writes nothing.
 */
async function draft(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [file, ...more] = positionals;
  if (values.help || file === undefined || more.length > 0) {
    process.stdout.write(`${usage}\n`);
    if (!values.help) process.exitCode = 2;
    return;
  }
  const { date, outlet, language } = values;
  if (date !== undefined && readDate(date)?.precision !== 'day') {
    throw new Error(`${date} is no day; write --date as 2020-08-02`);
  }
  const whole = articleText(await bytesOf(file), file);
  const text = values.json ? whole : withoutHeadline(whole, values.title);
  const study = studyArticle(text, { published: date, outlet, language });
  if (values.json) {
    process.stdout.write(`${JSON.stringify(printed(study, text))}\n`);
    return;
  }
  const story = values.story ?? '';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(story) || story.length > 30) {
    throw new Error('name the story with --story, in up to 30 small letters, digits and hyphens');
  }
  const article =
    path
      .basename(file, path.extname(file))
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 30)
      .replace(/-+$/, '') || 'article';
  await writeStory(
    text,
    study,
    values.replace,
    {
      title: values.name ?? values.title ?? story,
      article,
      file: `articles/${article}.txt`,
      outlet,
      headline: values.title,
      authors: values.author,
      published: date,
      url: values.url,
      language,
    },
    story,
  );
  if (values.watch) {
    const { watchStories } = await import('./watch-stories.ts');
    await watchStories(readConfig(await environment()), story);
  }
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      story: { type: 'string' },
      date: { type: 'string' },
      outlet: { type: 'string' },
      title: { type: 'string' },
      author: { type: 'string', multiple: true, default: [] },
      url: { type: 'string' },
      name: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new Error(`${file} cannot be read; name the article's text file`);
  }
}

async function writeStory(
  text: string,
  study: Study,
  replace: boolean,
  facts: ArticleFacts,
  story: string,
): Promise<void> {
  const { dataFolder } = readConfig(await environment());
  const folder = path.join(dataFolder, story);
  const file = path.join(folder, 'story.yaml');
  const guesses = guessesOf(study, facts.published);
  const yaml = storyYaml(guesses, facts);
  await makeFolder(path.join(folder, 'articles'));
  try {
    await writeFile(file, yaml, { flag: replace ? 'w' : 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new Error(`${file} is there already; --replace overwrites it`);
    }
    throw error;
  }
  await writeFile(path.join(folder, facts.file), text);
  const { sentences, repeated } = study.reading;
  const lines = [
    `${file}: a draft of ${counted(sentences.length, 'sentence')}`,
    ...repeated.map(({ line }) => `  ${facts.file}:${line}:1 repeats a paragraph; dropped`),
    ...whatWasFound(guesses, facts),
    'It is not served while it says “draft: true”. Delete each “# check” as you check it. Next:',
    '  npm run check  says which guess to check next, and what is amiss',
    `  npm run check -- --watch ${story}  shows the story’s page beside you, anew at each save`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

endQuietlyWithoutReader();
draft(process.argv.slice(2)).catch(endWithOneLine);
