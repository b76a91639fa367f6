import { findAttributions } from './attributions.ts';
import { type FoundEntity, findEntities } from './entities.ts';
import { type FoundEvent, findEvents } from './events.ts';
import type { FoundAttribution } from './found-attribution.ts';
import { type Reading, readArticle } from './reading.ts';
import { type Reference, referencesOf } from './references.ts';

/** All that is guessed about an article, in terms of its sentences. */
export interface Study {
  readonly reading: Reading;
  readonly entities: readonly FoundEntity[];
  readonly attributions: readonly FoundAttribution[];
  readonly references: ReadonlyMap<FoundAttribution, Reference>;
  readonly events: readonly FoundEvent[];
}

export interface StudyOptions {
  /** The day the article came out, `YYYY-MM-DD`; dates such as “on Friday” are counted from it. */
  readonly published?: string | undefined;
  /** Who published it. */
  readonly outlet?: string | undefined;
  /** BCP 47 tag; only English is read beyond its sentences. */
  readonly language?: string | undefined;
}

/** Reads an article and guesses who and what is in it, who says what, and what happened when. */
export function studyArticle(
  text: string,
  { published, outlet, language = 'en' }: StudyOptions,
): Study {
  const reading = readArticle(text, language);
  if (!/^en\b/i.test(language)) {
    return { reading, entities: [], attributions: [], references: new Map(), events: [] };
  }
  const attributions = findAttributions(reading);
  const entities = findEntities(reading, attributions, outlet);
  const references = referencesOf(reading, attributions, entities);
  return { reading, entities, attributions, references, events: findEvents(reading, published) };
}
