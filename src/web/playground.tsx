import { Hono } from 'hono';
import type { Desk } from '../discord/desk.ts';
import { commandBody } from '../discord/registration.ts';
import { respond } from '../discord/respond.ts';
import { settingsInMemory } from '../settings/settings-in-memory.ts';
import { pageHeaders } from './page-headers.ts';
import { PlayPage } from './play-page.tsx';
import { asDocument } from './story-pages.tsx';

/**
 * Discord's side of a conversation on a page: `/play`. What is typed there becomes an interaction as
 * Discord would send it, and the page draws the very payload that Discord would get. It is a server
 * of its own, whose settings are forgotten when the program ends.
 */
export function playground(bot: Desk): Hono {
  const desk = { ...bot, settings: settingsInMemory(bot.report) };
  const play = new Hono();
  play.use('/play/*', pageHeaders);
  play.get('/play', (context) => context.html(asDocument(<PlayPage />)));
  play.get('/play/commands', (context) =>
    context.json(commandBody(desk.commands, desk.library, undefined)),
  );
  play.post('/play/interactions', async (context) => {
    const raw: unknown = await context.req.json().catch(() => undefined);
    const { response, files, followUp } = await respond(raw, desk);
    const later = await followUp;
    const pictures = [...files, ...(later?.files ?? [])].map(({ name, contentType, data }) => ({
      name,
      url: `data:${contentType};base64,${data.toString('base64')}`,
    }));
    const sent = later && { method: later.method, message: later.message };
    return context.json({ response, files: pictures, followUp: sent });
  });
  return play;
}
