import type { Article } from '../record/story.ts';
import { eventDate, quoteOf, wordsAlone } from '../reply/caption.ts';
import type { EventFinding } from '../reply/reply.ts';
import { bold, escaped, quoteBlock } from './markdown.ts';
import { citedAmong, type Edition, quoted } from './message-lines.ts';
import type { Block } from './pages.ts';

/** Each day named once, and each sentence quoted whole once. */
export function timelineBlocks(
  events: readonly EventFinding[],
  articles: readonly Article[],
  edition: Edition,
): readonly Block[] {
  const { language } = edition;
  return events.map(({ event, finding }, at) => {
    const { sentence } = finding;
    const shown = events.slice(0, at).some((other) => other.finding.sentence === sentence);
    return {
      heading: bold(escaped(eventDate({ event }, language), 200)),
      text: [
        escaped(quoteOf(event.dateText, language), 300),
        shown ? quoteBlock(escaped(wordsAlone(finding), 1200)) : quoted(finding, 1200),
        citedAmong(articles, sentence, edition),
      ].join('\n'),
      cited: [sentence],
      event,
    };
  });
}
