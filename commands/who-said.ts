import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import { contains, wholeWords } from '../src/record/span.ts';
import { type Entity, type Voice, voicesOf, wordsOf } from '../src/record/story.ts';
import { entityNamed, nameChoices, quoteChoices } from '../src/reply/choices.ts';
import { findingForStatement } from '../src/reply/finding.ts';
import {
  bestOf,
  type FoundWords,
  findWords,
  notOnRecord,
  standsAnywhere,
} from '../src/reply/found-words.ts';
import { type Finding, type Reply, reply } from '../src/reply/reply.ts';
import { type Notice, notice } from '../src/reply/words.ts';
import { wordForms, wordsIn } from '../src/search/words.ts';

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
    if (wordForms(text) === '') return reply('error', { notices: [notice('no-words')] });
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
  const [other] = found.answers;
  if (other === undefined) return notOnRecord(found.nearest);
  return reply('found', {
    notices: [correction(named.entity, other)],
    findings: bestOf(found.answers),
  });
}

/** The finding, if it is heard from the speaker; of two who say the same words, with the one meant. */
function heardFrom(speaker: string, finding: Finding, library: Library): readonly Finding[] {
  const { sentence } = finding;
  const called = (voice: Voice) => isCalled(speaker, voice, sentence.story, library);
  if (finding.attribution.voices.some(called)) return [finding];
  const words = wordsOf(finding);
  return (library.story(sentence.story)?.statements ?? [])
    .filter((statement) => !statement.attitude && voicesOf(statement).some(called))
    .flatMap((statement) =>
      statement.content
        .filter((part) => part.sentence === sentence)
        .flatMap(({ span }) =>
          wholeWords(sentence.text, words).filter((each) => contains(span, each)),
        )
        .slice(0, 1)
        .map((span) => {
          const { attribution } = findingForStatement(statement, { sentence, span });
          return { ...finding, span, attribution };
        }),
    );
}

/** Who did say it; of somebody who is told to agree or want it, that too. */
function correction({ id, name: asked }: Entity, { attribution }: Finding): Notice {
  const speaker = attribution.voices.at(-1)?.name;
  if (speaker === undefined) return notice('said-by-nobody-asked', { asked });
  const told = attribution.toldOf.find(({ source }) =>
    source.entities.some((each) => each.id === id),
  );
  if (told === undefined) return notice('said-by-other', { asked, speaker });
  return notice('said-of-asked', { asked, speaker, cue: told.source.cue });
}

/** By the name of an entity, or by the words for a source that the article does not name. */
function isCalled(speaker: string, voice: Voice, story: string, { names }: Library): boolean {
  const named = names.find(speaker);
  if (named.kind === 'one') {
    const { id, story: home } = named.entity;
    return home === story && voice.entities.some((each) => each.id === id);
  }
  const asked = wordsIn(speaker).filter(({ weight }) => weight === 1);
  const forms = new Set(wordsIn(voice.name).map(({ form }) => form));
  return (
    voice.entities.length === 0 && asked.length > 0 && asked.every(({ form }) => forms.has(form))
  );
}
