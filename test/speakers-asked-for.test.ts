import { expect, it } from 'vitest';
import { askable } from '../src/ask/story-answers.ts';
import { attribute } from '../src/record/attribution.ts';
import { loadStories } from '../src/record/load-stories.ts';

const loaded = [...(await loadStories('data')), ...(await loadStories('test/stories'))];

it.each(loaded.map(({ story }) => [story.id, story] as const))(
  'In %s nobody else’s words are shown as what somebody said',
  (_, story) => {
    const { answer } = askable(story);
    const people = story.entities.filter(({ type }) => type === 'person');
    const shown = people.flatMap(({ id, name }) =>
      [
        `what did ${name} say`,
        `what does ${name} think`,
        `how did ${name} put it, what did ${name} say about it`,
      ]
        .flatMap((question) => answer(question).answers)
        .map(({ passage }) => ({ id, passage })),
    );
    for (const { id, passage } of shown) {
      const { statement, toldOf } = attribute(story, passage);
      const attitudes = story.statements.filter(
        ({ attitude, sentence }) => attitude && sentence === passage.sentence,
      );
      const told = statement === undefined ? attitudes : [statement, ...toldOf];
      const voices = told.flatMap(({ source, via }) => [source, ...via]);
      expect(voices.flatMap(({ entities }) => entities.map((entity) => entity.id))).toContain(id);
    }
    expect(shown.length).toBeGreaterThan(0);
  },
);
