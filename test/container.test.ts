import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { finished } from './asking.ts';

/** What the image runs, with `node` and `wget` replaced by programs that tell what they were given. */
async function container(instruction: RegExp, port: string): Promise<string> {
  const file = (await readFile('Dockerfile', 'utf8')).replaceAll('\\\n', ' ');
  const command = instruction.exec(file)?.[1] ?? '';
  const bin = await mkdtemp(path.join(tmpdir(), 'container-'));
  for (const program of ['node', 'wget']) {
    await writeFile(path.join(bin, program), '#!/bin/sh\necho "$PORT: $*"\n');
    await chmod(path.join(bin, program), 0o755);
  }
  const env = { PORT: port, PATH: `${bin}:${process.env.PATH}` };
  const [program = '', ...args] = command.startsWith('[')
    ? (JSON.parse(command) as string[])
    : ['sh', '-c', command];
  const { stdout } = await finished(program, args, '', env);
  await rm(bin, { recursive: true });
  return stdout;
}

test.each([
  ['', '8080'],
  ['9000', '9000'],
])('A container with PORT=%s listens where its health is asked for', async (port, used) => {
  expect(await container(/^CMD (.*)$/m, port)).toContain(`${used}: dist/main.js`);
  expect(await container(/^HEALTHCHECK .* CMD (.*)$/m, port)).toContain(`:${used}/healthz`);
});
