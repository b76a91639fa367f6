import type { Child } from 'hono/jsx';
import type { Library } from '../library.ts';
import type { Story } from '../record/story.ts';
import { storySize } from '../reply/caption.ts';
import type { Language } from '../reply/language.ts';
import { notice, type WordKey } from '../reply/words.ts';
import { ArticleText } from './article-text.tsx';
import { HtmlDocument, siteName } from './document.tsx';
import { EntityCards } from './entity-cards.tsx';
import { Legend } from './legend.tsx';
import { contentPolicy } from './page-headers.ts';
import { SearchAnswer, type SearchProps, SearchTools } from './search-tools.tsx';
import { openingOf } from './story-opening.ts';
import { Timeline } from './timeline.tsx';
import { speakersOf } from './voices.ts';

interface Props {
  readonly story: Story;
  /** Holds only this story. */
  readonly library: Library;
  readonly address: string | undefined;
  readonly root: string;
  /** Where the list of stories is. */
  readonly home: string;
  /** Of all that is not the article's. */
  readonly language: Language;
  /** The language that the reader asked for, to be asked for again. */
  readonly lang?: string | undefined;
  /** Where a part of the timeline's picture is. */
  readonly picture: (part: number) => string;
  /** Absent where no server can answer; a script searches there. */
  readonly search: SearchProps | undefined;
  /** Show only what this voice says. */
  readonly speaker: string | undefined;
  /** What its editor is told above it, and not its readers. */
  readonly deskNote?: Child;
}

/** A story: its articles with everything on record marked, its timeline and who is who. */
export function StoryPage(props: Props) {
  const { story, library, address, root, home, language, lang, picture, search, deskNote } = props;
  const { speaker: wanted } = props;
  const say = (key: WordKey) => language.say(notice(key));
  const speakers = speakersOf(story);
  const speaker = wanted !== undefined && speakers.includes(wanted) ? wanted : undefined;
  const size = storySize(
    {
      id: story.id,
      title: story.title,
      articles: story.articles,
      sentences: story.sentences.length,
      speakers,
    },
    language,
  );
  const begins = openingOf(story, 200);
  return (
    <HtmlDocument
      head={{
        title: story.title,
        description: begins,
        language: language.tag,
        address,
        root,
        styles: ['story.css'],
        ...(search === undefined
          ? { scripts: ['story.js', 'search.js'], policy: contentPolicy }
          : { scripts: deskNote === undefined ? ['story.js'] : ['story.js', 'desk.js'] }),
      }}
    >
      <a class="skip" href="#text">
        {say('page-skip')}
      </a>
      <header class="masthead">
        <p class="site">
          <a href={home}>{siteName}</a>
        </p>
      </header>
      <main class="column">
        {deskNote}
        <h1 dir="auto" lang={story.language}>
          {story.title}
        </h1>
        <p class="byline">{size}</p>
        <nav class="jump" aria-label={say('page-contents')}>
          <a href="#text">{say('page-text')}</a>
          {story.events.length > 0 && <a href="#timeline">{say('page-timeline')}</a>}
          {story.entities.length > 0 && <a href="#who">{say('page-who')}</a>}
        </nav>
        <SearchTools
          search={search}
          speakers={speakers}
          speaker={speaker}
          language={language}
          lang={lang}
        />
        {search?.reply !== undefined && (
          <SearchAnswer search={search} reply={search.reply} language={language} />
        )}
        <Legend language={language} />
        <div id="text">
          {story.articles.map((article) => (
            <ArticleText article={article} story={story} speaker={speaker} language={language} />
          ))}
        </div>
        <Timeline story={story} language={language} picture={picture} />
        <EntityCards story={story} library={library} language={language} />
      </main>
      <footer class="column">
        <p>{say('page-rights')}</p>
      </footer>
    </HtmlDocument>
  );
}
