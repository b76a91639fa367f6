import type { Article, Sentence } from '../record/story.ts';
import { citationOf, placeAmong } from '../reply/caption.ts';
import { emphasisOf } from '../reply/emphasis.ts';
import type { Language } from '../reply/language.ts';
import { addressOf } from '../reply/public-address.ts';
import type { Finding } from '../reply/reply.ts';
import { notice, type WordKey } from '../reply/words.ts';
import { bold, emphasised, escaped, quoteBlock, subtext } from './markdown.ts';

/** How a message is set for its readers. */
export interface Edition {
  readonly language: Language;
  /** Where the stories' pages are, without a slash at its end; absent while they are not public. */
  readonly publicUrl?: string | undefined;
}

/** The sentence with the words that answer in bold, unless they are all of it. */
export function quoted(finding: Finding, room: number): string {
  return quoteBlock(emphasised(finding.sentence.text, emphasisOf(finding), room));
}

/** Where a sentence stands, in full. */
export function cited(sentence: Sentence, edition: Edition): string {
  return toSentence(citationOf(sentence, edition.language), sentence, edition);
}

/** Where a sentence stands in articles that are named elsewhere. */
export function citedAmong(
  articles: readonly Article[],
  sentence: Sentence,
  edition: Edition,
): string {
  return toSentence(placeAmong(articles, sentence, edition.language), sentence, edition);
}

function toSentence(citation: string, sentence: Sentence, { publicUrl }: Edition): string {
  const url = addressOf(sentence, publicUrl) ?? sentence.article.url;
  return subtext(linked(escaped(citation, 500), url));
}

export function linked(escapedText: string, url: string | undefined): string {
  const href = url === undefined ? undefined : new URL(url).href;
  if (href === undefined || href.length > longestLink) return escapedText;
  return `[${escapedText}](<${href}>)`;
}

const longestLink = 300;

/** A label of the bot's own and what goes with it, escaped already. */
export function row(label: WordKey, value: string, language: Language): string {
  return language.labelled(bold(language.say(notice(label))), value);
}
