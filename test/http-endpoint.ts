import { REST } from 'discord.js';
import type { Hono } from 'hono';
import { commands } from '../commands/index.ts';
import { Reception, type ReceptionDesk } from '../src/discord/reception.ts';
import { httpApp } from '../src/http/app.ts';
import { SignatureCheck } from '../src/http/signature.ts';
import { InFlight } from '../src/in-flight.ts';
import type { Library } from '../src/library.ts';
import type { Log } from '../src/log.ts';
import { Metrics } from '../src/metrics.ts';
import { Readiness } from '../src/readiness.ts';
import { storyPages } from '../src/web/story-pages.tsx';

interface EndpointOptions {
  /** The key that interactions are signed with, as the developer portal shows it. */
  readonly publicKey: string;
  readonly log: Log;
  readonly report: (problem: string) => void;
  /** What servers have chosen, and who is held back; by default nothing and nobody. */
  readonly desk?: Pick<ReceptionDesk, 'settings' | 'pace'>;
}

/** The bot's HTTP side within this process, over some stories. */
export function httpEndpoint(
  library: Library,
  { publicKey, log, report, desk = {} }: EndpointOptions,
): Hono {
  const metrics = new Metrics();
  const reception = new Reception({
    library: () => library,
    commands,
    ephemeral: false,
    logQuestions: false,
    rest: new REST(),
    inFlight: new InFlight(),
    metrics,
    log,
    ...desk,
  });
  return httpApp({
    metrics,
    readiness: new Readiness(),
    interactions: { check: new SignatureCheck(publicKey), reception, metrics },
    pages: storyPages(() => library, { publicUrl: undefined }),
    report,
  });
}
