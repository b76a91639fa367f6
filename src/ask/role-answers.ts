import { type Span, wholeWords } from '../record/span.ts';
import { type Entity, type Passage, wordsOf } from '../record/story.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { type Asked, isCalled } from './asked.ts';
import { certain } from './certainty.ts';
import { relatednessTo } from './related-words.ts';
import type { StoryAnswer } from './story-answers.ts';
import type { StoryReading } from './story-reading.ts';

/** “Who is X”, “what kind of thing is X”: what the article calls it. */
export function whatTheyAre({
  question,
  mentions,
  content,
  words,
}: Asked): StoryAnswer[] | undefined {
  const [mention] = mentions;
  if (mention === undefined || mentions.length > 1) return undefined;
  const asksRole = content.length > 0 && content.every(({ form }) => asRole.test(form));
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

/** “Who is the owner of X”: somebody whose role is all of what is asked. */
export function whoIsThat(asked: Asked, reading: StoryReading): StoryAnswer[] | undefined {
  const { question, words, mentions } = asked;
  if (question.kind !== 'person' && question.kind !== 'definition') return undefined;
  const opening = words.slice(0, 3).map(({ form }) => form);
  if (opening[0] !== 'who' || !/^(?:is|was|are)$/.test(opening[1] ?? '')) return undefined;
  const wanted = words.slice(2).filter(({ weight }) => weight === 1);
  if (wanted.length === 0) return undefined;
  const whose = mentions.filter(({ entities }) => entities.some(({ type }) => type !== 'person'));
  const found = reading.story.entities.flatMap((entity) =>
    entity.roles.flatMap((role) => {
      const others = entity.relations.map(({ other }) => reading.entities.get(other.id));
      const own = wordsIn(wordsOf(role));
      const covered = wanted.every((word) => {
        const related = relatednessTo(word);
        return (
          own.some((other) => related(other) > 0.7) ||
          others.some((other) => other !== undefined && isCalled(other, word))
        );
      });
      const theirs = whose.every(({ entities }) =>
        entities.some((each) => others.includes(each) || isIn(wordsOf(role), each)),
      );
      const holdsOffice = wanted.some((word) => own.some(({ stem }) => sameOffice(stem, word)));
      if (!covered || !theirs || !holdsOffice) return [];
      const span = nameIn(role, entity);
      return span === undefined ? [] : [aroundBoth(role, span)];
    }),
  );
  return found.length > 0 ? found : undefined;
}

function sameOffice(stem: string, word: Word): boolean {
  return relatednessTo(word)({ form: stem, stem }) > 0.7;
}

function isIn(text: string, { name, aliases }: Entity): boolean {
  return [name, ...aliases].some((each) => wholeWords(text, each).length > 0);
}

/** A name with the role beside it. */
function aroundBoth({ sentence, span }: Passage, name: Span): StoryAnswer {
  const wide = { start: Math.min(span.start, name.start), end: Math.max(span.end, name.end) };
  return { passage: { sentence, span: wide }, span: name, score: certain };
}

/** The name of an entity nearest to a role. */
function nameIn({ sentence, span }: Passage, { name, aliases }: Entity): Span | undefined {
  const distance = ({ start, end }: Span) => Math.max(start - span.end, span.start - end);
  return [name, ...aliases]
    .flatMap((each) => wholeWords(sentence.text, each))
    .filter((each) => distance(each) < nearby)
    .sort((a, b) => distance(a) - distance(b) || b.end - b.start - (a.end - a.start))[0];
}

const nearby = 60;
