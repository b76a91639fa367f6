import { bareArticle } from '../src/record/bare-article.ts';
import type { Sentence, Story } from '../src/record/story.ts';
import type { Prose } from './prose.ts';

const sentencesOfStory = 30;

/** Stories of generated prose, in which the people named are the entities. */
export function generatedStories(count: number, tell: Prose): readonly Story[] {
  return Array.from({ length: count }, (_, number) => {
    const id = `story-${number}`;
    const article = bareArticle(id);
    const sentences = tell(number, sentencesOfStory).map(
      (text, index): Sentence => ({
        id: `s${index + 1}`,
        story: id,
        article,
        paragraph: index + 1,
        place: 1,
        text,
        quoted: [],
      }),
    );
    const names = sentences.flatMap(
      ({ text }) => text.match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu) ?? [],
    );
    const entities = [...new Set(names)].map((name, index) => ({
      id: `e${index + 1}`,
      story: id,
      name,
      type: 'person' as const,
      aliases: [],
      nicknames: [],
      roles: [],
      relations: [],
    }));
    const nothing = { statements: [], events: [], foreseen: [] };
    return { id, title: id, language: 'en', articles: [article], sentences, entities, ...nothing };
  });
}
