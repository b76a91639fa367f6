import { watch } from 'chokidar';

/** An editor, or a copy of many files, writes more than once. */
const quietMs = 300;

/**
 * Calls back when anything in a folder has changed and nothing has for a moment.
 *
 * @returns what ends it
 */
export function watchFolder(folder: string, changed: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { ignoreInitial: true }).on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quietMs);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
