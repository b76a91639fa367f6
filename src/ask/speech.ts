import { textOf, wholeWords } from '../record/span.ts';
import { type Statement, type Voice, wordsOf } from '../record/story.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { type Asked, stands } from './asked.ts';
import type { Mention } from './mentions.ts';
import { relatednessTo } from './related-words.ts';
import { relationStems } from './relation-answers.ts';
import type { StoryReading } from './story-reading.ts';

/** A question about what somebody said or thinks: whose statements answer it, and about what. */
export interface Speech {
  /** What the speaker named is on record with; undefined if the question asks who speaks. */
  readonly theirs: readonly Statement[] | undefined;
  readonly topic: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Whether it asks what somebody thinks or wants, said or not. */
  readonly thought: boolean;
  /**
   * By what the speaker is called who is on record with nothing, but for whom others may speak: a body,
   * or somebody who is called by no name. The words of a person are only their own.
   */
  readonly unheard: ReadonlySet<string> | undefined;
}

const saying = setOf(
  `say says said saying tell tells told telling claim claims claimed report reports reported call calls
   called comment commented admit admits admitted warn warns warned warning argue argues argued promise
   promised deny denied denies state stated announce announced respond responded reply replied confirm
   confirmed reveal revealed write wrote quote quoted post posted tweet tweeted insist insisted explain
   explained add added mention mentioned suggest suggested note noted accuse accused answer answered
   describe described react reacted ask asked cite cited citing citing`,
);
const thinking = setOf(
  `think thinks thought reckon reckons believe believes believed want wants wanted feel feels felt
   expect expects expected hope hopes hoped fear fears feared agree agrees agreed`,
);
/** Verbs whose subject is asked for as the one who made a claim: “who said”. */
const claiming = setOf(
  `say says said saying tell tells told claim claims claimed report reports reported warn warned argue
   argued promise promised admit admitted announce announced reveal revealed confirm confirmed suggest suggested
   insist insisted deny denied mention mentioned`,
);
/** Of these only when and where are told as of something said. */
const talking = setOf('talk talked talks speak spoke spoken');
const nounsOfSpeech = setOf(
  `statement statements comment comments response reaction view views opinion position stance remark
   remarks quote`,
);
const auxiliaries = setOf(
  `did does do has have had is was are were would will could can should might be been he she it they we you i not`,
);
const asking = setOf('who what when where why how which whom whose');
/** Words between a speaker and the verb that tell nothing of either. */
const adverbs = setOf('then later also first just really actually ever even all still since to of');

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/** Reads a question about what was said; undefined if it asks nothing of the kind. */
export function speechIn(asked: Asked, reading: StoryReading): Speech | undefined {
  const found = accordingTo(asked) ?? spokenBy(asked) ?? statementOf(asked);
  if (found === undefined) return undefined;
  const { verb } = found;
  const { mention, owners, speaker } = headOf(found.speaker, asked);
  const used = new Set([...found.speaker, ...verb]);
  const voice = mention ?? (found.speaker.length === 0 ? found.before : undefined);
  const named = contentOf(speaker);
  const thought = verb.some(({ form }) => thinking.has(form));
  const anybody = named.length === 0 && voice === undefined;
  const listener = found.sought ? listenerOf(asked) : undefined;
  const toldTo = found.sought ? undefined : mentionAfter(verb, asked);
  const mentions = asked.mentions.filter(
    (each) =>
      each !== voice &&
      each !== listener &&
      ![...used].some((word) => stands(word, each, asked.words)),
  );
  const topic = asked.content.filter(
    (word) => !hasStart(used, word) && !idleTopic.has(word.form) && !isSaying(word, asked),
  );
  const ofAct = topic.length === 0 && mentions.length === 0;
  const theirs = found.sought
    ? listener && reading.story.statements.filter((statement) => isTo(statement, listener))
    : reading.story.statements
        .filter(
          ({ source, via }) =>
            anybody ||
            [source, ...via].some(
              (one) =>
                isVoice(one, named, voice, asked, reading) && areOwners(owners, one, reading),
            ),
        )
        .filter((statement) => verb.every((word) => isByMedium(statement, word)))
        .filter((statement) => toldTo === undefined || mayBeTo(statement, toldTo))
        .filter((statement) => !ofAct || verb.every((word) => isAct(statement, word)))
        .filter((statement, _, all) => thought || isSpoken(statement, all));
  const isPerson = voice?.entities.some(({ type }) => type === 'person') === true;
  const isUnheard = theirs?.length === 0 && !isPerson;
  const unheard = isUnheard
    ? new Set(voice?.entities.map(({ id }) => id) ?? stemsOf(named))
    : undefined;
  return { theirs, topic, mentions, thought, unheard };
}

/** A word for saying that names nothing: “the tweet” is what it is about. */
function isSaying(word: Word, { words }: Asked): boolean {
  const before = words[words.findIndex(({ start }) => start === word.start) - 1]?.form ?? '';
  return saying.has(word.form) && !determiners.has(before);
}

const determiners = setOf('the a an this that his her their its');

interface Head {
  /** Whoever is named last, or before “of”. */
  readonly mention: Mention | undefined;
  /** Whose lawyer or daughter that is. */
  readonly owners: readonly Mention[];
  /** The words for the speaker alone. */
  readonly speaker: readonly Word[];
}

/** Of “Voll’s lawyer”, “a lawyer for Voll” and “the owner’s daughter”: the lawyer, the daughter. */
function headOf(all: readonly Word[], { words, mentions }: Asked): Head {
  const within = (word: Word, each: Mention) => stands(word, each, words);
  const own = mentions.filter((each) => all.some((word) => within(word, each)));
  if (own.length < 2 || all.some(({ form }) => form === 'and' || form === 'or')) {
    return { mention: own.at(-1), owners: [], speaker: all };
  }
  const joint = all.find(
    (word) => owning.has(word.form) && !own.some((each) => within(word, each)),
  );
  const before = own.filter(({ last }) => (words[last]?.start ?? 0) < (joint?.start ?? Infinity));
  const mention = before.at(-1) ?? own.at(-1);
  const owners = own.filter((each) => each !== mention);
  return {
    mention,
    owners,
    speaker: all.filter((word) => !owners.some((each) => within(word, each))),
  };
}

const owning = setOf('of for to at from');

/** Whether somebody is connected with all whose lawyer or daughter they are said to be. */
function areOwners(
  owners: readonly Mention[],
  { entities, name }: Voice,
  reading: StoryReading,
): boolean {
  return owners.every(({ entities: owning }) => {
    const ids = new Set(owning.map(({ id }) => id));
    const known = entities.map(({ id }) => reading.entities.get(id));
    const told = [name, ...known.flatMap((entity) => entity?.roles.map(wordsOf) ?? [])].join(' ');
    const callings = owning.flatMap((entity) => [entity.name, ...entity.aliases]);
    return (
      known.some((entity) => entity?.relations.some(({ other }) => ids.has(other.id))) ||
      entities.some(({ id }) => ids.has(id)) ||
      callings.some((calling) => isAmongAny(contentIn(calling), contentIn(told)))
    );
  });
}

function isAmongAny(some: readonly Word[], others: readonly Word[]): boolean {
  return some.some((word) => isAmong(word, others));
}

function stemsOf(words: readonly Word[]): readonly string[] {
  return words.map(({ stem }) => stem);
}

/** `Ann` of “who told Ann”. */
function listenerOf({ words, mentions }: Asked): Mention | undefined {
  const told = words[0]?.form === 'who' && /^(?:tells|told)$/.test(words[1]?.form ?? '');
  return told ? mentions.find(({ first }) => first === 2) : undefined;
}

/** `Ann` of “what did Bob tell Ann”. */
function mentionAfter(verb: readonly Word[], { words, mentions }: Asked): Mention | undefined {
  const last = verb.at(-1);
  if (last === undefined || !/^(?:tell|tells|told|ask|asks|asked|warn|warned)$/.test(last.form)) {
    return undefined;
  }
  const at = words.findIndex(({ start }) => start === last.start);
  return mentions.find(({ first }) => first === at + 1);
}

/** Whether something may have been said to somebody: unless it is on record to whom it was. */
function mayBeTo(statement: Statement, listener: Mention): boolean {
  if (statement.to === undefined || isTo(statement, listener)) return true;
  return listener.entities.some(({ name, aliases }) =>
    [name, ...aliases].some((each) => wholeWords(statement.venue ?? '', each).length > 0),
  );
}

function isTo({ to = '' }: Statement, { entities }: Mention): boolean {
  return entities.some(({ name, aliases }) =>
    [name, ...aliases].some((each) => wholeWords(to, each).length > 0),
  );
}

/**
 * Words that were spoken, or a stand that is taken by speaking: to agree or to welcome something is
 * to say so, while to be reluctant or to believe something is not. Beside a stand that the article
 * tells, what its taker says in the same sentence is what they said.
 */
function isSpoken({ attitude, source, sentence }: Statement, all: readonly Statement[]): boolean {
  if (!attitude) return true;
  const saysToo = all.some((each) => !each.attitude && each.sentence === sentence);
  return takesAStand.test(source.cue) && !saysToo;
}

const takesAStand =
  /\b(?:agree[sd]?|welcome[sd]?|support(?:s|ed)?|back(?:s|ed)?|endorse[sd]?|condemn(?:s|ed)?|demand(?:s|ed)?|reject(?:s|ed)?)$/i;

/** Verbs of saying that name the medium: what somebody tweeted is in no interview. */
const media = setOf('tweet tweeted email emailed post posted write wrote');

function isByMedium({ source, via, venue = '' }: Statement, verb: Word): boolean {
  if (!media.has(verb.form)) return true;
  const related = relatednessTo(verb);
  const told = [source.cue, ...via.map(({ cue }) => cue), venue].join(' ');
  return wordsIn(told).some((word) => related(word) > 0.5);
}

/** What somebody does by saying something: who denies something need not confirm anything. */
const acts = setOf(
  `deny denies denied confirm confirms confirmed admit admits admitted respond responds responded reply
   replies replied call calls called react reacts reacted promise promises promised accuse accuses accused`,
);

function isAct(statement: Statement, verb: Word): boolean {
  if (!acts.has(verb.form)) return true;
  if (statement.denies && /^den/.test(verb.form)) return true;
  const related = relatednessTo(verb);
  return wordsIn(statement.source.cue).some((word) => related(word) > 0.5);
}

/** What a question is about, and whether it asks about the saying of that. */
export interface Topic extends Asked {
  readonly ofSaying: boolean;
  /** Whether it asks who thinks or wants that. */
  readonly ofThinking: boolean;
  /** By what somebody is called whose words it asks for, and for whom only others may speak. */
  readonly unheard: ReadonlySet<string> | undefined;
}

/** The question without the words for saying and without the speaker, who is looked for apart. */
export function topicOf(asked: Asked, speech: Speech | undefined): Topic {
  if (speech === undefined || speech.unheard !== undefined) {
    return { ...asked, ofSaying: false, ofThinking: false, unheard: speech?.unheard };
  }
  return {
    ...asked,
    content: speech.topic,
    mentions: speech.mentions,
    ofSaying: asksOfSaying(asked, speech),
    ofThinking: speech.thought,
    unheard: undefined,
  };
}

/** “When did she say so” asks of the saying, “when does she say it will shut” of what she says. */
function asksOfSaying({ words }: Asked, { thought }: Speech): boolean {
  return !thought && !words.some(({ form }) => form === 'does');
}

const idleTopic = setOf(
  'about thing things it this that all statement comment words end back anything something issue matter news think thought view opinion reaction response story',
);

function hasStart(words: ReadonlySet<Word>, word: Word): boolean {
  return [...words].some(({ start }) => start === word.start);
}

interface Found {
  readonly speaker: readonly Word[];
  readonly verb: readonly Word[];
  /** Whether the speaker is what is asked for. */
  readonly sought: boolean;
  /** The last one named before a pronoun that speaks. */
  readonly before: Mention | undefined;
}

/** “according to the report”, “per Ann”. */
function accordingTo({ words }: Asked): Found | undefined {
  const at = words.findIndex(
    ({ form }, place) =>
      (form === 'according' && words[place + 1]?.form === 'to') || (form === 'per' && place > 0),
  );
  if (at < 0) return undefined;
  const from = words[at]?.form === 'per' ? at + 1 : at + 2;
  const end = words.findIndex(
    ({ form }, place) => place > from && (auxiliaries.has(form) || asking.has(form)),
  );
  const speaker = words.slice(from, end < 0 ? words.length : end);
  if (/^(?:day|week|month|year|hour|person|head|dose|cent)$/.test(speaker[0]?.form ?? '')) {
    return undefined;
  }
  return { speaker, verb: words.slice(at, from), sought: false, before: undefined };
}

/** “what did the report say”, “where was Ann when she said”, “who said”, “which paper reported”. */
function spokenBy(asked: Asked): Found | undefined {
  const { words, mentions, question } = asked;
  const asksSetting = question.kind === 'date' || question.kind === 'place';
  for (const [at, verb] of words.entries()) {
    const talks = asksSetting && talking.has(verb.form);
    if (!saying.has(verb.form) && !thinking.has(verb.form) && !talks) continue;
    if (isThing(at, asked)) continue;
    const before = words[at - 1]?.form ?? '';
    if (/^(?:is|are|was|were|be|been|the|a|an|to|his|her|its|their|first)$/.test(before)) continue;
    const run = nounBefore(words, at);
    const opening = openingOf(words, at);
    if (isPassive(verb.form, opening)) continue;
    if (asking.has(before) && before !== 'who') continue;
    const quantity = /^(?:many|much)$/.test(run[0]?.form ?? '');
    const sought = before === 'who' || (/^(?:which|what|who)$/.test(opening) && !quantity);
    // “who wrote it” asks for an author, “who wrote that it fell” for whoever claims it.
    const claims = claiming.has(verb.form) || words[at + 1]?.form === 'that';
    // “Who wants to buy it” asks who may buy it.
    if (sought && thinking.has(verb.form) && words[at + 1]?.form === 'to') continue;
    if (sought && !claims && !thinking.has(verb.form)) continue;
    if (verb.form.startsWith('agree') && words[at + 1]?.form === 'to') continue;
    const mention = mentions.findLast(({ last }) => last < at);
    const speaker = sought || quantity ? [] : run;
    if (quantity) continue;
    if (!sought && run.length === 0 && !isPronoun(before)) continue;
    const isThey = before === 'they' || before === 'we' || before === 'you' || before === 'it';
    const own = speaker.filter(({ form }) => !media.has(form));
    const medium = speaker.filter(({ form }) => media.has(form));
    const used = sought ? [...run, verb] : [...medium, verb];
    return { speaker: own, verb: used, sought, before: isThey ? undefined : mention };
  }
  return undefined;
}

/** “the engineer’s report”, “Ann’s tweet”: what is named, or somebody’s own. */
function isThing(at: number, { words, mentions }: Asked): boolean {
  const [word, owner] = [words[at], words[at - 1]];
  if (word === undefined || !things.has(word.form)) return false;
  const named = mentions.some((each) => stands(word, each, words));
  if (named) return !isVerbOf(words.slice(0, at), mentions, words) || !mayFollow(words[at + 1]);
  return owner !== undefined && isOwner(owner, at - 1, mentions);
}

/** Words for saying that are things as well. */
const things = setOf('report reports claim claims tweet tweets post posts comment comments quote');

/** “did the council report”: nothing but who does it stands between. */
function isVerbOf(
  before: readonly Word[],
  mentions: readonly Mention[],
  words: readonly Word[],
): boolean {
  const from = before.findLastIndex(({ form }) => /^(?:did|does|do)$/.test(form));
  const between = before.slice(from + 1);
  return (
    from >= 0 &&
    between.length > 0 &&
    between.every((word) => word.weight < 1 || mentions.some((each) => stands(word, each, words)))
  );
}

/** “report about it”, but not “the report cost”. */
function mayFollow(next: Word | undefined): boolean {
  return next === undefined || next.weight < 1;
}

/** “Elaine’s”, with an apostrophe or without. */
function isOwner({ form }: Word, at: number, mentions: readonly Mention[]): boolean {
  if (!form.endsWith('s')) return false;
  const own = mentions.find(({ last }) => last === at);
  const names = own?.entities.flatMap(({ name, aliases, nicknames }) => [
    name,
    ...aliases,
    ...nicknames,
  ]);
  const forms = names?.flatMap((name) => wordsIn(name).map((word) => word.form)) ?? [];
  return !forms.includes(form) && forms.includes(form.replace(/['’]?s$/, ''));
}

/** “what was it called”: nobody calls; “when was the call”: that is a noun. */
function isPassive(verb: string, opening: string): boolean {
  return /^(?:is|are|was|were|be|been|being)$/.test(opening) && !/ing$/.test(verb);
}

/** The word before the noun that is before a verb. */
function openingOf(words: readonly Word[], at: number): string {
  return words[firstOfNoun(words, at) - 1]?.form ?? '';
}

function firstOfNoun(words: readonly Word[], at: number): number {
  let from = at;
  while (from > 0) {
    const form = words[from - 1]?.form ?? '';
    if (auxiliaries.has(form) || asking.has(form) || opening.has(form)) break;
    from -= 1;
  }
  return from;
}

/** What stands before a clause: “is it true Ann said”. */
const opening = setOf('that if true');

function isPronoun(form: string): boolean {
  return /^(?:he|she|they|it|we|you)$/.test(form);
}

/** The words before a verb back to what opens the question or an auxiliary. */
function nounBefore(words: readonly Word[], at: number): readonly Word[] {
  return words.slice(firstOfNoun(words, at), at).filter(({ form }) => !adverbs.has(form));
}

/** “what was Ann's response”, “Ann's view on it”. */
function statementOf({ words, mentions }: Asked): Found | undefined {
  const at = words.findIndex(({ form }) => nounsOfSpeech.has(form));
  if (at < 1) return undefined;
  const noun = words.slice(at, at + 1);
  const mention = mentions.find(({ last }) => last === at - 1);
  if (mention === undefined) return undefined;
  return {
    speaker: words.slice(mention.first, mention.last + 1),
    verb: noun,
    sought: false,
    before: undefined,
  };
}

function contentOf(words: readonly Word[]): readonly Word[] {
  return words.filter(
    ({ weight, form }) => weight === 1 && !adverbs.has(form) && !titles.has(form),
  );
}

const titles = setOf('dr mr mrs ms miss sir');

/** Words for anybody: “the union lady”. */
const anybodys = setOf('man woman guy lady person people bloke gentleman dr mr mrs ms');
/** Words for whoever leads, by whatever office. */
const leading = setOf('boss head chief leader');
const offices =
  /^(?:chief|head|heads|director|chair|chairs|chairman|chairwoman|leader|leads|president|manager|minister|secretary|mayor|owner|founder|captain|runs|ceo)$/;
/** Words for who speaks for a body, and is not told apart from it. */
const spokesmen = setOf(
  'spokesman spokeswoman spokesperson rep representative official officials staff source sources insider insiders',
);

/**
 * Whether a voice is the one a question names: by an entity, by the words the article has for it (“a
 * director”), or as somebody of a body (“the union lady” for the woman who leads the union). An office is
 * held by whom the article says it is: a director is not just anybody of the club.
 */
function isVoice(
  { entities, name }: Voice,
  named: readonly Word[],
  mention: Mention | undefined,
  { words }: Asked,
  reading: StoryReading,
): boolean {
  const besides =
    mention === undefined ? named : named.filter((word) => !stands(word, mention, words));
  const meant = (id: string) => mention?.entities.some((entity) => entity.id === id) === true;
  if (mention !== undefined && besides.length === 0) return entities.some(({ id }) => meant(id));
  const called = contentIn(name);
  const roles = entities
    .flatMap(({ id }) => reading.entities.get(id)?.roles ?? [])
    .map(({ sentence, span }) => textOf(sentence.text, span));
  const titled = [...called, ...roles.flatMap((role) => contentIn(titleOf(role)))];
  const own = [...titled, ...roles.flatMap(contentIn)];
  const fits =
    besides.every((word) => isAmong(word, own)) && besides.some((word) => isAmong(word, titled));
  if (mention === undefined) return fits;
  const namedToo = entities.some(({ id }) => meant(id));
  const bodies = entities.every(({ id }) => reading.entities.get(id)?.type !== 'person');
  // A person's spokesman is another person, but a body's is the body that speaks.
  if (namedToo && bodies && besides.every(({ form }) => spokesmen.has(form))) return true;
  // “Ann's father” is not Ann, whatever is told of her; “Captain Voss” is Voss.
  if (namedToo && !bodies && besides.some((word) => word.start > lastOf(mention, words).start)) {
    return besides.every(({ form }) => anybodys.has(form));
  }
  if (namedToo && (fits || besides.every(({ form }) => anybodys.has(form)))) return true;
  const ties = entities
    .flatMap(({ id }) => reading.entities.get(id)?.relations ?? [])
    .filter(({ other, inverse }) => !inverse && meant(other.id));
  const isMember = ties.length > 0;
  const holds = ({ form }: Word) =>
    anybodys.has(form) || (leading.has(form) && titled.some((word) => offices.test(word.form)));
  const tied = ({ stem }: Word) =>
    ties.some(({ type }) => relationStems(type, true).includes(stem));
  if (isMember && (besides.every(holds) || besides.every(tied) || fits)) return true;
  const callings = mention.entities.flatMap((entity) => [entity.name, ...entity.aliases]);
  const sharesName = callings
    .flatMap((calling) => wordsIn(calling))
    .some(({ form }) => called.some((word) => form === word.form || `${form}s` === word.form));
  return sharesName && fits;
}

function lastOf({ last }: Mention, words: readonly Word[]): Pick<Word, 'start'> {
  return words[last] ?? { start: Infinity };
}

function contentIn(text: string): readonly Word[] {
  return wordsIn(text).filter(({ weight }) => weight === 1);
}

/** Of “secretary of the union” the title: whoever works at a university is not the university. */
function titleOf(role: string): string {
  return role.replace(/(?<=\S)\s(?:of|at|for|in|with|from|who|which)\s.*$/is, '');
}

function isAmong(word: Word, others: readonly Word[]): boolean {
  const related = relatednessTo(word);
  return others.some((other) => related(other) > leastCalled);
}

const leastCalled = 0.7;
