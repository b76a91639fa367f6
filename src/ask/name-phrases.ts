import type { Word } from '../search/words.ts';
import type { ReadSentence } from './document.ts';
import type { Name } from './names-in-text.ts';
import { type Asked, type Phrase, phraseOf, type Run } from './phrase.ts';
import type { Question } from './question.ts';

/** The names in a sentence that may be the person, company, place or thing that is sought. */
export function namePhrases(
  question: Question,
  sentence: ReadSentence,
  asked: Asked,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (const name of sentence.names) {
    if (name.entity !== undefined && asked.entities.has(name.entity)) continue;
    const own = name.entity === undefined ? unasked(name, sentence, asked.places) : name;
    if (own === undefined) continue;
    const fit = nameFit(question, name.type, own, sentence, asked);
    if (fit > 0) phrases.push(phraseOf(sentence.words, own.first, own.last, fit));
  }
  return phrases;
}

/** The longest run of a name's words that the question does not hold, the last of the longest. */
function unasked(name: Name, { words }: ReadSentence, asked: ReadonlySet<number>): Run | undefined {
  let best: Run | undefined;
  let first = name.first;
  for (let place = name.first; place <= name.last + 1; place += 1) {
    if (place <= name.last && !asked.has(place)) continue;
    let [from, to] = [first, place - 1];
    while (from <= to && isJoint(words[from])) from += 1;
    while (to >= from && isJoint(words[to])) to -= 1;
    if (to >= from && (best === undefined || to - from >= best.last - best.first)) {
      best = { first: from, last: to };
    }
    first = place + 1;
  }
  return best;
}

function isJoint(word: Word | undefined): boolean {
  return word === undefined || (word.weight < 1 && word.form !== 'us');
}

/** The entity types that answer each kind of question. */
const typesOf = {
  person: { person: 1, organisation: 0.75, group: 0.6 },
  organisation: { organisation: 1, group: 0.6, product: 0.4 },
  place: { place: 1, organisation: 0.1 },
} as const satisfies Record<string, Readonly<Record<string, number>>>;

const typesOfNoun: readonly (readonly [RegExp, string])[] = [
  [/^(?:laws?|acts?|bills?|statutes?|order|legislation|treaty|rule)$/, 'law'],
  [
    /^(?:apps?|applications?|products?|platforms?|software|services?|devices?|games?|sites?)$/,
    'product',
  ],
];

/** The type of entity that a noun names: `law` of “what law”. */
export function typeOfNoun(form: string): string | undefined {
  return typesOfNoun.find(([nouns]) => nouns.test(form))?.[1];
}

function nameFit(
  { kind, noun }: Question,
  type: string | undefined,
  own: Run,
  sentence: ReadSentence,
  asked: Asked,
): number {
  const beside = besideNoun(own, sentence, asked);
  if (kind === 'thing') {
    const sought = typeOfNoun(noun?.form ?? '');
    return type !== undefined && type === sought ? 1 : Math.max(0.15, beside);
  }
  if (kind !== 'person' && kind !== 'organisation' && kind !== 'place') return 0;
  const said = { person: personFit, organisation: organisationFit, place: placeFit }[kind];
  if (type === undefined) return Math.max(said(own, sentence), kind === 'person' ? 0 : beside);
  const fits: Readonly<Record<string, number>> = typesOf[kind];
  const fit = fits[type] ?? 0.05;
  return kind === 'place' ? fit * Math.max(0.4, placeFit(own, sentence)) : fit;
}

/** 1 if the noun, or a word near it in meaning, ends or begins the name; less right beside it. */
function besideNoun({ first, last }: Run, { terms }: ReadSentence, { noun }: Asked): number {
  const alike = (place: number) => noun.get(terms[place] ?? -1) ?? 0;
  const within = Math.max(alike(last), alike(first));
  return Math.max(within, 0.8 * alike(last + 1), 0.8 * alike(first - 1));
}

const organisationWords =
  /^(?:inc|corp|corporation|company|co|ltd|llc|plc|group|capital|bank|university|college|school|institute|agency|committee|commission|department|ministry|council|association|party|union|club|studios?|records|network|times|post|journal|news|press|fund|foundation|partners|holdings|airlines|motors|court|senate|parliament|team)$/;
const placeWords =
  /^(?:city|county|river|island|islands|mountain|mountains|lake|street|avenue|park|states|kingdom|republic|ocean|sea|bay|valley|north|south|east|west|northern|southern|eastern|western)$/;
const demonym = /(?:ish|ese|[ai]an|ean|ench|utch)s?$/;

function personFit({ first, last }: Run, { words }: ReadSentence): number {
  const forms = words.slice(first, last + 1).map(({ form }) => form);
  if (forms.some((form) => placeWords.test(form))) return 0.2;
  if (forms.some((form) => organisationWords.test(form))) return 0.5;
  if (first === last && demonym.test(forms[0] ?? '')) return 0.15;
  const before = words[first - 1]?.form ?? '';
  if (/^(?:in|at|near|the)$/.test(before)) return 0.35;
  const agent = before === 'by';
  return agent || (first < last && last - first < 4) ? 1 : 0.7;
}

function organisationFit({ first, last }: Run, { words }: ReadSentence): number {
  const forms = words.slice(first, last + 1).map(({ form }) => form);
  if (forms.some((form) => organisationWords.test(form))) return 1;
  if (first === last && demonym.test(forms[0] ?? '')) return 0.15;
  if (forms.some((form) => placeWords.test(form))) return 0.3;
  return 0.6;
}

const placePrepositions = new Map<string, number>([
  ...'in at near outside across throughout within around inside'
    .split(' ')
    .map((p) => [p, 1] as const),
  ...'from'.split(' ').map((p) => [p, 0.8] as const),
  ...'off to of on into through toward over'.split(' ').map((p) => [p, 0.5] as const),
]);

/** A name is a place as far as the word before it says so: “in”, “the south of”. */
function placeFit({ first }: Run, { words }: ReadSentence): number {
  let at = first - 1;
  while (
    at >= 0 &&
    first - at <= 4 &&
    /^(?:the|north|south|east|west|central|downtown|coast|city|northern|southern|eastern|western|midtown)$/.test(
      words[at]?.form ?? '',
    )
  ) {
    at -= 1;
  }
  return placePrepositions.get(words[at]?.form ?? '') ?? 0.2;
}
