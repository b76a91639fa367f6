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
