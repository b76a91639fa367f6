import { type Choice, shortened } from '../command.ts';
import type { Library } from '../library.ts';
import { attribute } from '../record/attribution.ts';
import { type Entity, type Passage, wordsOf } from '../record/story.ts';
import { entityKey } from '../search/names.ts';
import { type Question, type Reply, reply } from './reply.ts';
import { notice } from './words.ts';

/** Entities to choose from while a name is typed. */
export function nameChoices(typed: string, library: Library): readonly Choice[] {
  return library.names.complete(typed, 25).map((entity) => ({
    name: nameAndRole(entity),
    value: entityKey(entity),
  }));
}

/** Quotes to choose from while words are typed. */
export function quoteChoices(typed: string, library: Library): readonly Choice[] {
  return library.quotes.complete(typed, 25).map((passage) => ({
    name: quoteAndSpeaker(passage, library),
    value: wholeWords(wordsOf(passage)),
  }));
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
          suggestions: askingFor(named.entities.slice(0, 5), question, option),
        }),
      };
    case 'none': {
      const near = named.nearest.length === 0 ? [] : [notice('did-you-mean')];
      return {
        reply: reply('not_on_record', {
          notices: [notice('unknown-entity', { name }), ...near],
          suggestions: askingFor(named.nearest, question, option),
        }),
      };
    }
  }
}

/** Entities of several stories may share a name; then only the key tells them apart. */
function askingFor(
  entities: readonly Entity[],
  { command, options }: Question,
  option: string,
): Question[] {
  return entities.map((entity) => {
    const alone = entities.every((other) => other === entity || other.name !== entity.name);
    const name = alone ? entity.name : entityKey(entity);
    return { command, options: { ...options, [option]: name } };
  });
}

function nameAndRole(entity: Entity): string {
  const [role] = entity.roles;
  return role === undefined ? entity.name : `${entity.name} — ${wordsOf(role)}`;
}

function quoteAndSpeaker(passage: Passage, library: Library): string {
  const story = library.story(passage.sentence.story);
  const speaker = story && attribute(story, passage).voices.at(-1)?.name;
  const quote = shortened(wordsOf(passage), speaker === undefined ? 98 : 94 - speaker.length);
  return speaker === undefined ? quote : `“${quote}” — ${speaker}`;
}

/** A value is cut where a word ends, so that it still is the article's words. */
function wholeWords(text: string): string {
  return text.length <= 100 ? text : text.slice(0, text.lastIndexOf(' ', 100));
}
