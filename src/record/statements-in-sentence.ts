import { rememberedOf } from '../remembered.ts';
import type { Sentence, Statement, Story } from './story.ts';

/** The statements that a sentence tells, or tells a part of, in their order. */
export const statementsIn = rememberedOf((story: Story, sentence: Sentence): readonly Statement[] =>
  story.statements.filter(
    (statement) =>
      statement.sentence === sentence ||
      statement.content.some((part) => part.sentence === sentence),
  ),
);
