import { wholeWords } from '../record/span.ts';
import type { EntityType } from '../record/story-file.ts';
import { type GuessedType, typeOf } from './entity-type.ts';
import type { FoundAttribution, Mention } from './found-attribution.ts';
import { isTitle, type NameMention, namesIn } from './names.ts';
import type { Reading } from './reading.ts';
import type { Token } from './tokens.ts';

/** Somebody or something that an article names. */
export interface FoundEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly mentions: readonly NameMention[];
  readonly roles: readonly Mention[];
  readonly confidence: number;
}

/**
 * The entities of an article, those first that are named first.
 *
 * @param outlet who published it, which is no person
 */
export function findEntities(
  reading: Reading,
  attributions: readonly FoundAttribution[],
  outlet: string | undefined,
): readonly FoundEntity[] {
  const taken = new Map<string, number>();
  const sources = new Map<number, Mention[]>();
  for (const { source } of attributions) {
    if (source !== undefined)
      sources.set(source.sentence, [...(sources.get(source.sentence) ?? []), source]);
  }
  const typed = clustersOf(namesIn(reading)).map((mentions) => {
    const name = longest(mentions);
    const isOutlet = outlet !== undefined && plainName(name) === plainName(outlet);
    return {
      name,
      mentions,
      guessed: isOutlet ? publisher : typeOf(name, mentions, reading, sources),
    };
  });
  return withFirstNames(typed).map(({ name, mentions, guessed: { type, confidence } }) => {
    return {
      id: freeId(name, taken),
      name,
      type,
      aliases: aliasesOf(name, mentions, reading),
      mentions,
      roles: rolesOf(mentions, reading),
      confidence,
    };
  });
}

interface Named {
  readonly name: string;
  readonly mentions: readonly NameMention[];
  readonly guessed: GuessedType;
}

const publisher: GuessedType = { type: 'organisation', confidence: 0.95 };

function plainName(name: string): string {
  return name.toLowerCase().replace(/^the /, '');
}

/** Puts “Ann” with the only person “Ann Lee”, where it is no place. */
function withFirstNames(all: readonly Named[]): readonly Named[] {
  const whole = new Map<Named, Named>();
  for (const short of all) {
    if (/\s/.test(short.name) || short.guessed.type === 'place') continue;
    const [person, ...others] = all.filter(
      ({ name, guessed }) => guessed.type === 'person' && name.startsWith(`${short.name} `),
    );
    if (person !== undefined && others.length === 0) whole.set(short, person);
  }
  return all
    .filter((each) => !whole.has(each))
    .map((each) => ({
      ...each,
      mentions: [each, ...all.filter((short) => whole.get(short) === each)].flatMap(
        ({ mentions }) => mentions,
      ),
    }));
}

/** Puts “ASHBY” with “Ashby”, “Lee” with “Ann Lee”, and “BTN” with “Board of Trade for the North”. */
function clustersOf(mentions: readonly NameMention[]): readonly NameMention[][] {
  const names = [...new Set(mentions.map(({ name }) => name))].toSorted(
    (a, b) => wordsIn(b).length - wordsIn(a).length || b.length - a.length,
  );
  const home = new Map<string, string>();
  const byWord = new Map<string, string[]>();
  const bySound = new Map<string, string>();
  for (const name of names) {
    const twin = bySound.get(name.toLowerCase());
    if (twin !== undefined) {
      home.set(name, twin);
      continue;
    }
    const candidates = (byWord.get(name) ?? []).filter((head) => head !== name);
    const [first] = candidates;
    if (first !== undefined && candidates.length === 1) {
      bySound.set(name.toLowerCase(), first);
      home.set(name, first);
      continue;
    }
    bySound.set(name.toLowerCase(), name);
    home.set(name, name);
    for (const short of shortForms(name)) byWord.set(short, [...(byWord.get(short) ?? []), name]);
  }
  const clusters = new Map<string, NameMention[]>();
  for (const mention of mentions) {
    const head = home.get(mention.name) ?? mention.name;
    const cluster = clusters.get(head);
    if (cluster === undefined) clusters.set(head, [mention]);
    else cluster.push(mention);
  }
  return [...clusters.values()];
}

function wordsIn(name: string): readonly string[] {
  return name.split(/\s+/);
}

/** How a name may be printed for short: its last word, its first for a company, its initials. */
function shortForms(name: string): readonly string[] {
  const words = wordsIn(name);
  if (words.length < 2 || words.length > 8) return [];
  const initials = words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
  const company =
    /^(?:Group|Capital|Inc\.?|Corp\.?|Ltd\.?|Holdings|Partners|Ventures|Industries|Company|Co\.?)$/.test(
      words.at(-1) ?? '',
    );
  const short = company ? words.slice(0, -1).join(' ') : words.at(-1);
  const forms = [short ?? '', initials.length > 1 ? initials : ''];
  return [...new Set(forms.filter((form) => form !== '' && !generic.test(form)))];
}

const generic =
  /^(?:House|Act|Party|Department|Committee|States|Post|Times|News|University|Court|Bank|Council|City|County|State|Street|Journal|Center|Group|Capital)$/;

/** Of “ASHBY” and “Ashby” the latter. */
function longest(mentions: readonly NameMention[]): string {
  const [first = ''] = mentions
    .map(({ name }) => name)
    .toSorted((a, b) => b.length - a.length || Number(isShouted(a)) - Number(isShouted(b)));
  return first;
}

function isShouted(name: string): boolean {
  return name === name.toUpperCase();
}

function aliasesOf(
  name: string,
  mentions: readonly NameMention[],
  reading: Reading,
): readonly string[] {
  const printed = mentions.flatMap((mention) => {
    const text = reading.sentences[mention.sentence]?.text ?? '';
    const titled = mention.title === undefined ? '' : text.slice(mention.title.start, mention.end);
    const names = /^\p{Lu}/u.test(titled) ? [mention.name, titled] : [mention.name];
    return names.filter((alias) => alias !== name && wholeWords(text, alias).length > 0);
  });
  return [...new Set(printed)].filter((alias) => alias.length > 1);
}

function rolesOf(mentions: readonly NameMention[], reading: Reading): readonly Mention[] {
  const seen = new Set<string>();
  return mentions.flatMap((mention) => {
    const found = [mention.title, appositionAfter(mention, reading)].filter(
      (role) => role !== undefined,
    );
    return found.filter((role) => {
      const text = reading.sentences[role.sentence]?.text.slice(role.start, role.end) ?? '';
      return text !== '' && !seen.has(text) && seen.add(text) !== undefined;
    });
  });
}

/** “Ann Lee, the mayor of Ashby,” */
function appositionAfter(
  { sentence, tokens: place }: NameMention,
  reading: Reading,
): Mention | undefined {
  const home = reading.sentences[sentence];
  const tokens = home?.tokens ?? [];
  if (tokens[place.end]?.text !== ',' || !opensRole(tokens, place.end + 1)) return undefined;
  for (let at = place.end + 1; at < Math.min(tokens.length, place.end + 20); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX') return undefined;
    if (token.text !== ',' && token.text !== '.') continue;
    return { sentence, start: tokens[place.end + 1]?.start ?? 0, end: tokens[at - 1]?.end ?? 0 };
  }
  return undefined;
}

/** “the mayor”, “mayor of Ashby”, “Harbour Bank’s head” */
function opensRole(tokens: readonly Token[], at: number): boolean {
  const title = isTitle(tokens[at + 1]) ? at + 1 : at;
  if (isTitle(tokens[title]) && /^(?:of|at|for)$/.test(tokens[title + 1]?.lower ?? '')) return true;
  if (/^(?:a|an|the|his|her|its|their)$/.test(tokens[at]?.lower ?? '')) return true;
  let end = at;
  while (tokens[end]?.pos === 'PROPN') end += 1;
  return end > at && /^['’]s$/.test(tokens[end]?.text ?? '');
}

/** An id of small letters and digits, at most 30 long, that nothing else has. */
export function freeId(name: string, taken: Map<string, number>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const short =
    plain
      .replace(/^-+|-+$/g, '')
      .slice(0, 22)
      .replace(/-+$/, '') || 'name';
  const count = (taken.get(short) ?? 0) + 1;
  taken.set(short, count);
  if (count === 1) return short;
  return freeId(`${short.slice(0, 15).replace(/-+$/, '')}-${count}`, taken);
}
