import { Hono } from 'hono';
import type { Desk } from '../discord/desk.ts';
import { type LocalServer, type LocalSettings, serveLocally } from './local-server.ts';
import { playground } from './playground.tsx';
import { storyPages } from './story-pages.tsx';

/**
 * Serves the playground and the story pages on this machine.
 *
 * @throws Error when no port is free or the host is none of this machine's
 */
export async function openLocalSite(desk: Desk, settings: LocalSettings): Promise<LocalServer> {
  const site = new Hono();
  site.route('/', playground(desk));
  site.route(
    '/',
    storyPages(() => desk.library, settings),
  );
  return serveLocally(site, settings);
}
