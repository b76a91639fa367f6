import type { Library } from '../library.ts';
import { attribute } from '../record/attribution.ts';
import { type Entity, type Passage, type Story, wordsOf } from '../record/story.ts';
import { entityKey } from '../search/names.ts';
import type { Choice } from './choice.ts';
import type { Language } from './language.ts';
import { type Question, type Reply, reply, type Suggestion } from './reply.ts';
import { shortened } from './shortened.ts';
import { notice } from './words.ts';

/** Entities to choose from while a name is typed. */
export function nameChoices(typed: string, library: Library): readonly Choice[] {
  return library.names.complete(typed, 25).map((entity) => ({
    name: nameAndRole(entity),
    value: entityKey(entity),
  }));
}

/** Quotes to choose from while words are typed. */
export function quoteChoices(
  typed: string,
  library: Library,
  language: Language,
): readonly Choice[] {
  return library.quotes.complete(typed, 25).map((passage) => ({
    name: quoteAndSpeaker(passage, library, language),
    value: wholeWords(wordsOf(passage)),
  }));
}

/** Questions that some stories answer, to choose from while one is typed: each story's in turn. */
export function questionChoices(
  typed: string,
  stories: readonly Story[],
  library: Library,
): readonly Choice[] {
  const asks = stories.map((story) => library.questions(story).asks.complete(typed, 25));
  const ranked = asks.flatMap((own) => own.map((ask, rank) => ({ ask, rank })));
  const first = new Set(ranked.toSorted((a, b) => a.rank - b.rank).map(({ ask }) => ask));
  return [...first].map((ask) => ({ name: ask, value: ask }));
}

/**
 * The entity that an option of a question names or, where it names none or several, the reply that
 * says so and offers the question again with names that would work.
 */
export function entityNamed(
  option: string,
  question: Question,
  library: Library,
): { readonly entity: Entity } | { readonly reply: Reply } {
  const name = question.options[option] ?? '';
  const named = library.names.find(name);
  switch (named.kind) {
    case 'one':
      return { entity: named.entity };
    case 'several':
      return {
        reply: reply('ambiguous', {
          notices: [notice('which-entity', { name })],
          suggestions: askingFor(named.entities.slice(0, 5), question, option, library),
        }),
      };
    case 'none': {
      const near = named.nearest.length === 0 ? [] : [notice('did-you-mean')];
      return {
        reply: reply('not_on_record', {
          notices: [notice('unknown-entity', { name }), ...near],
          suggestions: askingFor(named.nearest, question, option, library),
        }),
      };
    }
  }
}

/** The question with each of the entities in its option, by name where the name is plain enough. */
function askingFor(
  entities: readonly Entity[],
  { command, options }: Question,
  option: string,
  { names, story }: Library,
): Suggestion[] {
  const named = entities.map(({ name }) => name);
  return entities.map((entity) => {
    const { name } = entity;
    const found = name.length <= longestPlainName ? names.find(name) : undefined;
    const plain = found?.kind === 'one' && found.entity === entity;
    const value = plain ? name : entityKey(entity);
    // Two of the same name are told apart by their stories, if by anything.
    const twice = named.filter((other) => other === name).length > 1;
    const title = twice ? ` — ${story(entity.story)?.title ?? entity.story}` : '';
    return { command, options: { ...options, [option]: value }, label: `${name}${title}` };
  });
}

/** A button's id, which holds the name, has no room for more. */
const longestPlainName = 40;

function nameAndRole(entity: Entity): string {
  const [role] = entity.roles;
  return role === undefined ? entity.name : `${entity.name} — ${wordsOf(role)}`;
}

function quoteAndSpeaker(passage: Passage, library: Library, language: Language): string {
  const story = library.story(passage.sentence.story);
  const speaker = story && attribute(story, passage).voices.at(-1)?.name;
  if (speaker === undefined) return shortened(wordsOf(passage), 98);
  const name = shortened(speaker, 45);
  return `${language.quoted(shortened(wordsOf(passage), 92 - name.length))} — ${name}`;
}

/** A value is cut where a word ends, and not marked, so that it still is the article's words. */
function wholeWords(text: string): string {
  return shortened(text, 100).replace(/…$/, '');
}
