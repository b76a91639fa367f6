import { defineCommand, wordsOption } from '../src/command.ts';
import { entityNamed, nameChoices } from '../src/reply/choices.ts';
import { citedIn, entityCard } from '../src/reply/entity-card.ts';
import { reply } from '../src/reply/reply.ts';
import { entityKey } from '../src/search/names.ts';

export const entity = defineCommand({
  name: 'entity',
  description: 'Everything the story has on a person, company, product, law or place',
  asks: { name: wordsOption('A name, nickname or role, misspelt or not') },
  completes: { name: nameChoices },
  answer({ name }, library) {
    const named = entityNamed('name', { command: 'entity', options: { name } }, library);
    if ('reply' in named) return named.reply;
    const card = entityCard(named.entity, library);
    const again = { command: 'entity', options: { name: entityKey(named.entity) } };
    return reply('found', { entity: card, findings: citedIn(card), again });
  },
});
