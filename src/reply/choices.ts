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

/** The reply that asks which of several entities is meant. */
export function whichEntity(
  asked: string,
  entities: readonly Entity[],
  command: string,
  option: string,
): Reply {
  return reply('ambiguous', {
    notices: [notice('which-entity', { name: asked })],
    suggestions: askingFor(entities.slice(0, 5), command, option),
  });
}

/** The reply for a name that nothing in the library bears. */
export function unknownEntity(
  asked: string,
  nearest: readonly Entity[],
  command: string,
  option: string,
): Reply {
  const near = nearest.length === 0 ? [] : [notice('did-you-mean')];
  return reply('not_on_record', {
    notices: [notice('unknown-entity', { name: asked }), ...near],
    suggestions: askingFor(nearest, command, option),
  });
}

/** Entities of several stories may share a name; then only the key tells them apart. */
function askingFor(entities: readonly Entity[], command: string, option: string): Question[] {
  return entities.map((entity) => {
    const alone = entities.every((other) => other === entity || other.name !== entity.name);
    return { command, options: { [option]: alone ? entity.name : entityKey(entity) } };
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
