import type { Library } from '../library.ts';
import { articleName } from '../reply/caption.ts';
import type { Language } from '../reply/language.ts';
import { notice } from '../reply/words.ts';
import { HtmlDocument, siteName } from './document.tsx';
import { openingOf } from './story-opening.ts';

interface Props {
  readonly library: Library;
  readonly address: string | undefined;
  readonly language: Language;
  /** What comes after a story's name in a link: nothing, `.html` for files, or a query. */
  readonly ending?: string;
}

/** The stories there are, each with how it begins. */
export function StoriesPage({ library, address, language, ending = '' }: Props) {
  return (
    <HtmlDocument
      head={{
        title: siteName,
        description: language.say(notice('page-stories-described')),
        language: language.tag,
        address,
        root: '',
        styles: ['story.css'],
        scripts: [],
      }}
    >
      <header class="masthead">
        <p class="site">{siteName}</p>
      </header>
      <main class="column">
        <h1>{language.say(notice('page-stories'))}</h1>
        <ul class="stories">
          {library.stories.map((story) => (
            <li>
              <h2 dir="auto" lang={story.language}>
                <a href={`s/${story.id}${ending}`}>{story.title}</a>
              </h2>
              <p class="byline">
                {story.articles.map((article) => articleName(article, language)).join(' · ')}
              </p>
              <p dir="auto" lang={story.language}>
                {openingOf(story, 240)}
              </p>
            </li>
          ))}
        </ul>
      </main>
    </HtmlDocument>
  );
}
