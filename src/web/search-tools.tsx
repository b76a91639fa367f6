import { attributionLine, citationOf, verdictLine } from '../reply/caption.ts';
import { english } from '../reply/languages/index.ts';
import type { Finding, Reply } from '../reply/reply.ts';
import { notice } from '../reply/words.ts';

export interface SearchProps {
  /** As it was typed. */
  readonly asked: string;
  /** Absent where nothing was asked. */
  readonly reply: Reply | undefined;
}

interface ToolProps {
  readonly search: SearchProps | undefined;
  readonly speakers: readonly string[];
  readonly speaker: string | undefined;
}

/** The search box and the choice of a speaker: plain forms, which a script may spare the round trip. */
export function SearchTools({ search, speakers, speaker }: ToolProps) {
  return (
    <div class="tools">
      {search !== undefined && (
        <search>
          <form method="get">
            <label for="q">Find words, or ask a question</label>
            <span class="row">
              <input id="q" name="q" type="search" maxlength={1000} value={search.asked} />
              <button type="submit">Search</button>
            </span>
          </form>
        </search>
      )}
      {speakers.length > 0 && (
        <form method="get" class="speakers" hidden={search === undefined}>
          <label for="speaker">Only what one voice says</label>
          <span class="row">
            <select id="speaker" name="speaker">
              <option value="">Everybody</option>
              {speakers.map((name) => (
                <option value={name} selected={name === speaker}>
                  {name}
                </option>
              ))}
            </select>
            <button type="submit">Show</button>
          </span>
        </form>
      )}
    </div>
  );
}

/** What was found, as the bot has it. */
export function SearchAnswer({
  search,
  reply,
}: {
  readonly search: SearchProps;
  readonly reply: Reply;
}) {
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">{`“${search.asked}”`}</h2>
      {reply.notices.map((each) => (
        <p>{english.say(each)}</p>
      ))}
      {[...reply.findings, ...reply.nearest].map((finding) => (
        <Found finding={finding} />
      ))}
    </section>
  );
}

function Found({ finding }: { readonly finding: Finding }) {
  const { sentence, span } = finding;
  const { text } = sentence;
  return (
    <figure>
      <blockquote dir="auto">
        {text.slice(0, span.start)}
        <mark>{text.slice(span.start, span.end)}</mark>
        {text.slice(span.end)}
      </blockquote>
      <figcaption>
        {attributionLine(finding, english)} ·{' '}
        {finding.verdict === 'narration'
          ? english.say(notice('verdict-narration'))
          : verdictLine(finding, english)}{' '}
        · <a href={`#${sentence.id}`}>{citationOf(sentence, english)}</a>
      </figcaption>
    </figure>
  );
}
