import type { ForeseenQuestion, Sentence } from '../record/story.ts';
import { wordsIn } from '../search/words.ts';
import type { Asked } from './asked.ts';
import type { Term } from './document.ts';
import {
  type Resemblance,
  resemblanceTo,
  soughtIn,
  type Vocabulary,
  type Way,
} from './resemblance.ts';
import { rarityOf } from './sought-words.ts';

/** The foreseen question that is most like one that was asked. */
export interface Foreseen {
  readonly question: ForeseenQuestion;
  readonly resemblance: Resemblance;
}

/** Finds for each sentence the question most like one that was asked, of those it answers. */
export type Foresight = (asked: Asked) => ReadonlyMap<Sentence, Foreseen>;

/**
 * Reads the foreseen questions of a story once. Questions written beforehand beside the text that answers
 * them are document expansion (Nogueira et al., 2019); here people write them.
 *
 * @param read how the story reads a question
 */
export function foresightOf(
  foreseen: readonly ForeseenQuestion[],
  read: (question: string) => Asked,
): Foresight {
  const terms = new Terms();
  const known = foreseen.map((question) => knownOf(question, read, terms));
  const rarities = terms.all.map((_, term) =>
    rarityOf(known.filter(({ asked }) => asked.has(term)).length, known.length),
  );
  const vocabulary = { terms: terms.all, rarities, nameRarity: raritiesOfNames(known) };
  return (asked) => {
    const best = new Map<Sentence, Foreseen>();
    if (asked.content.length + asked.mentions.length === 0) return best;
    const sought = soughtIn(asked, namesIn(asked), vocabulary);
    for (const each of known) {
      const { question } = each;
      const next = { question, resemblance: resemblanceTo(sought, each.ways, each.held) };
      const rival = best.get(question.sentence);
      if (rival === undefined || worthOf(next) > worthOf(rival)) best.set(question.sentence, next);
    }
    return best;
  };
}

function worthOf({ resemblance: { shared, alike } }: Foreseen): number {
  return shared + alike / 10;
}

/** The different words of the questions and their sentences, numbered. */
class Terms {
  readonly all: Term[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf({ form, stem }: Term): number {
    const known = this.#numbers.get(form);
    if (known !== undefined) return known;
    this.#numbers.set(form, this.all.length);
    return this.all.push({ form, stem }) - 1;
  }
}

interface Known {
  readonly question: ForeseenQuestion;
  readonly ways: readonly Way[];
  /** The terms of all its ways. */
  readonly asked: ReadonlySet<number>;
  /** These and those of its sentence. */
  readonly held: ReadonlySet<number>;
}

function knownOf(
  question: ForeseenQuestion,
  read: (question: string) => Asked,
  terms: Terms,
): Known {
  const ways = question.asks.map((ask) => wayOf(read(ask), terms));
  const asked = new Set(ways.flatMap((way) => way.terms));
  const told = wordsIn(question.sentence.text).map((word) => terms.numberOf(word));
  return { question, ways, asked, held: new Set([...asked, ...told]) };
}

function wayOf(asked: Asked, terms: Terms): Way {
  return {
    terms: [...new Set(asked.content.map((word) => terms.numberOf(word)))],
    names: namesIn(asked),
    kind: asked.question.kind,
  };
}

function namesIn({ mentions }: Asked): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ entities }) => entities.map(({ id }) => id)));
}

function raritiesOfNames(known: readonly Known[]): Vocabulary['nameRarity'] {
  const holders = new Map<string, number>();
  for (const { ways } of known) {
    for (const name of new Set(ways.flatMap(({ names }) => [...names]))) {
      holders.set(name, (holders.get(name) ?? 0) + 1);
    }
  }
  return (name) => rarityOf(holders.get(name) ?? 0, known.length);
}
