import type { Story } from '../record/story.ts';
import { quoteOf } from '../reply/caption.ts';
import { english } from '../reply/languages/index.ts';
import { notice } from '../reply/words.ts';

/** What happened when, in the article's words. */
export function Timeline({ story }: { readonly story: Story }) {
  if (story.events.length === 0) return null;
  return (
    <section id="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">Timeline</h2>
      <ol class="timeline">
        {story.events.map(({ date, dateText, resolved, happening }) => (
          <li>
            <p class="date">
              <time datetime={date.first}>{english.date(date)}</time>{' '}
              <span class="words">{quoteOf(dateText, english)}</span>
            </p>
            <p dir="auto" lang={story.language}>
              {quoteOf(happening, english)}{' '}
              <a class="number" href={`#${happening.sentence.id}`}>
                {happening.sentence.id}
              </a>
            </p>
            {resolved !== undefined && (
              <p class="note">
                {english.say(notice('label-curator'))}: {resolved}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
