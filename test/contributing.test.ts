import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Command } from '../src/command.ts';
import { messageOf } from '../src/discord/message.ts';
import { openLibrary } from '../src/library.ts';
import { loadStories } from '../src/record/load-stories.ts';
import { english } from '../src/reply/languages/index.ts';
import { anywhere } from '../src/request.ts';
import { projectFolder } from './asking.ts';
import { checkInteractionResponse } from './discord/payload.ts';

it('the command that CONTRIBUTING.md shows answers, and fits Discord', async () => {
  const guide = await readFile(path.join(projectFolder, 'CONTRIBUTING.md'), 'utf8');
  const shown = /```ts\n(.*?)```/s.exec(guide)?.[1] ?? '';
  const source = shown.replaceAll("'../src/", `'${pathToFileURL(projectFolder).pathname}src/`);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'contributing-')), 'voices.ts');
  await writeFile(file, source);
  const { voices }: { voices: Command } = await import(file);

  const library = openLibrary((await loadStories('data')).map(({ story }) => story));
  const reply = voices.answer({ ...anywhere, command: 'voices', options: {} }, library);
  expect(reply.findings.length).toBeGreaterThan(5);
  const data = messageOf(reply, { language: english });
  expect(checkInteractionResponse({ type: 4, data })).toEqual([]);
});
