import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import type { StoryAnswer } from './story-answers.ts';

/** “Who is X”, “what kind of thing is X”: what the article calls it. */
export function whatTheyAre({
  question,
  mentions,
  content,
  words,
}: Asked): StoryAnswer[] | undefined {
  const [mention] = mentions;
  if (mention === undefined || mentions.length > 1) return undefined;
  const asksRole =
    content.length > 0 &&
    content.every(({ form }) => asRole.test(form)) &&
    words[0]?.form.startsWith('what') === true;
  if (content.length > 0 && !asksRole) return undefined;
  const kindOf = words.some(({ form }) => /^(?:kind|sort|type)$/.test(form));
  const thing = question.kind === 'thing' && kindOf;
  if (question.kind !== 'definition' && !thing && !asksRole) return undefined;
  const [entity] = mention.entities;
  if (entity === undefined || mention.entities.length > 1) return undefined;
  const relations = entity.relations.filter(({ inverse }) => !inverse);
  const known =
    entity.roles.length > 0
      ? entity.roles
      : entity.relations.length === 0
        ? []
        : entity.type === 'person'
          ? relations.map(({ passage }) => passage)
          : [];
  if (known.length === 0) return undefined;
  return known.map((passage) => ({ passage, span: passage.span, score: certain }));
}

const asRole = /^(?:jobs?|roles?|positions?|titles?|profession|occupation|living)$/;
