import type { Entity } from '../record/story.ts';
import { contentIn } from '../search/words.ts';
import type { AnswerKind } from './answer-kind.ts';
import type { Asked } from './asked.ts';
import type { Mention } from './mentions.ts';
import { whatItIsCalled } from './name-answers.ts';
import { stemsOf, whoIsConnected } from './relation-answers.ts';
import { whatTheyAre } from './role-answers.ts';
import type { StoryAnswer } from './story-answer.ts';
import type { StoryReading } from './story-reading.ts';

/** Answers from what a curator wrote of the entities: their names, what they are, how they are connected. */
export function knownAnswers(
  asked: Asked,
  reading: StoryReading,
): readonly StoryAnswer[] | undefined {
  const found =
    whatItIsCalled(asked, reading) ?? whatTheyAre(asked) ?? whoIsConnected(asked, reading);
  if (found !== undefined && found.length > 0) return found;
  return found !== undefined || isKnownNotToBe(asked) || isUnnamed(asked, reading) ? [] : undefined;
}

/**
 * What the fact base always tells if the article does: who founded, owns or leads something. Where it
 * tells nothing of the kind, a sentence with such words speaks of another.
 */
function isKnownNotToBe({ mentions, content, words, question }: Asked): boolean {
  if (question.kind === 'yes-no') return false;
  if (mentions.length === 2 && content.length > 0) {
    return content.every(({ stem }) => owningStems.has(stem)) && !areConnected(mentions);
  }
  if (mentions.length !== 1) return false;
  const asksDescription = question.kind === 'definition' && content.length === 0;
  if (asksDescription) return mentions.some(({ entities }) => entities.every(isUndescribed));
  const told = content.filter(({ form }) => !emptyNouns.has(form));
  const offices = told.length > 0 && told.every(({ stem }) => officeStems.has(stem));
  const who =
    words[0]?.form === 'who' &&
    /^(?:is|was|are|runs?|leads?|heads?|manages|captains|owns)$/.test(words[1]?.form ?? '');
  const founded =
    mayBeWho.has(question.kind) &&
    told.length > 0 &&
    told.every(({ stem }) => foundingStems.has(stem));
  return (offices && who) || founded;
}

/** “Who are the two sources”: whom the article calls only that it does not name. */
function isUnnamed({ words, content }: Asked, { story }: StoryReading): boolean {
  const asksWho = words[0]?.form === 'who' && /^(?:is|are|was|were)$/.test(words[1]?.form ?? '');
  const asked = new Set(content.map(({ stem }) => stem));
  const voices = asksWho ? story.statements.flatMap(({ source, via }) => [source, ...via]) : [];
  return voices.some(({ name, entities }) => {
    const called = contentIn(name).filter(({ form }) => !counted.test(form));
    return (
      entities.length === 0 && called.length > 0 && called.every(({ stem }) => asked.has(stem))
    );
  });
}

const counted = /^(?:one|two|three|four|five|six|several|some|many|both|another|other)$/;

/** A person of whom the article says nothing but what they do. */
function isUndescribed({ type, roles, relations }: Entity): boolean {
  return type === 'person' && roles.length === 0 && relations.length === 0;
}

/** Whether the fact base connects two that a question names. */
function areConnected([one, other]: readonly Mention[]): boolean {
  const others = new Set(other?.entities.map(({ id }) => id));
  return (
    one?.entities.some(({ relations }) => relations.some((each) => others.has(each.other.id))) ===
    true
  );
}

const mayBeWho: ReadonlySet<AnswerKind> = new Set([
  'person',
  'organisation',
  'thing',
  'definition',
]);
const owningStems = new Set(stemsOf('own owns owned owner founded founder found'));
const emptyNouns = new Set('company firm business organisation current currently'.split(' '));
const officeStems = new Set(
  stemsOf(
    'ceo boss chief executive owner owners head leader president chairman chair chairwoman manager manages captain captains coach director secretary minister mayor runs leads heads owns chairs',
  ),
);
const foundingStems = new Set(stemsOf('founded founder founders founding established set created'));
