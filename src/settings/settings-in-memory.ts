import { type ServerSettings, serverSettings } from './server-settings.ts';

/** Settings that are kept for as long as the program runs. */
export function settingsInMemory(report: (problem: string) => void): ServerSettings {
  const kept = new Map<string, unknown>();
  const keeper = {
    get: async (server: string) => kept.get(server),
    set: async (server: string, value: unknown) => kept.set(server, value),
  };
  return serverSettings(keeper, report);
}
