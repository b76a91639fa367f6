import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import { entityNamed, nameChoices, quoteChoices } from '../src/reply/choices.ts';
import {
  bestOf,
  type FoundWords,
  findWords,
  notOnRecord,
  standsAnywhere,
} from '../src/reply/found-words.ts';
import { type Reply, reply } from '../src/reply/reply.ts';
import { correction, heardFrom } from '../src/reply/speaker-asked.ts';
import { notice } from '../src/reply/words.ts';
import { wordsIn } from '../src/search/words.ts';

export const whoSaid = defineCommand({
  name: 'who said',
  description: 'Find who said some words, even half remembered',
  asks: {
    text: wordsOption('The words, as well as you remember them'),
    speaker: wordsOption('Who you think said them').optional(),
  },
  completes: { text: quoteChoices, speaker: nameChoices },
  answer({ text, speaker }, library) {
    const again = {
      command: 'who said',
      options: { text, ...(speaker === undefined ? {} : { speaker }) },
    };
    if (wordsIn(text).length === 0) return reply('error', { notices: [notice('no-words')] });
    const found = findWords(text, library);
    if (found.answers.length === 0 && standsAnywhere(text)) {
      return reply('error', { notices: [notice('too-common', { text })] });
    }
    if (speaker !== undefined) return { ...bySpeaker(text, speaker, found, library), again };
    if (found.answers.length === 0) return notOnRecord(found.nearest);
    return reply('found', { findings: bestOf(found.answers), again });
  },
  translations: {
    de: {
      name: 'wer sagte',
      description: 'Finde heraus, wer etwas gesagt hat, auch halb erinnert',
      options: {
        text: { name: 'text', description: 'Die Worte, so gut du dich daran erinnerst' },
        speaker: { name: 'sprecher', description: 'Wer sie deiner Meinung nach gesagt hat' },
      },
    },
    es: {
      name: 'quién dijo',
      description: 'Averigua quién dijo algo, aunque lo recuerdes a medias',
      options: {
        text: { name: 'texto', description: 'Las palabras, tal como las recuerdes' },
        speaker: { name: 'persona', description: 'Quién crees que las dijo' },
      },
    },
    fr: {
      name: 'qui a-dit',
      description: 'Retrouver qui a dit quelque chose, même à moitié oublié',
      options: {
        text: { name: 'texte', description: 'Les mots, tels que vous vous en souvenez' },
        speaker: { name: 'auteur', description: 'Qui les a dits, d’après vous' },
      },
    },
    ja: {
      name: '誰 が言った',
      description: 'うろ覚えの言葉からでも、誰の発言かを探します',
      options: {
        text: { name: '言葉', description: '覚えている範囲の言葉' },
        speaker: { name: '発言者', description: '発言したと思う人' },
      },
    },
    'zh-CN': {
      name: '谁 说的',
      description: '查找某句话是谁说的，记得不全也可以',
      options: {
        text: { name: '原话', description: '尽你所能记得的原话' },
        speaker: { name: '发言者', description: '你认为是谁说的' },
      },
    },
    'zh-TW': {
      name: '誰 說的',
      description: '查找某句話是誰說的，記得不全也可以',
      options: {
        text: { name: '原話', description: '就你記得的原話' },
        speaker: { name: '發言者', description: '你認為是誰說的' },
      },
    },
  },
});

function bySpeaker(text: string, speaker: string, found: FoundWords, library: Library): Reply {
  const theirs = found.answers.flatMap((finding) => heardFrom(speaker, finding, library));
  if (theirs.length > 0) return reply('found', { findings: bestOf(theirs) });
  const question = { command: 'who said', options: { text, speaker } };
  const named = entityNamed('speaker', question, library);
  if ('reply' in named) return named.reply;
  const findings = bestOf(found.answers);
  const [other] = findings;
  if (other === undefined) return notOnRecord(found.nearest);
  return reply('found', { notices: [correction(named.entity, other)], findings });
}
