import type { Guess } from '../draft/guess.ts';
import type { StoryGuesses } from '../draft/story-guesses.ts';
import type { ArticleFacts } from '../draft/story-yaml.ts';

/** What a draft guesses, as lines: how many of each kind, and how many of them are to be doubted. */
export function whatWasFound(
  { entities, relations, statements, events, unsourced }: StoryGuesses,
  { outlet }: ArticleFacts,
): readonly string[] {
  const toCheck = entities.length + statements.length + events.length;
  const lists: readonly (readonly [string, string, readonly Guess[]])[] = [
    ['entity', 'entities', entities],
    ['statement', 'statements', statements],
    ['event', 'events', events],
  ];
  return [
    ...lists.map(([one, many, list]) => {
      const related = list === entities ? `, with ${counted(relations.length, 'relation')}` : '';
      return `  ${counted(list.length, one, many)}${related}${doubted(list)}`;
    }),
    ...(unsourced.length === 0
      ? []
      : [
          `  ${counted(unsourced.length, 'report')} of somebody whom the sentence does not name, listed at the file’s end`,
        ]),
    ...(outlet === undefined ? ['  who published it is not known'] : []),
    `${counted(toCheck + (outlet === undefined ? 1 : 0), 'guess', 'guesses')} to check, each below a “# check” that says how probable it is.`,
  ];
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Less probable than this, a guess is counted as one to doubt. */
const sure = 0.7;

function doubted(guesses: readonly Guess[]): string {
  const doubtful = guesses.filter(({ chance }) => chance < sure).length;
  return doubtful === 0 ? '' : `; ${doubtful} less than ${sure * 100} % probable`;
}
