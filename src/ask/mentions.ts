import { type Entity, type Story, wordsOf } from '../record/story.ts';
import { slipsAllowed, slipsBetween } from '../search/spelling.ts';
import { contentIn, type Word, wordsIn } from '../search/words.ts';
import { callingsOf } from './story-reading.ts';

/** A name in a question, words `first` to `last`, and whom it may mean: several who share it. */
export interface Mention {
  readonly entities: readonly Entity[];
  readonly first: number;
  readonly last: number;
}

/** Whether an entity may be whom a mention means. */
export function means({ entities }: Mention, id: string): boolean {
  return entities.some((entity) => entity.id === id);
}

/** Finds the names of a story's entities in questions. */
export type MentionFinder = (words: readonly Word[]) => readonly Mention[];

/**
 * People name by a part of the name (“lee” for Ann Lee), with slips, and without apostrophes
 * (“lees”), or by its first letters (“don” for Donald). A single word of a name is enough only if the story prints it with a capital wherever it
 * stands and it is in one entity's name alone: “fever” does not name the Fever Institute.
 */
export function mentionFinder(story: Story): MentionFinder {
  const { printed, small } = formsOf(story);
  const whole = new Map<string, Set<Entity>>();
  const parts = new Map<string, Set<Entity>>();
  for (const entity of story.entities) {
    for (const calling of callingsOf(entity)) addWhole(whole, entity, calling);
    // A group is no name: “Patient groups” has a capital only where its sentence begins.
    const names = [entity.name, ...entity.aliases, ...entity.nicknames];
    for (const name of entity.type === 'group' ? [] : names) {
      for (const form of partsOf(name)) if (!small.has(form)) addTo(parts, form, entity);
    }
    for (const role of entity.roles) {
      for (const office of officesIn(wordsOf(role))) addTo(parts, office, entity);
    }
  }
  for (const [form, entities] of parts) {
    // “Ashby” is the town's whole name, whoever else has it as a part of theirs.
    if (entities.size > 1 && !whole.has(form)) parts.delete(form);
  }
  const single = [...parts.keys()].filter((form) => !form.includes(' '));
  const named = (forms: readonly string[]): readonly Entity[] => {
    const key = forms.join(' ');
    const exact = whole.get(key) ?? parts.get(key);
    if (exact !== undefined) return [...exact];
    const joined = forms.length === 2 ? whole.get(forms.join('')) : undefined;
    return joined === undefined ? [] : [...joined];
  };
  const misspelt = (form: string): readonly Entity[] => {
    if (form.length < shortestName || printed.has(form)) return [];
    const most = form.length < shortestSlip ? 0 : slipsAllowed(form.length);
    const near = single.filter((known) => {
      const limit = Math.min(most, slipsAllowed(known.length));
      return (
        (known.startsWith(form) && known.length > form.length + 1) ||
        (limit > 0 && slipsBetween(form, known, limit) <= limit)
      );
    });
    const entities = new Set(near.flatMap((known) => named([known])));
    return entities.size === 1 ? [...entities] : [];
  };
  return (words) => mentionsIn(words, named, misspelt);
}

/** The words a story prints, and those of them it prints with a small letter. */
function formsOf({ sentences }: Story) {
  const printed = new Set<string>();
  const small = new Set<string>();
  for (const { text } of sentences) {
    for (const { form, start } of wordsIn(text)) {
      printed.add(form);
      if (!/\p{Lu}/u.test(text.charAt(start))) small.add(form);
    }
  }
  return { printed, small };
}

const shortestSlip = 5;
/** The first letters of a name may stand for it: “Don”. */
const shortestName = 3;
const longestName = 8;

function mentionsIn(
  words: readonly Word[],
  named: (forms: readonly string[]) => readonly Entity[],
  misspelt: (form: string) => readonly Entity[],
): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(longestName, words.length - at); length > 0; length -= 1) {
      const run = words.slice(at, at + length);
      if (isIdle(run[0]) || isIdle(run.at(-1)) || isVerb(run, words[at - 1], words[at + 1]))
        continue;
      const entities = calledSo(run, named, misspelt);
      if (entities.length === 0) continue;
      const before = mentions.at(-1);
      const goesOn =
        before?.last === at - 1 && entities.some((each) => before.entities.includes(each));
      if (goesOn) mentions.pop();
      const first = goesOn ? before.first : at;
      mentions.push({ entities, first, last: at + length - 1 });
      at += length - 1;
      break;
    }
  }
  return mentions;
}

function calledSo(
  run: readonly Word[],
  named: (forms: readonly string[]) => readonly Entity[],
  misspelt: (form: string) => readonly Entity[],
): readonly Entity[] {
  const forms = withoutArticles(run.map(({ form }) => form));
  const last = forms.at(-1) ?? '';
  const exact = named(forms);
  if (exact.length > 0) return exact;
  if (/[^s]s$/.test(last)) {
    const bare = named([...forms.slice(0, -1), last.slice(0, -1)]);
    if (bare.length > 0) return bare;
  }
  return run.length === 1 ? misspelt(last) : [];
}

/** “The Bank of the West” is the Bank of West; but “jammed the gate” is no jammed gate. */
function withoutArticles(forms: readonly string[]): readonly string[] {
  return forms.filter(
    (form, at) => !articles.has(form) || (at > 0 && !joining.has(forms[at - 1] ?? '')),
  );
}

const articles = new Set('the a an'.split(' '));
const joining = new Set('of for and to at in on by with from'.split(' '));

/** A function word; not “US”, which is one only in small letters. */
function isIdle(word: Word | undefined): boolean {
  return word === undefined || (word.weight < 1 && word.form !== 'us');
}

/** “to force it”: a word of a name that something is done by here. */
function isVerb(run: readonly Word[], before?: Word, after?: Word): boolean {
  return (
    run.length === 1 &&
    /^(?:to|will|would|can|could|may|might|should|must)$/.test(before?.form ?? '') &&
    /^(?:it|him|her|them|the|an?|this|that|these|those|its|their)$/.test(after?.form ?? '')
  );
}

function addWhole(names: Map<string, Set<Entity>>, entity: Entity, calling: string): void {
  const forms = withoutArticles(wordsIn(calling).map(({ form }) => form)).filter(
    (form) => !titles.has(form),
  );
  if (forms.length > 0) addTo(names, forms.join(' '), entity);
}

function addTo(names: Map<string, Set<Entity>>, key: string, entity: Entity): void {
  const known = names.get(key) ?? new Set();
  known.add(entity);
  names.set(key, known);
}

/** The words of a name with a capital, that alone call it to mind. */
function partsOf(name: string): readonly string[] {
  return contentIn(name)
    .filter(({ start, end }) => {
      return /\p{Lu}/u.test(name.charAt(start)) && !/['’]s?$/.test(name.slice(start, end));
    })
    .map(({ form }) => form)
    .filter((form) => form.length > 3 && !commonInNames.has(form) && !titles.has(form));
}

/** The office in a role, without what comes before or after it: `treasury secretary`, `general manager`. */
function officesIn(role: string): readonly string[] {
  const words = wordsIn(role).filter(({ form }) => !articles.has(form));
  const end = words.findIndex((word) => isIdle(word));
  const head = words.slice(0, end < 0 ? words.length : end).map(({ form }) => form);
  return head.slice(0, -1).map((_, first) => head.slice(first).join(' '));
}

const titles = new Set('mr mrs ms mx miss dr sir madam lord lady'.split(' '));

/** Words with a capital in many names, by which alone nobody is called. */
const commonInNames: ReadonlySet<string> = new Set(
  `president secretary minister chief boss leader speaker senator councillor doctor professor judge
   house senate states state united national international federal general department committee
   party group capital company bank university institute foundation association society alliance
   board council court office agency news times post daily journal review street road river bridge
   north south east west northern southern eastern western world new old first act code law town city
   democrat democratic republican chinese american british european north power powers trust club
   holdings union team public private mayor governor king queen captain owner founder community
   television radio press media morning evening land park sons`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
