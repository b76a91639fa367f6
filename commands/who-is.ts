import { defineCommand, wordsOption } from '../src/command.ts';
import { entityNamed, nameChoices } from '../src/reply/choices.ts';
import { citedIn, entityCard } from '../src/reply/entity-card.ts';
import { reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { entityKey } from '../src/search/names.ts';

export const whoIs = defineCommand({
  name: 'who is',
  description: 'Who or what somebody or something is, in the article’s words',
  asks: { name: wordsOption('A name, nickname or role, misspelt or not') },
  completes: { name: nameChoices },
  answer({ name }, library) {
    const named = entityNamed('name', { command: 'who is', options: { name } }, library);
    if ('reply' in named) return named.reply;
    const again = { command: 'who is', options: { name: entityKey(named.entity) } };
    const whole = entityCard(named.entity, library);
    const brief = { ...whole, said: [], held: [], about: [], mentioned: [] };
    const findings = citedIn(brief);
    if (findings.length > 0) return reply('found', { entity: brief, findings, again });
    return reply('found', {
      notices: [notice('nothing-cited', { name: whole.entity.name })],
      entity: whole,
      findings: citedIn(whole),
      again,
    });
  },
});
