import { type REST, Routes } from 'discord.js';
import * as z from 'zod';
import { type Log, messageOf } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { FollowUp } from './respond.ts';

/** What a message over an interaction's webhook is sent with. */
export interface WebhookDesk {
  readonly rest: REST;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Only what the webhook's address is made of. */
const webhook = z.object({ application_id: z.string(), token: z.string() });

/** Sends what follows a first response, in its place or beside it. Never rejects. */
export async function sendFollowUp(
  raw: unknown,
  { method, message: body, files: uploads }: FollowUp,
  { rest, metrics, log }: WebhookDesk,
): Promise<void> {
  try {
    const files = [...uploads];
    const { application_id: application, token } = webhook.parse(raw);
    if (method === 'POST') {
      await rest.post(Routes.webhook(application, token), { body, files, auth: false });
    } else {
      await rest.patch(Routes.webhookMessage(application, token), { body, files, auth: false });
    }
  } catch (error) {
    metrics.undelivered.inc();
    log.warn({ why: messageOf(error) }, 'an answer did not reach Discord');
  }
}
