import { readFile } from 'node:fs/promises';

/** Files that pages load, by name. The styles stand in `assets/`; the scripts are bundled beside them. */
const types = {
  'story.css': 'text/css; charset=utf-8',
  'story.js': 'text/javascript; charset=utf-8',
  'search.js': 'text/javascript; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'play.css': 'text/css; charset=utf-8',
  'play.js': 'text/javascript; charset=utf-8',
} as const;

export type AssetName = keyof typeof types;

export function isAsset(name: string): name is AssetName {
  return Object.hasOwn(types, name);
}

export function assetType(name: AssetName): string {
  return types[name];
}

export function readAsset(name: AssetName): Promise<string> {
  return readFile(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}
