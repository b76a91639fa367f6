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
  translations: {
    de: {
      name: 'einstellungen',
      description: 'Was dieser Server gewählt hat: Bericht, Sprache, wer Antworten sieht',
      options: {
        story: {
          name: 'bericht',
          description: 'Um welchen Bericht es geht, wenn die Frage keinen nennt',
        },
        language: { name: 'sprache', description: 'Sprache der Antworten, die alle sehen' },
        answers: {
          name: 'antworten',
          description: 'Wer eine Antwort sieht, wenn der Fragende nichts wählt',
        },
        stories: {
          name: 'berichte',
          description: 'Berichte, zu denen man fragen darf, mit Kommas getrennt',
        },
      },
    },
    es: {
      name: 'ajustes',
      description: 'Lo que este servidor ha elegido: noticia, idioma, quién ve las respuestas',
      options: {
        story: {
          name: 'noticia',
          description: 'La noticia de la que tratan las preguntas si no nombran ninguna',
        },
        language: {
          name: 'idioma',
          description: 'El idioma de las respuestas que ve todo el mundo',
        },
        answers: {
          name: 'respuestas',
          description: 'Quién ve una respuesta si quien pregunta no elige',
        },
        stories: { name: 'noticias', description: 'Las noticias permitidas, separadas por comas' },
      },
    },
    fr: {
      name: 'paramètres',
      description: 'Ce que ce serveur a choisi : dossier, langue, qui voit les réponses',
      options: {
        story: { name: 'dossier', description: 'Le dossier visé quand la question n’en nomme pas' },
        language: { name: 'langue', description: 'La langue des réponses que tout le monde voit' },
        answers: {
          name: 'réponses',
          description: 'Qui voit une réponse quand le demandeur ne choisit pas',
        },
        stories: {
          name: 'dossiers',
          description: 'Les dossiers autorisés, séparés par des virgules',
        },
      },
    },
    ja: {
      name: '設定',
      description: 'このサーバーの設定：報道、言語、回答を見られる人',
      options: {
        story: { name: '報道', description: '質問が報道を指定しないときの対象' },
        language: { name: '言語', description: '全員に見える回答の言語' },
        answers: { name: '回答', description: '質問者が選ばないときに回答を見られる人' },
        stories: { name: '許可', description: '質問できる報道（コンマ区切り）' },
      },
    },
    'zh-CN': {
      name: '设置',
      description: '本服务器的选择：报道、语言、谁能看到回答',
      options: {
        story: { name: '报道', description: '提问没有指明报道时所指的报道' },
        language: { name: '语言', description: '所有人可见的回答使用的语言' },
        answers: { name: '回答', description: '提问者没有选择时谁能看到回答' },
        stories: { name: '允许', description: '允许提问的报道，用逗号分隔' },
      },
    },
    'zh-TW': {
      name: '設定',
      description: '本伺服器的選擇：報導、語言、誰能看到回答',
      options: {
        story: { name: '報導', description: '提問沒有指明報導時所指的報導' },
        language: { name: '語言', description: '所有人可見的回答使用的語言' },
        answers: { name: '回答', description: '提問者沒有選擇時誰能看到回答' },
        stories: { name: '允許', description: '允許提問的報導，用逗號分隔' },
      },
    },
  },
});
