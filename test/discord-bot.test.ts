import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { FakeDiscord } from './discord/fake-discord.ts';

test('try', async () => {
  const d = await FakeDiscord.start();
  const p = spawn('node', ['scripts/run.mjs', 'main'], {
    env: { ...process.env, DISCORD_TOKEN: d.token, DISCORD_API_URL: d.apiUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await d.connected();
  const a = await d.slash('who said', { text: 'he opposed the deal' });
  console.log(a.elapsedMs, JSON.stringify(a.data, null, 1));
  console.log((a.data as any).embeds[0].description);
  console.log(await d.complete('who said', { text: 'cou' }, 'text'));
  console.log(await d.complete('entity', { name: 'm' }, 'name'));
  const e = await d.slash('entity', { name: 'tiktok' });
  console.log((e.data as any).embeds[0].description, JSON.stringify((e.data as any).components));
  const n = await d.press(e, 'Next');
  console.log(n.type, (n.data as any).embeds[0].description);
  const c = await d.press(a, 'In context');
  console.log(c.type, c.ephemeral, (c.data as any).embeds[0].description);
  const s = await d.slash('entity', { name: 'secretary', private: true });
  console.log(s.ephemeral, JSON.stringify(s.data));
  console.log(
    d.violations,
    d.registered().map((c) => c.name),
    d.requests.map((r) => r.method + ' ' + r.path),
  );
  p.kill('SIGTERM');
  const code = await new Promise((r) => p.on('exit', r));
  console.log('exit', code);
  await d.stop();
});
