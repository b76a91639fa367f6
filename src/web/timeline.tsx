import type { Story } from '../record/story.ts';
import { quoteOf } from '../reply/caption.ts';
import type { Language } from '../reply/language.ts';
import { notice } from '../reply/words.ts';
import { timelineParts } from './timeline-svg.ts';

/** What happened when, in the article's words. */
export function Timeline({
  story,
  language,
  picture,
}: {
  readonly story: Story;
  readonly language: Language;
  /** Where a part of the story's picture is. */
  readonly picture: (part: number) => string;
}) {
  if (story.events.length === 0) return null;
  return (
    <section id="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{language.say(notice('page-timeline'))}</h2>
      <details class="pictures">
        <summary>{language.say(notice('page-picture'))}</summary>
        {timelineParts(story).map((events, at) => (
          <img
            src={picture(at + 1)}
            alt={language.say(notice('page-picture-described', { count: events.length }))}
            width="720"
            loading="lazy"
          />
        ))}
      </details>
      <ol class="timeline">
        {story.events.map(({ date, dateText, resolved, happening }) => (
          <li>
            <p class="date">
              <time datetime={date.first}>{language.date(date)}</time>{' '}
              <span class="words">{quoteOf(dateText, language)}</span>
            </p>
            <p dir="auto" lang={story.language}>
              {quoteOf(happening, language)}{' '}
              <a class="number" href={`#${happening.sentence.id}`}>
                {happening.sentence.id}
              </a>
            </p>
            {resolved !== undefined && (
              <p class="note">
                {language.labelled(language.say(notice('label-curator')), resolved)}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
