import { parseAccept } from 'hono/utils/accept';
import type { Language } from '../reply/language.ts';
import { english, nearestLanguage } from '../reply/languages/index.ts';

/**
 * The language a reader of a page reads.
 *
 * @param asked what the address says after `?lang=`
 * @param accepted what the browser says in `Accept-Language`
 */
export function readerLanguage(asked: string | undefined, accepted: string | undefined): Language {
  const wanted = [asked ?? '', ...parseAccept(accepted ?? '').map(({ type }) => type)];
  for (const tag of wanted) {
    const language = nearestLanguage(tag);
    if (language !== undefined) return language;
  }
  return english;
}
