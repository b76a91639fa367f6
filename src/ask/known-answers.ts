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
    formerName(asked, reading) ??
    properName(asked, reading) ??
    whatTheyAre(asked) ??
    whoIsThat(asked, reading) ??
    whoIsConnected(asked, reading);
  if (found !== undefined && found.length > 0) return found;
  return found !== undefined || isKnownNotToBe(asked) ? [] : undefined;
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

/** “What was X called before”: where the article says “known until”, “formerly” or the like. */
function formerName({ words, mentions }: Asked, reading: StoryReading): StoryAnswer[] | undefined {
  const asked = words.map(({ form }) => form).join(' ');
  const [mention] = mentions;
  if (mention === undefined || mentions.length > 1 || !formerlyCalled.test(asked)) return undefined;
  for (const [at, sentence] of reading.story.sentences.entries()) {
    const spoken = mention.entities.some(({ id }) => (reading.spokenOf[at]?.get(id) ?? 0) > 0);
    if (!spoken || !wasCalled.test(sentence.text)) continue;
    const names = mention.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
    const after = sentence.text.search(wasCalled);
    const [span] = names
      .flatMap((name) => wholeWords(sentence.text, name))
      .filter(({ start }) => start > after)
      .sort((a, b) => a.start - b.start);
    if (span === undefined) continue;
    return [
      {
        passage: { sentence, span: { start: 0, end: sentence.text.length } },
        span,
        score: certain,
      },
    ];
  }
  return undefined;
}

const formerlyCalled =
  /\b(?:called|known as|named?)\b.*\b(?:before|formerly|previously|originally|first)\b|\b(?:former|old|previous|original) name\b|\b(?:formerly|previously|originally) (?:called|known|named)|\bused to be (?:called|known|named)/;
const wasCalled =
  /\b(?:known|called|named)\b[^.;]{0,40}\b(?:until|before|at first)\b|\b(?:formerly|previously|originally)\b[^.;]{0,20}\b(?:known|called|named)?|\b(?:known|called|named)\b[^.;]{0,20}\b(?:formerly|previously|originally)\b|\brenamed\b/;

/**
 * “What is the trial called”: the proper name of what is asked for by another word. Nobody is named
 * by “the banker” or by a daughter's name that the article does not print.
 */
function properName({ words, mentions, content }: Asked, { story }: StoryReading) {
  if (!asksName(words)) return undefined;
  const [mention] = mentions;
  const rest = content.filter(({ form }) => !/^names?$|^called$|^named$/.test(form));
  if (mention === undefined || mentions.length > 1 || rest.length > 0) return undefined;
  const typed = words.slice(mention.first, mention.last + 1).map(({ form }) => form);
  for (const { name } of mention.entities) {
    if (!/\p{Lu}/u.test(name)) continue;
    if (wordsIn(name).every(({ form }) => typed.includes(form))) continue;
    const naming = story.sentences.flatMap((sentence) => {
      const [span] = wholeWords(sentence.text, name);
      if (span === undefined) return [];
      const called = /(?:called|named|known as|dubbed) ?$/.test(sentence.text.slice(0, span.start));
      return [{ sentence, span, called }];
    });
    const [best] = naming.sort((a, b) => Number(b.called) - Number(a.called));
    if (best === undefined) continue;
    const { sentence, span } = best;
    const passage = { sentence, span: { start: 0, end: sentence.text.length } };
    return [{ passage, span, score: certain }];
  }
  return undefined;
}

/** Whether a question asks for a name: “what's it called”, “what is the name of”. */
export function asksName(words: readonly Word[]): boolean {
  const forms = words.map(({ form }) => form);
  if (!/^(?:what|whats|tell)$/.test(forms[0] ?? '')) return false;
  return forms.slice(0, 8).some((form, at) => {
    if (/^names?$/.test(form)) return true;
    return at === forms.length - 1 && /^(?:called|named)$/.test(form) && !forms.includes('did');
  });
}

/**
 * What the fact base always tells if the article does: who founded, owns or leads something. Where it
 * tells nothing of the kind, a sentence with such words speaks of another.
 */
function isKnownNotToBe({ mentions, content, words, question }: Asked): boolean {
  if (mentions.length !== 1) return false;
  const asksDescription = question.kind === 'definition' && content.length === 0;
  if (asksDescription) return mentions.some(({ entities }) => entities.every(isUndescribed));
  const told = content.filter(({ form }) => !emptyNouns.has(form));
  const offices = told.length > 0 && told.every(({ stem }) => officeStems.has(stem));
  const who =
    words[0]?.form === 'who' &&
    /^(?:is|was|are|runs?|leads?|heads?|manages|captains|owns)$/.test(words[1]?.form ?? '');
  const founded = told.length > 0 && told.every(({ stem }) => foundingStems.has(stem));
  return (offices && who) || founded;
}

/** A person of whom the article says nothing but what they do. */
function isUndescribed({ type, roles, relations }: Entity): boolean {
  return type === 'person' && roles.length === 0 && relations.length === 0;
}

const emptyNouns = new Set('company firm business organisation current currently'.split(' '));
const officeStems = new Set(
  stemsOf(
    'ceo boss chief executive owner owners head leader president chairman chair chairwoman manager manages captain captains coach director secretary minister mayor runs leads heads owns chairs',
  ),
);
const foundingStems = new Set(stemsOf('founded founder founders founding established set created'));

/** “Who is X”, “what kind of thing is X”: what the article calls it. */
function whatTheyAre({ question, mentions, content, words }: Asked): StoryAnswer[] | undefined {
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
  const rest = content.filter((word) => !allRelationStems.has(word.stem) && word !== question.noun);
  if (rest.length > 0) return undefined;
  const relations = mention.entities.flatMap((entity) => entity.relations);
  const fitting = relations.filter(({ type, inverse, other }) => {
    const word = relationStems(type, inverse).some((stem) => stems.has(stem));
    if (second === undefined) return word && question.kind !== 'yes-no';
    const both = second.entities.some(({ id }) => id === other.id);
    return both && (word || (question.kind === 'yes-no' && content.length === 0));
  });
  return fitting.length === 0 ? undefined : fitting.map((one) => related(one, reading));
}

const connecting: ReadonlySet<string> = new Set([
  'person',
  'organisation',
  'thing',
  'definition',
  'place',
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
