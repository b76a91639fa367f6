import { defineCommand, wordsOption } from '../src/command.ts';
import { reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { settingsCard } from '../src/settings/settings-card.ts';
import { settingsWith } from '../src/settings/settings-change.ts';
import { settingCompleters } from '../src/settings/settings-choices.ts';

export const settings = defineCommand({
  name: 'settings',
  description: 'What this server has chosen: story, language, who sees answers',
  scope: 'server',
  asks: {
    story: wordsOption('The story questions are about when they name none').optional(),
    language: wordsOption('What answers that everybody sees are written in').optional(),
    answers: wordsOption('Who sees an answer when the asker does not choose').optional(),
    stories: wordsOption('The stories that may be asked about, with commas between').optional(),
  },
  completes: settingCompleters,
  answer(asked, library, { server }) {
    if (server === undefined) return reply('error', { notices: [notice('settings-elsewhere')] });
    if (!server.manageable) return reply('error', { notices: [notice('settings-forbidden')] });
    const wanted = settingsWith(asked, server.settings, library);
    if ('problems' in wanted) return reply('error', { notices: wanted.problems });
    const changes = Object.values(asked).some((value) => value !== undefined);
    return reply('found', {
      notices: [notice(changes ? 'settings-kept' : 'settings-shown')],
      settings: settingsCard({ ...server, settings: wanted.settings }, library),
      change: changes ? wanted.settings : undefined,
    });
  },
});
