import { textOf } from '../record/span.ts';
import { attributionLine, citationOf, verdictLine } from '../reply/caption.ts';
import { emphasisOf } from '../reply/emphasis.ts';
import type { Language } from '../reply/language.ts';
import type { Finding, Reply } from '../reply/reply.ts';
import { notice, type WordKey } from '../reply/words.ts';

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
  readonly language: Language;
  /** The language that the reader asked for, to be asked for again. */
  readonly lang: string | undefined;
}

/** The search box and the choice of a speaker: plain forms, which a script may spare the round trip. */
export function SearchTools({ search, speakers, speaker, language, lang }: ToolProps) {
  const say = (key: WordKey) => language.say(notice(key));
  const kept = lang !== undefined && <input type="hidden" name="lang" value={lang} />;
  return (
    <div
      class="tools"
      data-find={say('page-find-words')}
      data-search={say('page-search')}
      data-nothing={say('page-nothing')}
    >
      {search !== undefined && (
        <search>
          <form method="get">
            {kept}
            <label for="q">{say('page-find')}</label>
            <span class="row">
              <input id="q" name="q" type="search" maxlength={1000} value={search.asked} />
              <button type="submit">{say('page-search')}</button>
            </span>
          </form>
        </search>
      )}
      {speakers.length > 0 && (
        <form method="get" class="speakers" hidden={search === undefined}>
          {kept}
          <label for="speaker">{say('page-one-voice')}</label>
          <span class="row">
            <select id="speaker" name="speaker">
              <option value="">{say('page-everybody')}</option>
              {speakers.map((name) => (
                <option value={name} selected={name === speaker}>
                  {name}
                </option>
              ))}
            </select>
            <button type="submit">{say('page-show')}</button>
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
  language,
}: {
  readonly search: SearchProps;
  readonly reply: Reply;
  readonly language: Language;
}) {
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">{language.quoted(search.asked)}</h2>
      {reply.notices.map((each) => (
        <p>{language.say(each)}</p>
      ))}
      {[...reply.findings, ...reply.nearest].map((finding) => (
        <Found finding={finding} language={language} />
      ))}
    </section>
  );
}

function Found({ finding, language }: { readonly finding: Finding; readonly language: Language }) {
  const { sentence, span } = finding;
  const { text } = sentence;
  const { plain, stretch } = emphasisOf(finding);
  const words =
    plain === undefined ? (
      textOf(text, span)
    ) : (
      <>
        {text.slice(span.start, plain.start)}
        <strong>{textOf(text, plain)}</strong>
        {text.slice(plain.end, span.end)}
      </>
    );
  return (
    <figure>
      <blockquote dir="auto">
        {text.slice(0, span.start)}
        {stretch === undefined ? words : <mark>{words}</mark>}
        {text.slice(span.end)}
      </blockquote>
      <figcaption>
        {attributionLine(finding, language)} · {verdictLine(finding, language)} ·{' '}
        <a href={`#${sentence.id}`}>{citationOf(sentence, language)}</a>
      </figcaption>
    </figure>
  );
}
