import type { CalendarDate } from '../record/calendar-date.ts';
import {
  type Article,
  type Entity,
  type Listener,
  type Passage,
  type Relation,
  type Sentence,
  type Voice,
  wordsOf,
} from '../record/story.ts';
import { rememberedOf } from '../remembered.ts';
import type { Language } from './language.ts';
import type { EventFinding, Finding, StoryCard } from './reply.ts';
import { shortened } from './shortened.ts';
import { notice } from './words.ts';

/** “The Harbour Times, 2 March 2026, paragraph 6, sentence 1 (s7)”, the same words every time. */
export const citationOf = rememberedOf((sentence: Sentence, language: Language): string =>
  language.commas([articleName(sentence.article, language), placeOf(sentence, language)]),
);

/**
 * “paragraph 6, sentence 1 (s7)”, beside a list that names its articles once; of several, with outlet
 * and day.
 */
export function placeAmong(
  articles: readonly Article[],
  sentence: Sentence,
  language: Language,
): string {
  const place = placeOf(sentence, language);
  if (articles.length <= 1) return place;
  const { outlet, published } = sentence.article;
  const day = published === undefined ? [] : [language.date(published)];
  return language.commas([shortened(outlet, 60), ...day, place]);
}

function placeOf({ paragraph, place, id }: Sentence, language: Language): string {
  return language.say(notice('citation-place', { paragraph, place, id }));
}

/** Outlet, headline, authors and day, as far as they are known. */
export function articleName(article: Article, language: Language): string {
  const { outlet, title, authors, published, resolved } = article;
  const day = published === undefined ? undefined : language.date(published);
  const headline = title === undefined ? undefined : language.quoted(shortened(title, 120));
  const by = authors.length === 0 ? undefined : shortened(authors.join(', '), 80);
  const name = language.commas([shortened(outlet, 60), headline, by, day].filter(isPresent));
  if (resolved === undefined) return name;
  return language.noted(name, language.say(notice('label-curator')));
}

/**
 * ““told”, to “users”, “on Saturday” (Saturday, 1 August 2020), direct quote”. That the curator worked
 * the day out is left to the article's name, wherever that says so itself.
 */
export function mannerOf(
  { attribution: { statement, kind }, sentence: { article } }: Finding,
  language: Language,
): string {
  const spoken = language.say(notice(`kind-${kind}`));
  if (statement === undefined) return spoken;
  const { source, to, venue, when } = statement;
  const said = when && language.quoted(wordsOf(when.dateText));
  const resolved = article.resolved === undefined ? when?.resolved : undefined;
  const date = when && said && language.noted(said, datedBy(when.date, resolved, language));
  const addressee = to && addresseeOf(to, language);
  const place = venue && language.quoted(venue);
  // Who thinks, wants or will not say something has spoken no words of it.
  const speech = statement.attitude && kind === 'indirect' ? undefined : spoken;
  const manner = [language.quoted(source.cue), addressee, place, date, speech];
  return language.commas(manner.filter(isPresent));
}

/** “to “him” (Ann Lee)” */
function addresseeOf({ words, entities }: Listener, language: Language): string {
  const addressee = language.say(notice('addressee', { words }));
  if (entities.length === 0) return addressee;
  return language.noted(addressee, language.list(entities.map(({ name }) => name)));
}

/** What the verdict says; of altered words how gravely, of a denial that the speaker says it is not so. */
export function verdictLine(finding: Finding, language: Language): string {
  const { verdict, attribution } = finding;
  const { differs = 'words' } = finding.comparison ?? {};
  const denied = attribution.statement?.denies === true && verdict !== 'not_on_record';
  const mixed = verdict === 'reported' && attribution.kind === 'mixed';
  const { held } = attribution;
  if (verdict === 'altered') {
    const altered = language.say(notice(`altered-${differs}`));
    return denied ? language.noted(altered, language.say(notice('denied-as-printed'))) : altered;
  }
  if (denied) return language.say(notice('verdict-denied'));
  if (verdict === 'reported' && held !== undefined)
    return language.say(notice('verdict-held', { cue: held.source.cue }));
  return language.say(notice(mixed ? 'verdict-mixed' : `verdict-${verdict}`));
}

export function speakerName({ attribution }: Finding, language: Language): string {
  const { voices, held } = attribution;
  const nobody = held === undefined ? 'nobody' : 'nobody-held';
  return voices.at(-1)?.name ?? language.say(notice(nobody));
}

/** The words of a passage in quotation marks, unless they bring their own. */
export function quoteOf(passage: Passage, language: Language): string {
  const words = wordsOf(passage);
  return /^[“"«「‘]/.test(words) && /[”"»」’]$/.test(words) ? words : language.quoted(words);
}

/** The words of a passage without the rest of its sentence, which … stands for. */
export function wordsAlone(passage: Passage): string {
  const { sentence, span } = passage;
  const [before, after] = [sentence.text.slice(0, span.start), sentence.text.slice(span.end)];
  const left = (rest: string) => (/[\p{L}\p{N}]/u.test(rest) ? ['…'] : []);
  return [...left(before), wordsOf(passage), ...left(after)].join(' ');
}

/** The voices the speaker is heard through, outermost first; none if it is heard directly. */
export function heardThrough({ attribution }: Finding): readonly Voice[] {
  return attribution.voices.slice(0, -1);
}

/** “The Harbour Times → Ann Lee: “said”, reported speech”; of what nobody says that it is so, just that. */
export function attributionLine(finding: Finding, language: Language): string {
  const manner = mannerOf(finding, language);
  const { statement, voices, held } = finding.attribution;
  if (statement === undefined) return held === undefined ? manner : speakerName(finding, language);
  return language.labelled(voices.map(({ name }) => name).join(' → '), manner);
}

/** “Committee members (“agree”)”, with those meant by “they” or “he”. */
export function toldOfLine({ name, cue, entities }: Voice, language: Language): string {
  const names = entities.map((entity) => entity.name).filter((each) => each !== name);
  const meant = names.length === 0 ? name : language.labelled(name, language.commas(names));
  return language.noted(meant, language.quoted(cue));
}

/** “backed by one bank, another bank and a fund”; each kind of relation once. */
export function relationLine(relations: readonly Relation[], language: Language): string {
  const others = new Map<string, { relation: Relation; names: string[] }>();
  for (const relation of relations) {
    const key = `${relation.type} ${relation.inverse}`;
    const same = others.get(key);
    if (same === undefined) others.set(key, { relation, names: [relation.other.name] });
    else same.names.push(relation.other.name);
  }
  const lines = [...others.values()].map(({ relation: { type, inverse }, names }) => {
    const key = inverse ? (`relation-${type}-inverse` as const) : (`relation-${type}` as const);
    return language.say(notice(key, { other: language.list(names) }));
  });
  return language.semicolons(lines);
}

/** “Sunday 2 August 2020, worked out by the curator” */
export function eventDate({ event }: Pick<EventFinding, 'event'>, language: Language): string {
  return datedBy(event.date, event.resolved, language);
}

function datedBy(date: CalendarDate, resolved: string | undefined, language: Language): string {
  const day = language.date(date);
  return resolved === undefined
    ? day
    : language.commas([day, language.say(notice('label-curator'))]);
}

/** “Ann Lee (person)”, the name drawn by the surface */
export function withType(name: string, { type }: Entity, language: Language): string {
  return language.noted(name, language.say(notice(`type-${type}`)));
}

/** “14 sentences, 7 voices on record” */
export function storySize({ sentences, speakers }: StoryCard, language: Language): string {
  return language.commas([
    language.say(notice('story-sentences', { count: sentences })),
    language.say(notice('story-voices', { count: speakers.length })),
  ]);
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined;
}
