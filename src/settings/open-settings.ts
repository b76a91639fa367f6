import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import { type ServerSettings, serverSettings } from './server-settings.ts';
import { SettingsFiles } from './settings-files.ts';

/**
 * Opens the place where servers' settings are kept. A Redis that is down is no reason not to start: it
 * is tried again and again, and answers go by what is known until it is back.
 *
 * @param url `redis://…` or `rediss://…`, or a folder, which is made when something is first kept
 * @param report told of what goes wrong, one line for the operator
 */
export function openSettings(
  url: string,
  report: (problem: string) => void,
): ServerSettings & { close(): Promise<void> } {
  const store = /^rediss?:/.test(url) ? redis(url) : new SettingsFiles(url);
  const keyv = new Keyv({ store, throwOnErrors: true, useKeyPrefix: false, emitErrors: false });
  // What an operation fails with is reported by whoever asked for it.
  keyv.on('error', () => undefined);
  const settings = serverSettings(keyv, report);
  return {
    of: (server) => settings.of(server),
    change: (server, chosen) => settings.change(server, chosen),
    close: () => keyv.disconnect(),
  };
}

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
