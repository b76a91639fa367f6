import { contains, wholeWords } from '../record/span.ts';
import type { EntityType } from '../record/story-file.ts';
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

/** The entities of an article, those first that are named first. */
export function findEntities(
  reading: Reading,
  attributions: readonly FoundAttribution[],
): readonly FoundEntity[] {
  const clusters = clustersOf(namesIn(reading));
  const taken = new Map<string, number>();
  const sources = new Map<number, Mention[]>();
  for (const { source } of attributions) {
    if (source !== undefined)
      sources.set(source.sentence, [...(sources.get(source.sentence) ?? []), source]);
  }
  return clusters.map((mentions) => {
    const name = longest(mentions);
    const type = typeOf(name, mentions, reading, sources);
    return {
      id: freeId(name, taken),
      name,
      type: type.type,
      aliases: aliasesOf(name, mentions, reading),
      mentions,
      roles: rolesOf(mentions, reading),
      confidence: type.confidence,
    };
  });
}

/** Puts “Lee” with “Ann Lee”, and “BTN” with “Board of Trade for the North”. */
function clustersOf(mentions: readonly NameMention[]): readonly NameMention[][] {
  const names = [...new Set(mentions.map(({ name }) => name))].toSorted(
    (a, b) => wordsIn(b).length - wordsIn(a).length || b.length - a.length,
  );
  const home = new Map<string, string>();
  const heads: string[] = [];
  const byWord = new Map<string, string[]>();
  for (const name of names) {
    const candidates = (byWord.get(name) ?? []).filter((head) => head !== name);
    const [first] = candidates;
    if (first !== undefined && candidates.length === 1) {
      home.set(name, first);
      continue;
    }
    heads.push(name);
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
  const company = /^(?:Group|Capital|Inc\.?|Corp\.?|Ltd\.?|Holdings|Company|Co\.?)$/.test(
    words.at(-1) ?? '',
  );
  const short = company ? words.slice(0, -1).join(' ') : words.at(-1);
  const forms = [short ?? '', initials.length > 1 ? initials : ''];
  return [...new Set(forms.filter((form) => form !== '' && !generic.test(form)))];
}

const generic =
  /^(?:House|Act|Party|Department|Committee|States|Post|Times|News|University|Court|Bank|Council|City|County|State|Street|Journal|Center|Group|Capital)$/;

function longest(mentions: readonly NameMention[]): string {
  return mentions.reduce((best, { name }) => (name.length > best.length ? name : best), '');
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

const kinds: readonly (readonly [EntityType, RegExp])[] = [
  ['law', /\b(?:Act|Bill|Code|Treaty|Amendment|Constitution|Law|Accord|Directive|Regulation)$/],
  [
    'organisation',
    /\b(?:Committee|Department|Ministry|Council|Commission|Agency|Association|Institute|Party|Bank|University|Federation|Union|Board|Court|House|Senate|Congress|Parliament|Group|Capital|Inc|Corp|Company|Post|Times|Journal|News|Tribune|Herald|Foundation|Society|Center|Centre|Administration|Bureau|Office|Service|Police|Army|Club|Trust|Alliance)\b/,
  ],
  [
    'place',
    /\b(?:Street|Avenue|County|City|Island|River|Mountain|Bay|Beach|Kingdom|States|Republic)\b/,
  ],
];

function typeOf(
  name: string,
  mentions: readonly NameMention[],
  reading: Reading,
  sources: ReadonlyMap<number, readonly Mention[]>,
): { readonly type: EntityType; readonly confidence: number } {
  const spelled = kinds.find(([, pattern]) => pattern.test(name));
  if (spelled !== undefined) return { type: spelled[0], confidence: 0.9 };
  if (mentions.some(({ courtesy, title }) => courtesy || title !== undefined))
    return { type: 'person', confidence: 0.95 };
  const words = wordsIn(name).length;
  const surname = mentions.some(
    (mention) => mention.name !== name && name.endsWith(` ${mention.name}`),
  );
  if (surname && words <= 4) return { type: 'person', confidence: 0.9 };
  const located = mentions.filter((mention) => isLocated(mention, reading)).length;
  if (located * 2 > mentions.length) return { type: 'place', confidence: 0.6 };
  const speaks = mentions.some((mention) =>
    sources.get(mention.sentence)?.some((source) => contains(source, mention)),
  );
  if (words === 2 || words === 3) return { type: 'person', confidence: speaks ? 0.8 : 0.5 };
  return { type: 'organisation', confidence: 0.5 };
}

function isLocated({ sentence, tokens }: NameMention, reading: Reading): boolean {
  return /^(?:in|at|near|across|throughout|outside|into)$/.test(
    reading.sentences[sentence]?.tokens[tokens.start - 1]?.lower ?? '',
  );
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
