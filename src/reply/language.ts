import { once } from '../once.ts';
import type { CalendarDate } from '../record/calendar-date.ts';
import { remembered, rememberedOf } from '../remembered.ts';
import { type Named, type Notice, notice, type Value, type WordKey, type Words } from './words.ts';

/** A language the bot answers in: its own sentences, and how dates, numbers and lists are written. */
export class Language {
  readonly tag: string;
  readonly words: Words;
  readonly #dates: () => DateFormats;
  readonly #list: () => Intl.ListFormat;
  readonly #numbers: () => Intl.NumberFormat;
  readonly #plurals: () => Intl.PluralRules;

  /** @param tag of BCP 47, such as `zh-TW` */
  constructor(tag: string, words: Words) {
    this.tag = tag;
    this.words = words;
    this.#dates = once(() => dateFormats(tag));
    this.#list = once(() => new Intl.ListFormat(tag));
    this.#numbers = once(() => new Intl.NumberFormat(tag));
    this.#plurals = once(() => new Intl.PluralRules(tag));
  }

  /** The sentence of a notice, its gaps filled; `dress` may escape or colour what fills them. */
  say({ key, values }: Notice, dress: (value: string) => string = (value) => value): string {
    const { start, gaps } = readPhrase(this.#phrase(key, values.count));
    let said = start;
    for (const { name, opening, after } of gaps) {
      const value = values[name];
      const dressed = opening ? (each: string) => dress(this.#capitalised(each)) : dress;
      said += value === undefined ? `{${name}}` : this.#written(value, dressed);
      said += after;
    }
    return said;
  }

  /** What a command or an option is called. */
  nameOf({ name, translations }: Named): string {
    return translations[this.tag]?.name ?? name;
  }

  quoted(text: string): string {
    return this.say(notice('quoted', { text }));
  }

  labelled(label: string, value: string): string {
    return this.say(notice('labelled', { label, value }));
  }

  /** “Saturday (1 August 2020)” */
  noted(text: string, note: string): string {
    return this.say(notice('noted', { text, note }));
  }

  /** “one bank, another bank and a fund” */
  list(names: readonly string[]): string {
    return this.#list().format(names);
  }

  /** Parts of one remark, with nothing between them but commas. */
  commas(parts: readonly string[]): string {
    return parts.join(this.#phrase('comma'));
  }

  semicolons(parts: readonly string[]): string {
    return parts.join(this.#phrase('semicolon'));
  }

  /** A date as precisely as it is known: “2020”, “August 2020”, “Sunday 2 August 2020”, a range. */
  date(date: CalendarDate): string {
    return writtenDate(date, this.#dates());
  }

  #phrase(key: WordKey, count?: Value): string {
    const phrase = this.words[key];
    if (typeof phrase === 'string') return phrase;
    const form = typeof count === 'number' ? this.#plurals().select(count) : 'other';
    return phrase[form] ?? phrase.other;
  }

  /** A name that opens a sentence; one with a capital of its own, such as “eBay”, stays as it is. */
  #capitalised(name: string): string {
    return name.replace(/^\p{Ll}(?=\p{Ll}*(?!\p{L}))/u, (letter) =>
      letter.toLocaleUpperCase(this.tag),
    );
  }

  #written(value: Value, dress: (value: string) => string): string {
    if (typeof value === 'string') return dress(value);
    if (typeof value === 'number') return dress(this.#numbers().format(value));
    return 'name' in value ? dress(this.nameOf(value)) : this.commas(value.map(dress));
  }
}

/** A phrase cut at its gaps. */
interface Phrase {
  readonly start: string;
  readonly gaps: readonly Gap[];
}

interface Gap {
  readonly name: string;
  /** What fills it begins a sentence: `{Name}` rather than `{name}`. */
  readonly opening: boolean;
  /** The words that come after it. */
  readonly after: string;
}

/** @param phrase one of the bot's own, of which there are a few hundred in all its languages */
const readPhrase = remembered((phrase: string): Phrase => {
  const [start = '', ...rest] = phrase.split(/\{(\w+)\}/);
  const gaps = rest.flatMap((name, at) => (at % 2 === 0 ? [gapOf(name, rest[at + 1] ?? '')] : []));
  return { start, gaps };
}, 2000);

function gapOf(written: string, after: string): Gap {
  const name = written.charAt(0).toLowerCase() + written.slice(1);
  return { name, opening: name !== written, after };
}

type DateFormats = Readonly<Record<'year' | 'month' | 'day', Intl.DateTimeFormat>>;

/** The dates of a story are written again and again. */
const writtenDate = rememberedOf((date: CalendarDate, formats: DateFormats): string => {
  const { precision, first, last } = date;
  if (precision === 'range') return formats.day.formatRange(atNoon(first), atNoon(last));
  return formats[precision].format(atNoon(first));
});

function dateFormats(tag: string): DateFormats {
  const year = { timeZone: 'UTC', year: 'numeric' } as const;
  const month = { ...year, month: 'long' } as const;
  const day = { ...month, day: 'numeric', weekday: 'long' } as const;
  return {
    year: new Intl.DateTimeFormat(tag, year),
    month: new Intl.DateTimeFormat(tag, month),
    day: new Intl.DateTimeFormat(tag, day),
  };
}

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
