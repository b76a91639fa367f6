import { type Span, wholeWords } from '../record/span.ts';
import {
  type Entity,
  type Passage,
  type Relation,
  type Sentence,
  type Statement,
  type Story,
  wordsOf,
} from '../record/story.ts';
import type { RelationType } from '../record/story-file.ts';
import type { Names } from '../search/names.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { rankAnswers } from './answer-ranking.ts';
import { type Document, readDocument } from './document.ts';
import { type Question, readQuestion } from './question.ts';
import { relatednessTo } from './related-words.ts';
import { soughtWords } from './sought-words.ts';

/** What a story answers: the passage, and the words of it that are the plain answer, if any are. */
export interface StoryAnswer {
  readonly passage: Passage;
  readonly span: Span | undefined;
  readonly score: number;
}

/** Answers, or none and the sentence that comes nearest. */
export interface StoryAnswers {
  readonly answers: readonly StoryAnswer[];
  readonly nearest: StoryAnswer | undefined;
}

/** A story read for questions. */
export interface AskableStory {
  answer(question: string): StoryAnswers;
}

/**
 * Reads a story once, so that questions can be put to it.
 *
 * The fact base comes first: who said what, how things are connected, what somebody is. Only what it
 * cannot answer is sought by words, and declined unless the sentence fits the question closely.
 */
export function askable(story: Story, names: Names): AskableStory {
  return new ReadStory(story, names);
}

class ReadStory implements AskableStory {
  readonly #document: Document;
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(
    private readonly story: Story,
    private readonly names: Names,
  ) {
    this.#entities = new Map(story.entities.map((entity) => [entity.id, entity]));
    this.#document = readDocument(
      story.sentences.map(({ text }) => text),
      {
        title: story.title,
        entities: story.entities.map(({ name, aliases, nicknames, type }) => ({
          type,
          names: [name, ...aliases, ...nicknames],
        })),
      },
    );
  }

  answer(text: string): StoryAnswers {
    const asked = this.#read(text);
    const ranked = this.#ranked(asked);
    const [best] = ranked;
    const nearest = best !== undefined && best.score >= leastNear ? best : undefined;
    const facts =
      this.#fromStatements(asked) ?? this.#fromRelations(asked) ?? this.#fromRoles(asked);
    if (facts !== undefined) return { answers: facts.slice(0, mostAnswers), nearest };
    const answers = ranked.filter((answer) => this.#suffices(answer, asked)).slice(0, 1);
    return { answers, nearest };
  }

  #read(text: string): Asked {
    const question = readQuestion(text);
    const mentions = this.#mentionsIn(wordsIn(text));
    return { question, words: wordsIn(text), mentions };
  }

  /** The entities a question names, longest names first, and where. */
  #mentionsIn(words: readonly Word[]): readonly Mention[] {
    const mentions: Mention[] = [];
    for (let at = 0; at < words.length; at += 1) {
      for (let length = Math.min(6, words.length - at); length > 0; length -= 1) {
        const run = words.slice(at, at + length);
        const entity = this.#named(run);
        if (entity === undefined) continue;
        mentions.push({ entity, first: at, last: at + length - 1 });
        at += length - 1;
        break;
      }
    }
    return mentions;
  }

  #named(run: readonly Word[]): Entity | undefined {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || last.weight < 1) return undefined;
    if (run.length > 1 && first.weight < 1) return undefined;
    const named = this.names.find(run.map(({ form }) => form).join(' '));
    const entities =
      named.kind === 'one' ? [named.entity] : named.kind === 'several' ? named.entities : [];
    const own = entities.filter(({ story }) => story === this.story.id);
    if (own.length === 1) return own[0];
    // “the company's” is typed without its apostrophe on a phone.
    const bare =
      run.length === 1 && /[^s]s$/.test(first.form) ? first.form.slice(0, -1) : undefined;
    const again = bare === undefined ? undefined : this.names.find(bare);
    return again?.kind === 'one' && again.entity.story === this.story.id ? again.entity : undefined;
  }

  /** “What did X say about Y”: only what X is on record saying, or is said by others to think. */
  #fromStatements(asked: Asked): readonly StoryAnswer[] | undefined {
    const speech = speechIn(asked);
    if (speech === undefined) return undefined;
    const { speaker, topic } = speech;
    const theirs = this.story.statements.filter((statement) => speaks(statement, speaker.id));
    const about = topic.mentions.map(({ entity }) => entity);
    const fitting = theirs
      .map((statement) => ({ statement, fit: this.#fit(statement, topic.words, about) }))
      .filter(({ fit }) => fit >= leastFit)
      .sort((a, b) => b.fit - a.fit || Number(a.statement.attitude) - Number(b.statement.attitude));
    return fitting.flatMap(({ statement, fit }) => this.#told(statement, asked.question, fit));
  }

  /** What a question about something said asks for: the words, or when, where or to whom. */
  #told(statement: Statement, { kind }: Question, fit: number): StoryAnswer[] {
    const [content] = statement.content;
    if (content === undefined) return [];
    const within = (words: string | undefined): Span | undefined => {
      const start = words === undefined ? -1 : statement.sentence.text.indexOf(words);
      return words === undefined || start < 0 ? undefined : { start, end: start + words.length };
    };
    if (kind === 'date') {
      const date = statement.when?.dateText;
      if (date === undefined || date.sentence !== statement.sentence) return [];
      return [{ passage: date, span: date.span, score: fit }];
    }
    if (kind === 'place') {
      const venue = within(statement.venue);
      if (venue === undefined) return [];
      return [{ passage: { sentence: statement.sentence, span: venue }, span: venue, score: fit }];
    }
    return [{ passage: content, span: undefined, score: fit }];
  }

  /** How much of a topic a statement covers, from 0 to 1; 1 for no topic. */
  #fit(statement: Statement, topic: readonly Word[], about: readonly Entity[]): number {
    const known = new Set([
      ...statement.about.map(({ id }) => id),
      ...statement.content.flatMap((part) => this.#namedIn(wordsOf(part))),
    ]);
    if (about.some(({ id }) => !known.has(id))) return 0;
    const content = statement.content.flatMap((part) => wordsIn(wordsOf(part)));
    const covered = topic.filter((word) => {
      const related = relatednessTo(word);
      return content.some((other) => related(other) > 0.5);
    });
    return topic.length === 0 ? 1 : covered.length / topic.length;
  }

  #namedIn(text: string): readonly string[] {
    return this.story.entities
      .filter(({ name, aliases }) =>
        [name, ...aliases].some((each) => wholeWords(text, each).length > 0),
      )
      .map(({ id }) => id);
  }

  /** “Who owns X”: the other end of a relation, by the words people have for it. */
  #fromRelations({ question, words, mentions }: Asked): readonly StoryAnswer[] | undefined {
    const [mention] = mentions;
    if (mention === undefined || question.kind === 'date' || question.kind === 'reason') {
      return undefined;
    }
    const stems = new Set(words.map(({ stem }) => stem));
    const found = mention.entity.relations.filter(
      ({ type, inverse }) =>
        relationStems(type, inverse).some((stem) => stems.has(stem)) &&
        mentions.slice(1).every(() => true),
    );
    const asksBoth = mentions.length > 1;
    const fitting = found.filter(
      ({ other }) => !asksBoth || mentions.some(({ entity }) => entity.id === other.id),
    );
    const rest = question.words.filter(
      (word, _at) =>
        !mentions.some(({ entity }) => isPartOf(word, entity)) && !allRelationStems.has(word.stem),
    );
    if (fitting.length === 0 || rest.length > 1) return undefined;
    return fitting.map((relation) => this.#related(relation));
  }

  #related({ passage, other }: Relation): StoryAnswer {
    const entity = this.#entities.get(other.id);
    const names = entity === undefined ? [] : [entity.name, ...entity.aliases];
    const span = names
      .flatMap((name) => wholeWords(passage.sentence.text, name))
      .filter(({ start, end }) => start >= passage.span.start && end <= passage.span.end)
      .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
    return { passage, span, score: 0.95 };
  }

  /** “Who is X”, “what is X”: what the article calls it. */
  #fromRoles({ question, mentions }: Asked): readonly StoryAnswer[] | undefined {
    const [mention] = mentions;
    if (mention === undefined || mentions.length > 1 || question.kind !== 'definition')
      return undefined;
    const rest = question.words.filter((word) => !isPartOf(word, mention.entity));
    const roles = mention.entity.roles;
    if (rest.length > 0 || roles.length === 0) return undefined;
    return roles.map((passage) => ({ passage, span: passage.span, score: 0.95 }));
  }

  #ranked({ question }: Asked): readonly StoryAnswer[] {
    return rankAnswers(question, this.#document).flatMap(({ index, score, span }) => {
      const sentence = this.story.sentences[index];
      if (sentence === undefined) return [];
      const whole = { start: 0, end: sentence.text.length };
      return [{ passage: { sentence, span: span ?? whole }, span, score }];
    });
  }

  /** Whether a sentence found by words is close enough to answer. */
  #suffices({ passage, score, span }: StoryAnswer, asked: Asked): boolean {
    const { question, mentions } = asked;
    const speaking = new Set(this.#speakingOf(passage.sentence));
    if (mentions.some(({ entity }) => !speaking.has(entity.id))) return false;
    const missing = soughtWords(question, this.#document).filter(({ found }) => !found).length;
    const absent = this.#absentFrom(passage.sentence, asked);
    if (needsPhrase.has(question.kind) && span === undefined) return false;
    return score >= leastScore + missing * 0.15 + absent * 0.08;
  }

  /** How many of the question's words the sentence and the one before it hold nothing like. */
  #absentFrom(sentence: Sentence, { question, mentions }: Asked): number {
    const printed = wordsIn(sentence.text);
    return question.words.filter((word) => {
      if (mentions.some(({ entity }) => isPartOf(word, entity))) return false;
      const related = relatednessTo(word);
      return !printed.some((other) => related(other) > 0.5);
    }).length;
  }

  /** The entities a sentence names, or speaks of by other words. */
  #speakingOf(sentence: Sentence): readonly string[] {
    const statements = this.story.statements.filter((each) => each.sentence === sentence);
    return [
      ...this.#namedIn(sentence.text),
      ...statements.flatMap(({ about, source, via }) => [
        ...about.map(({ id }) => id),
        ...[source, ...via].flatMap(({ entities }) => entities.map(({ id }) => id)),
      ]),
    ];
  }
}

interface Mention {
  readonly entity: Entity;
  readonly first: number;
  readonly last: number;
}

interface Asked {
  readonly question: Question;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
}

interface Speech {
  readonly speaker: Entity;
  readonly topic: { readonly words: readonly Word[]; readonly mentions: readonly Mention[] };
}

const leastNear = 0.2;
const leastFit = 0.5;
const leastScore = 0.35;
const mostAnswers = 2;
const needsPhrase: ReadonlySet<string> = new Set(['date', 'number', 'place', 'person']);

const speechWords: ReadonlySet<string> = new Set(
  `say says said saying tell tells told claim claims claimed report reports reported think thinks thought
   reckon reckons call calls called comment commented admit admitted want wants wanted warn warned argue
   argued promise promised deny denied state stated announce announced respond responded believe believes
   ask asked view opinion position take feel feels quote quoted statement according`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A question about what somebody said: who is named just before the word for saying. */
function speechIn({ question, words, mentions }: Asked): Speech | undefined {
  const at = words.findIndex(({ form }) => speechWords.has(form));
  if (at < 0) return undefined;
  const according = words[at]?.form === 'according';
  const before = according
    ? mentions.find(({ first }) => first > at)
    : mentions.findLast(({ last, first }) => last < at && first >= at - 6);
  if (before === undefined) return undefined;
  const speaker = before.entity;
  const rest = question.words.filter(
    (word) => !speechWords.has(word.form) && !isPartOf(word, speaker) && !idle.has(word.form),
  );
  const others = mentions.filter((mention) => mention !== before);
  const topic = rest.filter((word) => !others.some(({ entity }) => isPartOf(word, entity)));
  return { speaker, topic: { words: topic, mentions: others } };
}

const idle: ReadonlySet<string> = new Set(
  'about thing things it this that all happen happened statement comment words'.split(' '),
);

function speaks({ source, via }: Statement, id: string): boolean {
  return [source, ...via].some(({ entities }) => entities.some((entity) => entity.id === id));
}

function isPartOf({ form, stem }: Word, { name, aliases, nicknames, roles }: Entity): boolean {
  return [name, ...aliases, ...nicknames, ...roles.map(wordsOf)].some((each) =>
    wordsIn(each).some(
      (word) => word.form === form || word.stem === stem || `${word.form}s` === form,
    ),
  );
}

/** The words people have for each relation, forwards (“X owns”) and backwards (“owned by”, “owner”). */
const relationWords: Readonly<Record<RelationType, readonly [string, string]>> = {
  owns: ['own owns owning possess', 'own owns owner owners owned belong belongs parent'],
  operates: ['operate operates run runs', 'operate operates operator run runs'],
  founded: [
    'found founded start started create created',
    'found founded founder founders start started create created',
  ],
  backs: [
    'back backs invest invested fund',
    'back backs backed backer backers invest invested investor investors fund funded',
  ],
  leads: ['lead leads run runs head heads', 'lead leads leader run runs head heads boss charge'],
  'works for': ['work works employer', 'work works employ employs manager'],
  houses: ['house houses', 'house housed part sit sits'],
  'part of': ['part belong belongs', 'part parts include includes'],
  'member of': ['member belong belongs party', 'member members'],
  reviews: [
    'review reviews reviewing oversee overseeing',
    'review reviews reviewed reviewing oversee overseeing',
  ],
  'negotiates with': ['negotiate negotiates talk talks', 'negotiate negotiates talk talks'],
};

function relationStems(type: RelationType, inverse: boolean): readonly string[] {
  return stemsOf(relationWords[type][inverse ? 1 : 0]);
}

function stemsOf(text: string): readonly string[] {
  return wordsIn(text).map(({ stem }) => stem);
}

const allRelationStems: ReadonlySet<string> = new Set(
  Object.values(relationWords).flatMap(([forwards, backwards]) =>
    stemsOf(`${forwards} ${backwards} compani`),
  ),
);
