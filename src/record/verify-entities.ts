import { wholeWords } from './span.ts';
import type { Story } from './story.ts';
import type { Note, StoryDocument } from './story-document.ts';

export function namesAreToldApart(story: Story, document: StoryDocument, fault: Note): void {
  const shared = new Set(document.content.ambiguous.map((name) => name.toLowerCase()));
  const owners = new Map<string, string>();
  story.entities.forEach((entity, index) => {
    const names = [entity.name, ...entity.aliases, ...entity.nicknames];
    for (const name of new Set(names.map((each) => each.toLowerCase()))) {
      const owner = owners.get(name);
      if (owner !== undefined && !shared.has(name)) {
        fault(
          ['entities', index],
          `${entity.name} and ${owner} are both called “${name}”`,
          'take the name from one of them, or list it under ambiguous',
        );
      }
      owners.set(name, entity.name);
    }
  });
}

export function aliasesArePrinted(story: Story, document: StoryDocument, fault: Note): void {
  document.content.entities.forEach((entity, index) => {
    entity.aliases.forEach((alias, place) => {
      if (story.sentences.some(({ text }) => wholeWords(text, alias).length > 0)) return;
      fault(
        ['entities', index, 'aliases', place],
        `no sentence prints “${alias}”`,
        'move it to nicknames, which are searched but never shown',
      );
    });
  });
}

/** What a sentence says of somebody it does not name is easily somebody else's. */
export function rolesNameTheirOwner(story: Story, document: StoryDocument, fault: Note): void {
  document.content.entities.forEach((entity, index) => {
    const printed = (text: string) =>
      [entity.name, ...entity.aliases].some((name) => wholeWords(text, name).length > 0);
    const textOfSentence = (id: string) =>
      story.sentences.find((each) => each.id === id)?.text ?? '';
    if (!story.sentences.some(({ text }) => printed(text))) {
      fault(
        ['entities', index, 'name'],
        `the articles nowhere print ${entity.name}`,
        'add an alias that they do print',
      );
    }
    entity.roles.forEach(({ sentence, text }, place) => {
      const home = textOfSentence(sentence);
      if (printed(home) || !home.includes(text)) return;
      const path = ['entities', index, 'roles', place];
      fault(
        path,
        `${sentence} does not name ${entity.name}`,
        'cite the sentence that says this of them by name',
      );
    });
  });
}
