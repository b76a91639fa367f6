import type { Article, Sentence, Story } from '../record/story.ts';
import { shortened } from '../reply/shortened.ts';

/** The sentences of an article that its rights allow a page to show. */
export function shownSentences(article: Article, story: Story): ReadonlySet<Sentence> {
  const own = story.sentences.filter((sentence) => sentence.article === article);
  if (article.page === 'whole') return new Set(own);
  const cited = citedSentences(story);
  return new Set(own.filter((sentence) => cited.has(sentence)));
}

/** How a story begins, as far as it may be shown; at most `most` characters. */
export function openingOf(story: Story, most: number): string {
  const shown = story.articles.flatMap((article) => [...shownSentences(article, story)]);
  return shortened(shown[0]?.text ?? '', most);
}

/** What something on record points to. */
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
