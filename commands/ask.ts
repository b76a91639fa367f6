import { asksOfArticle, asksOfArticleAlone } from '../src/ask/about-article.ts';
import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import type { Story } from '../src/record/story.ts';
import { questionChoices } from '../src/reply/choices.ts';
import { findingForAnswer } from '../src/reply/finding.ts';
import { notOnRecord } from '../src/reply/found-words.ts';
import { reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { wordForms } from '../src/search/words.ts';

export const ask = defineCommand({
  name: 'ask',
  description: 'Ask a question: the answer is a sentence of the story, or “not on record”',
  asks: { question: wordsOption('A question, such as “who owns it” or “when did they meet”') },
  completes: {
    question: (typed, library) => questionChoices(typed, storiesFor(typed, library), library),
  },
  answer({ question }, library) {
    if (wordForms(question) === '') return reply('error', { notices: [notice('no-words')] });
    const asked = storiesFor(question, library)
      .map((story) => library.questions(story).answer(question))
      .sort((a, b) => (b.answers[0]?.score ?? 0) - (a.answers[0]?.score ?? 0));
    const [best] = asked;
    const found = asksOfArticleAlone(question) ? [] : (best?.answers ?? []);
    const answers = found.map((answer) => findingForAnswer(answer, library));
    const again = { command: 'ask', options: { question } };
    if (answers.length > 0) return reply('found', { findings: answers, again });
    const near = asked.flatMap(({ nearest }) => nearest ?? []).sort((a, b) => b.score - a.score);
    return notOnRecord(
      near
        .slice(0, 1)
        .map((answer) => ({ ...findingForAnswer(answer, library), verdict: 'not_on_record' })),
      [
        ...(asksOfArticle(question) ? [storyItself] : []),
        ...(best?.alike ?? []).map((ask) => ({
          command: 'ask',
          options: { question: ask },
          label: ask,
        })),
      ],
    );
  },
  translations: {
    de: {
      name: 'frage',
      description: 'Stell eine Frage: die Antwort ist ein Satz des Berichts oder „nicht belegt“',
      options: {
        question: {
          name: 'frage',
          description: 'Eine Frage auf Englisch, etwa „who owns it“ oder „when did they meet“',
        },
      },
    },
    es: {
      name: 'preguntar',
      description: 'Haz una pregunta: la respuesta es una frase de la noticia, o «no consta»',
      options: {
        question: {
          name: 'pregunta',
          description: 'Una pregunta en inglés, como «who owns it» o «when did they meet»',
        },
      },
    },
    fr: {
      name: 'question',
      description:
        'Posez une question : la réponse est une phrase du dossier, ou « ne figure pas »',
      options: {
        question: {
          name: 'question',
          description: 'Une question en anglais, comme « who owns it » ou « when did they meet »',
        },
      },
    },
    ja: {
      name: '質問',
      description: '質問すると、報道の中の一文か「記録なし」で答えます',
      options: {
        question: { name: '質問', description: '英語の質問。例：who owns it、when did they meet' },
      },
    },
    'zh-CN': {
      name: '提问',
      description: '提一个问题：回答是报道中的一句话，或“没有记录”',
      options: {
        question: {
          name: '问题',
          description: '用英语提问，例如 who owns it 或 when did they meet',
        },
      },
    },
    'zh-TW': {
      name: '提問',
      description: '提一個問題：回答是報導中的一句話，或「沒有紀錄」',
      options: {
        question: {
          name: '問題',
          description: '用英語提問，例如 who owns it 或 when did they meet',
        },
      },
    },
  },
});

/** Tells where and when it was published, and by whom. */
const storyItself = { command: 'story', options: {}, label: '/story' };

/** A question is put to the stories that its words lead to; to all of them only if they are few. */
function storiesFor(question: string, library: Library): readonly Story[] {
  if (library.stories.length <= mostStories) return library.stories;
  const ids = library.search.find(question, 20).map(({ sentence }) => sentence.story);
  return [...new Set(ids)].slice(0, mostStories).flatMap((id) => library.story(id) ?? []);
}

const mostStories = 4;
