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
  translations: {
    de: {
      name: 'wer ist',
      description: 'Wer oder was jemand oder etwas ist, in den Worten des Artikels',
      options: {
        name: { name: 'name', description: 'Name, Spitzname oder Rolle, auch mit Tippfehlern' },
      },
    },
    es: {
      name: 'quién es',
      description: 'Quién o qué es alguien o algo, con las palabras del artículo',
      options: {
        name: { name: 'nombre', description: 'Un nombre, apodo o cargo, aunque tenga erratas' },
      },
    },
    fr: {
      name: 'qui est',
      description: 'Qui est une personne ou ce qu’est une chose, avec les mots de l’article',
      options: {
        name: {
          name: 'nom',
          description: 'Un nom, un surnom ou une fonction, même mal orthographié',
        },
      },
    },
    ja: {
      name: '誰 なのか',
      description: '人物や物事について、記事の言葉で紹介します',
      options: { name: { name: '名前', description: '名前、通称、役職（多少の誤字も可）' } },
    },
    'zh-CN': {
      name: '谁 是谁',
      description: '用文章的原文介绍某个人或事物',
      options: { name: { name: '名称', description: '名字、绰号或职务，写错几个字也行' } },
    },
    'zh-TW': {
      name: '誰 是誰',
      description: '用文章的原文介紹某個人或事物',
      options: { name: { name: '名稱', description: '名字、綽號或職務，寫錯幾個字也行' } },
    },
  },
});
