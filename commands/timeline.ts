import * as z from 'zod';
import { readsAsDate } from '../src/ask/date-words.ts';
import { defineCommand, mostChoices, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import type { CalendarDate } from '../src/record/calendar-date.ts';
import type { Entity, EntityName, StoryEvent } from '../src/record/story.ts';
import type { Choice } from '../src/reply/choice.ts';
import { entityNamed, nameChoices } from '../src/reply/choices.ts';
import { findingForPassage } from '../src/reply/finding.ts';
import type { Language } from '../src/reply/language.ts';
import { type Reply, reply } from '../src/reply/reply.ts';
import { datesMeant, isTypedDate } from '../src/reply/typed-date.ts';
import { notice } from '../src/reply/words.ts';
import { entityKey } from '../src/search/names.ts';
import { plain } from '../src/search/words.ts';
import { whichOf } from '../src/stories-in-force.ts';

export const timeline = defineCommand({
  name: 'timeline',
  description: 'What happened when, in the article’s words',
  asks: {
    entity: wordsOption('Only what this person, company or thing takes part in').optional(),
    from: dateOption('From this day, month or year on, such as 1 August 2020'),
    to: dateOption('Up to and including this day, month or year'),
  },
  completes: { entity: nameChoices, from: dayChoices, to: dayChoices },
  answer(asked, library) {
    const timed = withDateAsTime(asked, library);
    const { entity } = timed;
    if (entity !== undefined && readsAsDate(entity) && isNobody(entity, library)) {
      return reply('error', { notices: [notice('bad-date', { date: entity })] });
    }
    const time = timeMeant(timed, library);
    if ('reply' in time) return time.reply;
    const { first, last } = time;
    const rest = {
      ...(first === undefined ? {} : { from: first }),
      ...(last === undefined ? {} : { to: last }),
    };
    const named =
      entity === undefined
        ? undefined
        : entityNamed('entity', { command: 'timeline', options: { ...rest, entity } }, library);
    if (named !== undefined && 'reply' in named) return named.reply;
    const stories = happeningsIn(time, named?.entity, library);
    const again = {
      command: 'timeline',
      options: {
        ...(named === undefined ? {} : { entity: entityKey(named.entity) }),
        ...rest,
      },
    };
    if (stories.length === 0) return reply('not_on_record', { notices: [notice('nothing-dated')] });
    if (stories.length > mostTogether) {
      const question = { command: 'timeline', options: rest };
      return whichOf(
        stories.map(({ story }) => story),
        question,
      );
    }
    const events = inOrder(stories.flatMap((each) => each.events)).map((event) => ({
      event,
      finding: findingForPassage(event.happening, library),
    }));
    return reply('found', { events, again });
  },
  translations: {
    de: {
      name: 'zeitleiste',
      description: 'Was wann geschah, in den Worten des Artikels',
      options: {
        entity: {
          name: 'wer',
          description: 'Nur woran diese Person, Firma oder Sache beteiligt ist',
        },
        from: { name: 'von', description: 'Ab diesem Tag, Monat oder Jahr, etwa 1. August 2020' },
        to: { name: 'bis', description: 'Bis einschließlich dieses Tages, Monats oder Jahres' },
      },
    },
    es: {
      name: 'cronología',
      description: 'Qué pasó y cuándo, con las palabras del artículo',
      options: {
        entity: {
          name: 'quién',
          description: 'Solo aquello en lo que participa esta persona, empresa o cosa',
        },
        from: {
          name: 'desde',
          description: 'Desde este día, mes o año, por ejemplo 1 de agosto de 2020',
        },
        to: { name: 'hasta', description: 'Hasta este día, mes o año, incluido' },
      },
    },
    fr: {
      name: 'chronologie',
      description: 'Ce qui s’est passé et quand, avec les mots de l’article',
      options: {
        entity: {
          name: 'qui',
          description: 'Seulement ce à quoi prend part cette personne, entreprise ou chose',
        },
        from: {
          name: 'depuis',
          description: 'À partir de ce jour, mois ou année, par exemple 1er août 2020',
        },
        to: { name: 'jusque', description: 'Jusqu’à ce jour, mois ou année inclus' },
      },
    },
    ja: {
      name: '年表',
      description: 'いつ何があったかを、記事の言葉で示します',
      options: {
        entity: { name: '対象', description: 'この人物、企業、物事が関わるものだけ' },
        from: { name: 'から', description: 'この日、月、年以降。例：2020年8月1日' },
        to: { name: 'まで', description: 'この日、月、年まで（当日を含む）' },
      },
    },
    'zh-CN': {
      name: '时间线',
      description: '何时发生了什么，用文章的原文',
      options: {
        entity: { name: '对象', description: '只看此人、公司或事物参与的事件' },
        from: { name: '从', description: '从这一日、月或年开始，例如 2020年8月1日' },
        to: { name: '到', description: '到这一日、月或年为止（含当日）' },
      },
    },
    'zh-TW': {
      name: '時間軸',
      description: '何時發生了什麼，用文章的原文',
      options: {
        entity: { name: '對象', description: '只看此人、公司或事物參與的事件' },
        from: { name: '從', description: '從這一日、月或年開始，例如 2020年8月1日' },
        to: { name: '到', description: '到這一日、月或年為止（含當日）' },
      },
    },
  },
});

/** What happened within a time, to somebody if one is meant, by the stories that tell of it. */
function happeningsIn({ first, last }: Time, entity: Entity | undefined, { stories }: Library) {
  return stories
    .filter(({ id }) => entity === undefined || id === entity.story)
    .map((story) => ({
      story,
      events: story.events
        .filter(({ date }) => first === undefined || date.last >= first)
        .filter(({ date }) => last === undefined || date.first <= last)
        .filter(({ entities }) => isIn(entity, entities)),
    }))
    .filter(({ events }) => events.length > 0);
}

interface Asked {
  readonly entity?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A date where a name is expected says when, unless something is called that. */
function withDateAsTime(asked: Asked, library: Library): Asked {
  const { entity, from, to } = asked;
  const isWhen =
    entity !== undefined &&
    (from === undefined || to === undefined) &&
    isTypedDate(entity) &&
    isNobody(entity, library);
  return isWhen ? { from: from ?? entity, to: to ?? entity } : asked;
}

type Time = { readonly first: string | undefined; readonly last: string | undefined };

/** The days between which things are asked for, or the reply that says why it is not clear which. */
function timeMeant(asked: Asked, { stories }: Library): Time | { readonly reply: Reply } {
  const { from = '', to = '' } = asked;
  const typed = { from, to };
  const meant = { from: datesMeant(from, stories), to: datesMeant(to, stories) };
  for (const option of ['from', 'to'] as const) {
    const [date, ...others] = meant[option];
    if (others.length > 0) return { reply: whichDate(typed[option], meant[option], asked) };
    if (date === undefined && typed[option] !== '') {
      return { reply: reply('not_on_record', { notices: [notice('nothing-dated')] }) };
    }
  }
  const first = meant.from[0]?.first;
  const last = meant.to[0]?.last;
  return first !== undefined && last !== undefined && last < first
    ? { reply: reply('error', { notices: [notice('dates-reversed', { from, to })] }) }
    : { first, last };
}

function whichDate(typed: string, dates: readonly CalendarDate[], asked: Asked): Reply {
  const askedOn = (day: string) =>
    Object.fromEntries(
      Object.entries(asked).flatMap(([option, value]) =>
        value === undefined ? [] : [[option, option !== 'entity' && value === typed ? day : value]],
      ),
    );
  return reply('ambiguous', {
    notices: [notice('which-entity', { name: typed })],
    suggestions: dates.slice(-mostOffered).map(({ text }) => ({
      command: 'timeline',
      options: askedOn(text),
      label: text,
    })),
  });
}

/** As many as there is room for buttons in a row. */
const mostOffered = 5;

function isNobody(name: string, { names }: Library): boolean {
  return names.called(name).length === 0;
}

function dateOption(description: string) {
  return z.string().trim().refine(isTypedDate).optional().describe(description);
}

/** Nobody reads the days of more stories than this at a time. */
const mostTogether = 10;

function isIn(entity: Entity | undefined, entities: readonly EntityName[]): boolean {
  return entity === undefined || entities.some(({ id }) => id === entity.id);
}

function inOrder(events: readonly StoryEvent[]): readonly StoryEvent[] {
  return events.toSorted((a, b) => a.date.first.localeCompare(b.date.first));
}

/** The days on which something happened, for a date that is being typed. */
function dayChoices(typed: string, library: Library, language: Language): readonly Choice[] {
  const dates = library.stories.flatMap(({ events }) => events.map(({ date }) => date));
  const days = [...new Map(dates.map((date) => [date.first, date]))];
  const begun = plain(typed);
  return days
    .map(([day, date]) => ({ name: `${day} — ${language.date(date)}`, value: day }))
    .filter(({ name, value }) => value.startsWith(begun) || plain(name).includes(begun))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .slice(0, mostChoices);
}
