import * as z from 'zod';
import { type Choice, defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import { readDate } from '../src/record/calendar-date.ts';
import { entityNamed, nameChoices } from '../src/reply/choices.ts';
import { findingForPassage } from '../src/reply/finding.ts';
import type { Language } from '../src/reply/language.ts';
import { reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { entityKey } from '../src/search/names.ts';

export const timeline = defineCommand({
  name: 'timeline',
  description: 'What happened when, in the article’s words',
  asks: {
    entity: wordsOption('Only what this person, company or thing takes part in').optional(),
    from: dateOption('From this day, month or year on, such as 2020-08-01'),
    to: dateOption('Up to and including this day, month or year'),
  },
  completes: { entity: nameChoices, from: dayChoices, to: dayChoices },
  answer({ entity, from, to }, library) {
    const rest = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const first = from === undefined ? undefined : readDate(from)?.first;
    const last = to === undefined ? undefined : readDate(to)?.last;
    if (first !== undefined && last !== undefined && last < first) {
      return reply('error', {
        notices: [notice('dates-reversed', { from: from ?? '', to: to ?? '' })],
      });
    }
    const named =
      entity === undefined
        ? undefined
        : entityNamed('entity', { command: 'timeline', options: { ...rest, entity } }, library);
    if (named !== undefined && 'reply' in named) return named.reply;
    const events = eventsOf(library)
      .filter(({ date }) => first === undefined || date.last >= first)
      .filter(({ date }) => last === undefined || date.first <= last)
      .filter(
        ({ entities, happening }) =>
          named === undefined ||
          (happening.sentence.story === named.entity.story &&
            entities.some(({ id }) => id === named.entity.id)),
      )
      .map((event) => ({ event, finding: findingForPassage(event.happening, library) }));
    const again = {
      command: 'timeline',
      options: {
        ...(named === undefined ? {} : { entity: entityKey(named.entity) }),
        ...(first === undefined ? {} : { from: first }),
        ...(last === undefined ? {} : { to: last }),
      },
    };
    if (events.length > 0) return reply('found', { events, again });
    return reply('not_on_record', { notices: [notice('nothing-dated')] });
  },
});

function dateOption(description: string) {
  return z
    .string()
    .trim()
    .refine((text) => readDate(text) !== undefined)
    .optional()
    .describe(description);
}

function eventsOf({ stories }: Library) {
  return stories
    .flatMap(({ events }) => events)
    .toSorted((a, b) => a.date.first.localeCompare(b.date.first));
}

/** The days on which something happened, for a date that is being typed. */
function dayChoices(typed: string, library: Library, language: Language): readonly Choice[] {
  const days = new Map(eventsOf(library).map(({ date }) => [date.first, date]));
  return [...days]
    .filter(([day]) => day.startsWith(typed.trim()))
    .map(([day, date]) => ({ name: `${day} — ${language.date(date)}`, value: day }));
}
