import type { Sentence, Story } from './story.ts';

/**
 * The sentences of a story that may be shown as they stand, in their order: all of an article, or only
 * those that something on record points to, where its rights allow no more.
 */
export function shownSentences(story: Story): ReadonlySet<Sentence> {
  if (story.articles.every(({ page }) => page === 'whole')) return new Set(story.sentences);
  const cited = citedSentences(story);
  return new Set(
    story.sentences.filter((each) => each.article.page === 'whole' || cited.has(each)),
  );
}

/** A sentence with those before and after it in its article; undefined stands for one not to be shown. */
export function withNeighbours(
  sentence: Sentence,
  story: Story,
): readonly (Sentence | undefined)[] {
  const at = story.sentences.indexOf(sentence);
  const shown = shownSentences(story);
  return story.sentences
    .slice(Math.max(0, at - 1), at + 2)
    .filter(({ article }) => article === sentence.article)
    .map((each) => (each === sentence || shown.has(each) ? each : undefined));
}

function citedSentences(story: Story): ReadonlySet<Sentence> {
  return new Set([
    ...story.statements.flatMap(({ sentence, content }) => [
      sentence,
      ...content.map((part) => part.sentence),
    ]),
    ...story.events.map(({ happening }) => happening.sentence),
    ...story.entities.flatMap(({ roles, relations }) => [
      ...roles.map(({ sentence }) => sentence),
      ...relations.map(({ passage }) => passage.sentence),
    ]),
  ]);
}
