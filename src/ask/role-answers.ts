import { spanning } from '../record/span.ts';
import { type Entity, type Passage, wholePassage } from '../record/story.ts';
import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import { printedName } from './printed-name.ts';
import type { StoryAnswer } from './story-answer.ts';

/** “Who is X”, “who is the mayor”, “what kind of thing is X”: what the article calls it. */
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
  const holder = question.kind === 'person' && words[0]?.form.startsWith('who') === true;
  if (question.kind !== 'definition' && !thing && !asksRole && !holder) return undefined;
  const [entity] = mention.entities;
  if (entity === undefined || mention.entities.length > 1) return undefined;
  const known = entity.roles.length > 0 ? entity.roles : connectionsOf(entity);
  if (known.length === 0) return undefined;
  return known.map((passage) =>
    holder ? named(passage, entity) : { passage, span: passage.span, score: certain },
  );
}

/** Who holds a role is told by the name beside it; by the role alone where the sentence has no name. */
function named({ sentence, span }: Passage, entity: Entity): StoryAnswer {
  const name = printedName(entity, wholePassage(sentence)) ?? span;
  return { passage: { sentence, span: spanning([span, name]) }, span: name, score: certain };
}

/** A person is described by what they are to others, for want of a role. */
function connectionsOf({ type, relations }: Entity): readonly Passage[] {
  if (type !== 'person') return [];
  return relations.filter(({ inverse }) => !inverse).map(({ passage }) => passage);
}

const asRole = /^(?:jobs?|roles?|positions?|titles?|profession|occupation|living)$/;
