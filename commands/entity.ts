import { defineCommand, wordsOption } from '../src/command.ts';
import { nameChoices, unknownEntity, whichEntity } from '../src/reply/choices.ts';
import { citedIn, entityCard } from '../src/reply/entity-card.ts';
import { reply } from '../src/reply/reply.ts';
import { entityKey } from '../src/search/names.ts';

export const entity = defineCommand({
  name: 'entity',
  description: 'Everything the story has on a person, company, product, law or place',
  asks: { name: wordsOption('A name, nickname or role, misspelt or not') },
  completes: { name: nameChoices },
  answer({ name }, library) {
    const named = library.names.find(name);
    if (named.kind === 'several') return whichEntity(name, named.entities, 'entity', 'name');
    if (named.kind === 'none') return unknownEntity(name, named.nearest, 'entity', 'name');
    const card = entityCard(named.entity, library);
    const again = { command: 'entity', options: { name: entityKey(named.entity) } };
    return reply('found', { entity: card, findings: citedIn(card), again });
  },
});
