import { shownSentences } from '../record/shown-sentences.ts';
import type { Article, Sentence, Story } from '../record/story.ts';
import { articleName, heardThrough, mannerOf, speakerName } from '../reply/caption.ts';
import type { Language } from '../reply/language.ts';
import type { Finding } from '../reply/reply.ts';
import { notice } from '../reply/words.ts';
import { MarkedSentence } from './marked-sentence.tsx';
import { speakersOfSentence, statementsIn } from './voices.ts';

interface Props {
  readonly article: Article;
  readonly story: Story;
  readonly speaker: string | undefined;
  readonly language: Language;
}

/** An article as printed or, where its rights or the reader ask for less, the sentences that remain. */
export function ArticleText({ article, story, speaker, language }: Props) {
  const shown = wanted(story, speaker);
  const own = story.sentences.filter((sentence) => sentence.article === article);
  return (
    <article class="printed" lang={story.language}>
      <header>
        <h2 dir="auto">{article.title ?? article.outlet}</h2>
        <p class="byline" lang={language.tag}>
          {article.url === undefined ? (
            articleName(article, language)
          ) : (
            <a href={new URL(article.url).href}>{articleName(article, language)}</a>
          )}
        </p>
        {article.resolved !== undefined && (
          <p class="note" lang={language.tag}>
            {article.resolved}
          </p>
        )}
      </header>
      {paragraphsOf(own).map((sentences, at, all) => (
        <Paragraph
          sentences={sentences}
          shown={shown}
          story={story}
          language={language}
          afterGap={(all[at - 1] ?? []).some((sentence) => shown.has(sentence))}
        />
      ))}
    </article>
  );
}

interface ParagraphProps {
  readonly sentences: readonly Sentence[];
  readonly shown: ReadonlySet<Sentence>;
  readonly story: Story;
  readonly language: Language;
  /** Whether what is left out here comes right after something that is shown. */
  readonly afterGap: boolean;
}

function Paragraph({ sentences, shown, story, language, afterGap }: ParagraphProps) {
  const kept = sentences.filter((sentence) => shown.has(sentence));
  if (kept.length === 0) {
    return (
      <p class="gap">
        {afterGap && '…'}
        <Places sentences={sentences} />
      </p>
    );
  }
  const said = kept.flatMap((sentence) =>
    statementsIn(sentence, story).map((finding) => <Voice finding={finding} language={language} />),
  );
  return (
    <div class="paragraph">
      <p dir="auto">
        {sentences.map((sentence, at) => {
          if (shown.has(sentence))
            return <Numbered sentence={sentence} story={story} language={language} />;
          const before = sentences[at - 1];
          return (
            <>
              {(before === undefined || shown.has(before)) && '… '}
              <Places sentences={[sentence]} />
            </>
          );
        })}
      </p>
      {said.length > 0 && (
        <ul class="voices" lang={language.tag} aria-label={language.say(notice('page-voices'))}>
          {said}
        </ul>
      )}
    </div>
  );
}

/** Where links to sentences lead that are not shown. */
function Places({ sentences }: { readonly sentences: readonly Sentence[] }) {
  return (
    <>
      {sentences.map(({ id }) => (
        <span id={id} />
      ))}
    </>
  );
}

function Numbered({
  sentence,
  story,
  language,
}: {
  readonly sentence: Sentence;
  readonly story: Story;
  readonly language: Language;
}) {
  const speakers = speakersOfSentence(sentence, story);
  const quoted = sentence.quoted.map(({ start, end }) => `${start}-${end}`).join(' ');
  return (
    <>
      <span
        class="sentence"
        id={sentence.id}
        data-speakers={JSON.stringify(speakers)}
        {...(quoted === '' ? {} : { 'data-quoted': quoted })}
      >
        <MarkedSentence sentence={sentence} story={story} />
        <a
          class="number"
          href={`#${sentence.id}`}
          aria-label={language.say(notice('page-link', { id: sentence.id }))}
        >
          {sentence.id}
        </a>
      </span>{' '}
    </>
  );
}

function Voice({ finding, language }: { readonly finding: Finding; readonly language: Language }) {
  const through = heardThrough(finding).map(({ name }) => name);
  const attitude = finding.attribution.statement?.attitude === true;
  const meant = (finding.attribution.voices.at(-1)?.entities ?? [])
    .map(({ name }) => name)
    .filter((name) => name !== speakerName(finding, language));
  return (
    <li data-of={finding.sentence.id} class={attitude ? 'held' : ''}>
      <a href={`#${finding.sentence.id}`}>{finding.sentence.id}</a>{' '}
      <strong>{speakerName(finding, language)}</strong>
      {meant.length > 0 && ` (${meant.join(', ')})`}
      {attitude && <> · {language.say(notice('label-held')).toLowerCase()}</>}
      {through.length > 0 && (
        <>
          {' '}
          · {language.say(notice('label-heard-through')).toLowerCase()} {through.join(' → ')}
        </>
      )}
      <br />
      {mannerOf(finding, language)}
    </li>
  );
}

/** What may be shown and, where the reader asks for one speaker only, is theirs. */
function wanted(story: Story, speaker: string | undefined) {
  const shown = shownSentences(story);
  if (speaker === undefined) return shown;
  return new Set(
    [...shown].filter((sentence) => speakersOfSentence(sentence, story).includes(speaker)),
  );
}

function paragraphsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const paragraphs = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const known = paragraphs.get(sentence.paragraph);
    if (known === undefined) paragraphs.set(sentence.paragraph, [sentence]);
    else known.push(sentence);
  }
  return [...paragraphs.values()];
}
