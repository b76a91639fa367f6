import { areSame, type Span, spanning } from '../record/span.ts';
import type { Passage, Relation } from '../record/story.ts';
import type { RelationType } from '../record/story-file.ts';
import { wordsIn } from '../search/words.ts';
import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import type { Mention } from './mentions.ts';
import { printedName } from './printed-name.ts';
import type { StoryAnswer } from './story-answer.ts';
import type { StoryReading } from './story-reading.ts';

/** “Who owns X”, “is X part of Y”: the other end of a relation, by the words people have for it. */
export function whoIsConnected(asked: Asked, reading: StoryReading): StoryAnswer[] | undefined {
  const { question, words, mentions, content } = asked;
  const [mention, second] = mentions;
  if (mention === undefined || mentions.length > 2) return undefined;
  if (!connecting.has(question.kind) || words.some(({ form }) => elsewhen.has(form)))
    return undefined;
  const stems = new Set(words.map(({ stem }) => stem));
  const rest = content.filter((word) => !allRelationStems.has(word.stem) && word !== question.noun);
  if (rest.length > 0) return undefined;
  const owned = asksSubject(asked, mention);
  const relations = mention.entities
    .flatMap((entity) => entity.relations)
    .filter(({ inverse }) => inverse || !owned);
  const fitting = relations.filter(({ type, inverse, other }) => {
    if (question.kind === 'place' && !located.has(type)) return false;
    const word = relationStems(type, inverse).some((stem) => stems.has(stem));
    if (second === undefined) return word && question.kind !== 'yes-no';
    const both = second.entities.some(({ id }) => id === other.id);
    return both && (word || (question.kind === 'yes-no' && content.length === 0));
  });
  if (fitting.length === 0) return undefined;
  const answers = togetherByPassage(fitting.map((one) => related(one, reading)));
  // Yes or no is answered by the whole passage, and by neither of the two it connects.
  return question.kind === 'yes-no'
    ? answers.map((each) => ({ ...each, span: undefined }))
    : answers;
}

/** Where one passage names several, all of them are the answer, from the first to the last. */
function togetherByPassage(answers: readonly StoryAnswer[]): StoryAnswer[] {
  const together: StoryAnswer[] = [];
  for (const answer of answers) {
    const at = together.findIndex(({ passage }) => isSame(passage, answer.passage));
    const known = together[at];
    if (known === undefined) together.push(answer);
    else together[at] = { ...known, span: joined(known.span, answer.span) };
  }
  return together;
}

function isSame(one: Passage, other: Passage): boolean {
  return one.sentence === other.sentence && areSame(one.span, other.span);
}

function joined(one: Span | undefined, other: Span | undefined): Span | undefined {
  return one === undefined || other === undefined ? (one ?? other) : spanning([one, other]);
}

/** “who owns X”: X is owned. “who does X own” and “what does X own” are not so. */
function asksSubject({ words }: Asked, { first }: Mention): boolean {
  const between = words.slice(1, first);
  return (
    words[0]?.form === 'who' &&
    between.some(({ stem }) => allRelationStems.has(stem)) &&
    !between.some(({ form }) => /^(?:is|was|are|does|did|do|has|had)$/.test(form))
  );
}

/** A relation is told of as it is: where somebody worked before is another. */
const elsewhen = new Set(
  'before after once former formerly previously ex not never else other'.split(' '),
);

const connecting: ReadonlySet<string> = new Set([
  'person',
  'organisation',
  'thing',
  'definition',
  'place',
  'yes-no',
]);

/** What tells where somebody is; where they founded something is not told by what. */
const located: ReadonlySet<RelationType> = new Set(['houses', 'part of', 'works for', 'member of']);

function related({ passage, other }: Relation, { entities }: StoryReading): StoryAnswer {
  const entity = entities.get(other.id);
  const span = entity && printedName(entity, passage);
  return { passage, span, score: certain };
}

/** The words people have for each relation, forwards (“X owns”) and backwards (“owned by”, “owner”). */
const relationWords: Readonly<Record<RelationType, readonly [string, string]>> = {
  owns: ['own owns owning possess stake', 'own owns owner owners owned belong belongs parent'],
  operates: ['operate operates run runs', 'operate operates operator run runs'],
  founded: [
    'found founded start started create created set',
    'found founded founder founders start started create created set',
  ],
  backs: [
    'back backs invest invested fund',
    'back backs backed backer backers invests invested investor investors fund funded funds financed pay paid pays',
  ],
  leads: [
    'lead leads run runs head heads',
    'lead leads leader run runs ran head heads boss charge',
  ],
  'works for': ['work works employer', 'employ employs'],
  houses: ['house houses', 'house housed part sit sits'],
  'part of': ['part belong belongs', 'part parts include includes'],
  'member of': ['member belong belongs party work works', 'member members'],
  reviews: [
    'review reviews reviewing oversee overseeing',
    'review reviews reviewed reviewing oversee overseeing',
  ],
  'negotiates with': ['negotiate negotiates', 'negotiate negotiates'],
};

export function relationStems(type: RelationType, inverse: boolean): readonly string[] {
  return stemsOf(relationWords[type][inverse ? 1 : 0]);
}

export function stemsOf(text: string): readonly string[] {
  return wordsIn(text).map(({ stem }) => stem);
}

const allRelationStems: ReadonlySet<string> = new Set(
  Object.values(relationWords).flatMap(([forwards, backwards]) =>
    stemsOf(`${forwards} ${backwards} company firm`),
  ),
);
