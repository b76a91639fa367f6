import { type Span, wholeWords } from '../record/span.ts';
import { type Entity, type Passage, type Relation, wordsOf } from '../record/story.ts';
import type { RelationType } from '../record/story-file.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { type Asked, isCalled } from './asked.ts';
import { relatednessTo } from './related-words.ts';
import type { StoryAnswer } from './story-answers.ts';
import type { StoryReading } from './story-reading.ts';

/** Answers from what a curator wrote of the entities: what they are, and how they are connected. */
export function knownAnswers(
  asked: Asked,
  reading: StoryReading,
): readonly StoryAnswer[] | undefined {
  const found =
    longForm(asked, reading) ??
    whatTheyAre(asked) ??
    whoIsThat(asked, reading) ??
    whoIsConnected(asked, reading);
  return found === undefined || found.length === 0 ? undefined : found;
}

const certain = 0.95;

/** “What does X stand for”: a sentence that prints both its short name and a longer one. */
function longForm({ words, mentions }: Asked, { story }: StoryReading): StoryAnswer[] | undefined {
  const asks = words.some(({ form }) => /^(?:stands?|short|acronym|abbreviation)$/.test(form));
  const [mention] = mentions;
  if (!asks || mention === undefined || words.length > mention.last + 4) return undefined;
  for (const { name, aliases } of mention.entities) {
    const names = [name, ...aliases].sort((a, b) => b.length - a.length);
    const [long = ''] = names;
    const short = names.find((each) => /^[\p{Lu}.&]{2,}$/u.test(each));
    if (short === undefined) continue;
    for (const sentence of story.sentences) {
      const [span] = wholeWords(sentence.text, long);
      if (span === undefined || wholeWords(sentence.text, short).length === 0) continue;
      return [{ passage: { sentence, span }, span, score: certain }];
    }
  }
  return undefined;
}

/** “Who is X”, “what kind of thing is X”: what the article calls it. */
function whatTheyAre({ question, mentions, content, words }: Asked): StoryAnswer[] | undefined {
  const [mention] = mentions;
  if (mention === undefined || mentions.length > 1 || content.length > 0) return undefined;
  const kindOf = words.some(({ form }) => /^(?:kind|sort|type)$/.test(form));
  if (question.kind !== 'definition' && !(question.kind === 'thing' && kindOf)) return undefined;
  const [entity] = mention.entities;
  if (entity === undefined || mention.entities.length > 1) return undefined;
  return entity.roles.map((passage) => ({ passage, span: passage.span, score: certain }));
}

/** “Who is the owner of X”: somebody whose role is all of what is asked. */
function whoIsThat(asked: Asked, reading: StoryReading): StoryAnswer[] | undefined {
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

/** “Who owns X”, “is X part of Y”: the other end of a relation, by the words people have for it. */
function whoIsConnected(asked: Asked, reading: StoryReading): StoryAnswer[] | undefined {
  const { question, words, mentions, content } = asked;
  const [mention, second] = mentions;
  if (mention === undefined || mentions.length > 2) return undefined;
  if (!connecting.has(question.kind)) return undefined;
  const stems = new Set(words.map(({ stem }) => stem));
  const rest = content.filter(({ stem }) => !allRelationStems.has(stem));
  if (rest.length > 0) return undefined;
  const relations = mention.entities.flatMap((entity) => entity.relations);
  const fitting = relations.filter(({ type, inverse, other }) => {
    const word = relationStems(type, inverse).some((stem) => stems.has(stem));
    if (second === undefined) return word && question.kind !== 'yes-no';
    const both = second.entities.some(({ id }) => id === other.id);
    return both && (word || (question.kind === 'yes-no' && content.length === 0));
  });
  return fitting.map((relation) => related(relation, reading));
}

const connecting: ReadonlySet<string> = new Set([
  'person',
  'organisation',
  'thing',
  'definition',
  'yes-no',
]);

function related({ passage, other }: Relation, { entities }: StoryReading): StoryAnswer {
  const entity = entities.get(other.id);
  const names = entity === undefined ? [] : [entity.name, ...entity.aliases];
  const span = names
    .flatMap((name) => wholeWords(passage.sentence.text, name))
    .filter(({ start, end }) => start >= passage.span.start && end <= passage.span.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  return { passage, span, score: certain };
}

/** The words people have for each relation, forwards (“X owns”) and backwards (“owned by”, “owner”). */
const relationWords: Readonly<Record<RelationType, readonly [string, string]>> = {
  owns: ['own owns owning possess', 'own owns owner owners owned belong belongs parent'],
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
  'member of': ['member belong belongs party', 'member members'],
  reviews: [
    'review reviews reviewing oversee overseeing',
    'review reviews reviewed reviewing oversee overseeing',
  ],
  'negotiates with': ['negotiate negotiates', 'negotiate negotiates'],
};

function relationStems(type: RelationType, inverse: boolean): readonly string[] {
  return stemsOf(relationWords[type][inverse ? 1 : 0]);
}

function stemsOf(text: string): readonly string[] {
  return wordsIn(text).map(({ stem }) => stem);
}

const allRelationStems: ReadonlySet<string> = new Set(
  Object.values(relationWords).flatMap(([forwards, backwards]) =>
    stemsOf(`${forwards} ${backwards} company firm`),
  ),
);
