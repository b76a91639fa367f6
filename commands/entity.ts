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
  translations: {
    de: {
      name: 'steckbrief',
      description: 'Alles, was der Bericht zu Person, Firma, Produkt, Gesetz oder Ort enthält',
      options: {
        name: { name: 'name', description: 'Name, Spitzname oder Rolle, auch mit Tippfehlern' },
      },
    },
    es: {
      name: 'ficha',
      description: 'Todo lo que trae la noticia sobre una persona, empresa, producto, ley o lugar',
      options: {
        name: { name: 'nombre', description: 'Un nombre, apodo o cargo, aunque tenga erratas' },
      },
    },
    fr: {
      name: 'fiche',
      description:
        'Tout ce que le dossier dit d’une personne, d’une entreprise, d’un produit, d’une loi ou d’un lieu',
      options: {
        name: {
          name: 'nom',
          description: 'Un nom, un surnom ou une fonction, même mal orthographié',
        },
      },
    },
    ja: {
      name: '項目',
      description: '人物、企業、製品、法律、場所について報道にあるすべてを表示します',
      options: { name: { name: '名前', description: '名前、通称、役職（多少の誤字も可）' } },
    },
    'zh-CN': {
      name: '档案',
      description: '报道中关于某个人、公司、产品、法律或地点的全部内容',
      options: { name: { name: '名称', description: '名字、绰号或职务，写错几个字也行' } },
    },
    'zh-TW': {
      name: '檔案',
      description: '報導中關於某個人、公司、產品、法律或地點的全部內容',
      options: { name: { name: '名稱', description: '名字、綽號或職務，寫錯幾個字也行' } },
    },
  },
});
