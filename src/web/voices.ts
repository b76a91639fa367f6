import { spanning } from '../record/span.ts';
import { type Sentence, type Statement, type Story, voicesOf } from '../record/story.ts';
import { findingForStatement } from '../reply/finding.ts';
import type { Finding } from '../reply/reply.ts';

/** Everybody who says something in a story, each once, in the order they are first heard. */
export function speakersOf(story: Story): readonly string[] {
  return [...new Set(story.statements.flatMap(speakersIn))];
}

/** Everybody who is heard in a sentence, those who pass on also. */
export function speakersOfSentence(sentence: Sentence, story: Story): readonly string[] {
  return [
    ...new Set(
      story.statements
        .filter(
          (statement) =>
            statement.sentence === sentence ||
            statement.content.some((part) => part.sentence === sentence),
        )
        .flatMap(speakersIn),
    ),
  ];
}

/** Who is only said to think something has said nothing; who tells of it has. */
function speakersIn(statement: Statement): readonly string[] {
  const voices = statement.attitude ? statement.via : voicesOf(statement);
  return voices.map(({ name }) => name);
}

/** What is said in a sentence, each statement from its first stretch there to its last. */
export function statementsIn(sentence: Sentence, story: Story): readonly Finding[] {
  return story.statements.flatMap((statement) => {
    const spans = statement.content
      .filter((part) => part.sentence === sentence)
      .map(({ span }) => span);
    if (spans.length === 0) return [];
    return [findingForStatement(statement, { sentence, span: spanning(spans) })];
  });
}
