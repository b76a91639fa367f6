import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import { type ServerSettings, serverSettings, within } from './server-settings.ts';
import { SettingsFiles } from './settings-files.ts';

/** What servers have chosen, at a place that may be out of order. */
export interface OpenSettings extends ServerSettings {
  /** Keeps something and drops it again; the operator is told if that fails. Never rejects. */
  tryOut(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the place where servers' settings are kept. A Redis that is down is no reason not to start: it
 * is tried again and again, and answers go by what is known until it is back.
 *
 * @param url `redis://…` or `rediss://…`, or a folder, which is made if it is missing
 * @param report told of what goes wrong, one line for the operator
 */
export function openSettings(url: string, report: (problem: string) => void): OpenSettings {
  const store = /^rediss?:/.test(url) ? redis(url) : new SettingsFiles(url);
  const keyv = new Keyv({ store, throwOnErrors: true, useKeyPrefix: false, emitErrors: false });
  // What an operation fails with is reported by whoever asked for it; a Redis that is tried again and
  // again tells only here why.
  let trouble: unknown;
  store.on('error', (error: unknown) => {
    trouble = error;
  });
  const settings = serverSettings(keyv, report);
  return {
    of: (server) => settings.of(server),
    change: (server, chosen) => settings.change(server, chosen),
    async tryOut() {
      try {
        const kept = keyv.set(trialKey, true).then(() => keyv.delete(trialKey));
        await within(trialMs, kept);
      } catch (error) {
        const reason = reasonOf(trouble ?? error);
        report(`SETTINGS_URL: settings cannot be kept there; going on without: ${reason}`);
      }
    },
    // A Redis that hangs would not say goodbye, and all that was to be kept is kept or was refused.
    close: async () => (store instanceof KeyvRedis ? store.disconnect(true) : undefined),
  };
}

/** Of a name with several addresses, none of which answers, there is but a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

/** No server is called so. */
const trialKey = 'trial';
const trialMs = 1500;

function redis(url: string): KeyvRedis<string> {
  const socket = { connectTimeout: 1000, reconnectStrategy: (tries: number) => waitMs(tries) };
  const client = { url, socket, disableOfflineQueue: true };
  const options = { namespace: 'on-the-record:settings', throwOnErrors: true };
  return new KeyvRedis(client, options);
}

/** Soon at first, then every two seconds. */
function waitMs(tries: number): number {
  return Math.min(2000, 50 * 2 ** tries);
}
