import { textOf, wholeWords } from '../record/span.ts';
import { type Relation, type Voice, wordsOf } from '../record/story.ts';
import { contentIn, type Word, wordsIn } from '../search/words.ts';
import { type Asked, stands } from './asked.ts';
import { type Mention, means } from './mentions.ts';
import type { NamedSpeaker } from './named-speaker.ts';
import { relatednessTo } from './related-words.ts';
import { relationStems } from './relation-answers.ts';
import type { StoryReading } from './story-reading.ts';

/** Whether a voice is who a question says speaks, and the lawyer or daughter of whom it says. */
export function isSpeaker(
  voice: Voice,
  { mention, named, owners }: NamedSpeaker,
  { words }: Asked,
  reading: StoryReading,
): boolean {
  if (mention === undefined) {
    return isDescribedBy(named, descriptionOf(voice, reading));
  }
  return (
    isMentioned(voice, mention, named, words, reading) &&
    owners.every((owner) => isConnected(voice, owner, reading))
  );
}

/**
 * Whether a voice is the one that a mention and the words beside it name: by an entity, by the words the
 * article has for it (“a director”), or as somebody of a body (“the union lady” for the woman who leads
 * the union).
 */
function isMentioned(
  voice: Voice,
  mention: Mention,
  named: readonly Word[],
  words: readonly Word[],
  reading: StoryReading,
): boolean {
  const besides = named.filter((word) => !stands(word, mention, words));
  const isTheirs = voice.entities.some(({ id }) => means(mention, id));
  if (besides.length === 0) return isTheirs;
  if (isTheirs && besides.every(({ form }) => anybodys.has(form))) return true;
  if (isTheirs && isBody(voice, reading)) {
    // A person's spokesman is another person, but a body's is the body that speaks.
    if (besides.every(({ form }) => spokesmen.has(form))) return true;
  } else if (isTheirs && besides.some((word) => follows(word, mention, words))) {
    // “Ann's father” is not Ann, whatever is told of her; “Captain Voss” is Voss.
    return false;
  }
  const description = descriptionOf(voice, reading);
  const isDescribed = isDescribedBy(besides, description);
  if (isDescribed && (isTheirs || sharesName(description, mention))) return true;
  const ties = tiesBetween(voice, mention, reading);
  return ties.length > 0 && (isDescribed || areOfMember(besides, ties));
}

/** Words for anybody: “the union lady”. */
const anybodys = new Set(
  'man woman guy lady person people bloke gentleman dr mr mrs ms'.split(' '),
);
/** Words for who speaks for a body, and is not told apart from it. */
const spokesmen: ReadonlySet<string> = new Set(
  `spokesman spokeswoman spokesperson rep representative official officials staff source sources insider
   insiders`.split(/\s+/),
);

function isBody({ entities }: Voice, reading: StoryReading): boolean {
  return entities.every(({ id }) => reading.entities.get(id)?.type !== 'person');
}

function follows({ start }: Word, { last }: Mention, words: readonly Word[]): boolean {
  return start > (words[last]?.start ?? Infinity);
}

/** The words that an article has for a voice. */
interface Description {
  readonly called: readonly Word[];
  /** What it is called, and its titles. */
  readonly titled: readonly Word[];
  /** All that, and whatever else its roles tell. */
  readonly all: readonly Word[];
}

function descriptionOf({ entities, name }: Voice, reading: StoryReading): Description {
  const called = contentIn(name);
  const roles = entities
    .flatMap(({ id }) => reading.entities.get(id)?.roles ?? [])
    .map(({ sentence, span }) => textOf(sentence.text, span));
  const titled = [...called, ...roles.flatMap((role) => contentIn(titleOf(role)))];
  return { called, titled, all: [...titled, ...roles.flatMap(contentIn)] };
}

/** Of “secretary of the union” the title: whoever works at a university is not the university. */
function titleOf(role: string): string {
  return role.replace(/(?<=\S)\s(?:of|at|for|in|with|from|who|which)\s.*$/is, '');
}

/** An office is held by whom the article says it is: a director is not just anybody of the club. */
function isDescribedBy(words: readonly Word[], { titled, all }: Description): boolean {
  return words.every((word) => isAmong(word, all)) && words.some((word) => isAmong(word, titled));
}

/** Whether a voice is called by a word of a name, with an “s” or without: “Ann's lawyer”. */
function sharesName({ called }: Description, { entities }: Mention): boolean {
  return entities
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .flatMap((calling) => wordsIn(calling))
    .some(({ form }) => called.some((word) => form === word.form || `${form}s` === word.form));
}

/** What somebody is to those mentioned: who leads them, or works for them. */
function tiesBetween(
  { entities }: Voice,
  mention: Mention,
  reading: StoryReading,
): readonly Relation[] {
  return entities
    .flatMap(({ id }) => reading.entities.get(id)?.relations ?? [])
    .filter(({ other, inverse }) => !inverse && means(mention, other.id));
}

/** Words for a member of a body: anybody of it, the boss for who leads it, its founder for who founded it. */
function areOfMember(words: readonly Word[], ties: readonly Relation[]): boolean {
  const leads = ties.some(({ type }) => type === 'leads');
  const tying = ties.flatMap(({ type }) => relationStems(type, true));
  return (
    words.every(({ form }) => anybodys.has(form) || (leads && leading.has(form))) ||
    words.every(({ stem }) => tying.includes(stem))
  );
}

/** Words for whoever leads, by whatever office. */
const leading = new Set('boss head chief leader'.split(' '));

/** Whether somebody is connected with whose lawyer or daughter they are said to be. */
function isConnected({ entities, name }: Voice, owner: Mention, reading: StoryReading): boolean {
  const known = entities.map(({ id }) => reading.entities.get(id));
  const told = [name, ...known.flatMap((entity) => entity?.roles.map(wordsOf) ?? [])].join(' ');
  const callings = owner.entities.flatMap((entity) => [entity.name, ...entity.aliases]);
  return (
    known.some((entity) => entity?.relations.some(({ other }) => means(owner, other.id))) ||
    entities.some(({ id }) => means(owner, id)) ||
    callings.some(
      (calling) =>
        // “US” is a word of no content.
        wholeWords(told, calling).length > 0 ||
        contentIn(calling).some((word) => isAmong(word, contentIn(told))),
    )
  );
}

function isAmong(word: Word, others: readonly Word[]): boolean {
  const related = relatednessTo(word);
  return others.some((other) => related(other) > leastCalled);
}

const leastCalled = 0.7;
