import type { Article } from '../record/story.ts';
import {
  articleName,
  attributionLine,
  citationOf,
  eventDate,
  heardThrough,
  mannerOf,
  placeAmong,
  quoteOf,
  relationLine,
  speakerName,
  storySize,
  toldOfLine,
  verdictLine,
  withType,
  wordsAlone,
} from '../reply/caption.ts';
import {
  type Emphasis,
  emphasisOf,
  emphasisWithin,
  type Lettering,
  lettered,
  unemphasised,
} from '../reply/emphasis.ts';
import { type CardEntry, sectionsOf } from '../reply/entity-card.ts';
import type { Language } from '../reply/language.ts';
import { listedArticles } from '../reply/listed-articles.ts';
import { questionLine } from '../reply/question-line.ts';
import type {
  Check,
  EntityCard,
  EventFinding,
  Finding,
  Question,
  Reply,
  StoryCard,
} from '../reply/reply.ts';
import { findingsAbove, shownAbove } from '../reply/shown-above.ts';
import { tidy } from '../reply/tidy.ts';
import { type Notice, notice, type WordKey } from '../reply/words.ts';
import type { Paint } from './paint.ts';

/** A reply as a person reads it in a terminal. */
export function terminalText(
  reply: Reply,
  paint: Paint,
  width: number,
  language: Language,
): string {
  const drawer = new TerminalDrawer(paint, width, language);
  return drawer.draw(reply);
}

class TerminalDrawer {
  constructor(
    private readonly paint: Paint,
    private readonly width: number,
    private readonly language: Language,
  ) {}

  draw(reply: Reply): string {
    const articles = listedArticles(reply);
    const notices = reply.notices.filter(({ key }) => key !== headingOfNames);
    const blocks = [
      ...notices.map((each) => this.#notice(this.language.say(asTyped(each), tidy), reply)),
      ...(reply.story === undefined ? [] : [this.#story(reply.story)]),
      ...reply.stories.map((each) => this.#story(each)),
      ...reply.checks.flatMap((each, at) => this.#check(each, findingsAbove(reply.checks, at))),
      ...(reply.entity === undefined
        ? (reply.checks.length > 0 ? [] : reply.findings).map((finding) =>
            reply.story === undefined ? this.#finding(finding) : this.#sentence(finding, articles),
          )
        : [this.#entity(reply.entity)]),
      ...reply.nearest.map((finding) => this.#finding(finding)),
      ...this.#timeline(reply.events, articles),
      ...(reply.story === undefined ? this.#articles(articles) : []),
      ...(reply.suggestions.length === 0 ? [] : [this.#suggestions(reply.suggestions)]),
    ];
    return blocks.join('\n\n');
  }

  #notice(text: string, { status }: Reply): string {
    return this.paint[status === 'found' ? 'accent' : 'warn'](text);
  }

  #sentence(finding: Finding, articles: readonly Article[]): string {
    return [this.#quoted(finding), this.#place(finding, articles)].join('\n');
  }

  /** @param above what a reader has read already */
  #finding(finding: Finding, above: readonly Finding[] = []): string {
    const shown = shownAbove(finding, above);
    return [
      ...(shown.sentence ? [] : [this.#quoted(finding), ...this.#setOff(finding)]),
      ...(shown.voice ? [] : this.#voices(finding)),
      ...this.#verdict(finding),
      ...(shown.sentence
        ? [this.#place(finding, [finding.sentence.article])]
        : this.#source(finding)),
    ].join('\n');
  }

  /** What is set off in the sentence, in rows of its own where that cannot be seen. */
  #setOff(finding: Finding): string[] {
    if (this.paint.tellsApart) return [];
    const { sentence } = finding;
    const { plain, stretch } = emphasisOf(finding);
    const rows = [
      ['label-answer', plain],
      ['label-words', stretch],
    ] as const;
    return rows.flatMap(([label, span]) => {
      if (span === undefined) return [];
      const words = wrapped(quoteOf({ sentence, span }, this.language), this.width - rowIndent, '');
      return [this.#row(label, words.replaceAll('\n', `\n${' '.repeat(rowIndent)}`))];
    });
  }

  #voices(finding: Finding): string[] {
    const lines = [this.#row('label-who', this.paint.strong(speakerName(finding, this.language)))];
    const through = heardThrough(finding)
      .map(({ name }) => name)
      .join(' → ');
    if (through !== '') lines.push(this.#row('label-heard-through', through));
    const told = this.language.commas(
      finding.attribution.toldOf.map(({ source }) => toldOfLine(source, this.language)),
    );
    if (told !== '') lines.push(this.#row('label-tells-of', told));
    if (finding.attribution.statement !== undefined) {
      lines.push(this.#row('label-how', mannerOf(finding, this.language)));
    }
    return lines;
  }

  #verdict(finding: Finding): string[] {
    const { verdict, comparison } = finding;
    if (verdict === 'not_on_record') return [];
    return [
      ...(verdict === 'narration'
        ? []
        : [this.#row('label-verdict', verdictLine(finding, this.language))]),
      ...(comparison?.differs !== undefined
        ? [this.#row('label-difference', this.#difference(finding))]
        : []),
    ];
  }

  #check({ asked, notices, findings, nearest }: Check, above: readonly Finding[]): string[] {
    const heading = this.paint.strong(this.language.say(notice('checked', { text: tidy(asked) })));
    if (findings.length > 0) {
      const remarks = notices.map((each) => this.paint.warn(this.language.say(each)));
      return [heading, ...remarks, ...findings.map((each) => this.#finding(each, above))];
    }
    const near = nearest.map((finding) => this.#finding(finding, above));
    const verdict = [notice('not-on-record'), ...(near.length > 0 ? [notice('nearest-only')] : [])];
    return [
      heading,
      this.paint.warn(verdict.map((each) => this.language.say(each)).join(' ')),
      ...near,
    ];
  }

  #difference({ comparison }: Finding): string {
    return (comparison?.changes ?? [])
      .map(({ kind, text }) => {
        if (kind === 'both') return text;
        return kind === 'asked' ? this.paint.struck(tidy(text)) : this.paint.printed(text);
      })
      .join(' ');
  }

  #entity(card: EntityCard): string {
    const { entity } = card;
    const title = withType(this.paint.strong(entity.name), entity, this.language);
    const called =
      entity.aliases.length === 0
        ? []
        : [this.#row('label-called', this.language.commas(entity.aliases))];
    const drawn = sectionsOf(card).map(({ label, entries }) =>
      [
        this.paint.accent(this.language.say(notice(label))),
        ...entries.map((entry) => this.#entry(entry)),
      ].join('\n'),
    );
    return [[title, ...called].join('\n'), ...drawn].join('\n\n');
  }

  #story(card: StoryCard): string {
    const { title, articles, speakers } = card;
    return [
      this.paint.strong(title),
      ...articles.flatMap((article) => [
        articleName(article, this.language),
        ...this.#note(article.resolved),
      ]),
      storySize(card, this.language),
      this.#row('label-speakers', this.language.semicolons(speakers)),
    ].join('\n');
  }

  /** Each day named once, and each sentence quoted whole once. */
  #timeline(events: readonly EventFinding[], articles: readonly Article[]): string[] {
    return events.map(({ event, finding }, at) => {
      const day = eventDate({ event }, this.language);
      const before = events[at - 1];
      const shown = events
        .slice(0, at)
        .some((other) => other.finding.sentence === finding.sentence);
      const goesOn = before !== undefined && eventDate(before, this.language) === day;
      return [
        ...(goesOn ? [] : [this.paint.strong(day)]),
        `  ${quoteOf(event.dateText, this.language)}`,
        ...(before?.event.resolved === event.resolved ? [] : this.#note(event.resolved)),
        shown ? this.#barred(wordsAlone(finding)) : this.#quoted(finding),
        this.#place(finding, articles),
      ].join('\n');
    });
  }

  #articles(articles: readonly Article[]): string[] {
    const rows = articles.map((article) =>
      this.#row('label-citation', articleName(article, this.language)),
    );
    return rows.length === 0 ? [] : [rows.join('\n')];
  }

  #note(text: string | undefined): string[] {
    return text === undefined ? [] : [this.paint.faint(wrapped(`  ${text}`, this.width, '  '))];
  }

  #suggestions(suggestions: readonly Question[]): string {
    return [
      this.language.say(notice('label-try')),
      ...suggestions.map((each) => `  ${questionLine(each)}`),
    ].join('\n');
  }

  #entry({ finding, relations, inSentence }: CardEntry): string {
    if (inSentence) return this.#quoted(finding);
    const caption = relations.length === 0 ? [] : [`  ${relationLine(relations, this.language)}`];
    return [...caption, this.#told(finding)].join('\n');
  }

  #cited(finding: Finding): string {
    const words = wrapped(`    ${quoteOf(finding, this.language)}`, this.width, '    ');
    return `${words} ${this.paint.faint(`[${finding.sentence.id}]`)}`;
  }

  /** With its voices, if it is not the article's own words. */
  #told(finding: Finding): string {
    if (finding.attribution.statement === undefined) return this.#cited(finding);
    const how = wrapped(`    ${attributionLine(finding, this.language)}`, this.width, '    ');
    return `${this.#cited(finding)}\n${this.paint.faint(how)}`;
  }

  #quoted(finding: Finding): string {
    return this.#barred(finding.sentence.text, emphasisOf(finding));
  }

  #barred(text: string, emphasis: Emphasis = unemphasised): string {
    const lettering: Lettering = {
      regular: (words) => words,
      strong: (words) => this.paint.mark(words),
      underlined: (words) => this.paint.underlined(words),
    };
    let at = 0;
    return wrapped(text, this.width - 4, '')
      .split('\n')
      .map((line) => {
        const part = { start: at, end: at + line.length };
        at = part.end + 1;
        return `  ${this.paint.faint('│')} ${lettered(line, emphasisWithin(emphasis, part), lettering)}`;
      })
      .join('\n');
  }

  #source({ sentence, verdict }: Finding): string[] {
    const citation = citationOf(sentence, this.language);
    if (verdict === 'not_on_record') return [this.paint.faint(`  ${citation}`)];
    const { url } = sentence.article;
    return [this.#row('label-citation', citation), ...(url === undefined ? [] : [`  ${url}`])];
  }

  #place({ sentence }: Finding, articles: readonly Article[]): string {
    return this.paint.faint(`  ${placeAmong(articles, sentence, this.language)}`);
  }

  #row(label: WordKey, value: string): string {
    const shown = this.language.say(notice(label));
    const gap = ' '.repeat(Math.max(0, rowIndent - 3 - columnsOf(shown)));
    return `  ${this.paint.accent(shown + gap)} ${value}`;
  }
}

/** Where what goes with a label begins. */
const rowIndent = 16;

/** The names to choose from stand in questions of their own, below a heading of theirs. */
const headingOfNames: WordKey = 'did-you-mean';

/** The terminal knows commands and options by their English names only. */
function asTyped({ key, values }: Notice): Notice {
  const typed = Object.entries(values).map(([gap, value]) => [
    gap,
    typeof value === 'object' && 'name' in value ? value.name : value,
  ]);
  return notice(key, Object.fromEntries(typed));
}

/** How wide a text is in a terminal: Chinese and Japanese characters take two columns. */
function columnsOf(text: string): number {
  const wide = text.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\u30FC\uFF01-\uFF60]/gu,
  );
  return text.length + (wide?.length ?? 0);
}

/** Breaks lines at spaces, one space for one line break, so that places in the text stay the same. */
function wrapped(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const [at, word] of text.split(' ').entries()) {
    if (at > 0 && line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = at === 0 ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
