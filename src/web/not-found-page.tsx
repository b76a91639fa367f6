import type { Language } from '../reply/language.ts';
import { notice } from '../reply/words.ts';
import { HtmlDocument, siteName } from './document.tsx';

/** For an address where nothing is. */
export function NotFoundPage({ language }: { readonly language: Language }) {
  const none = language.say(notice('page-none'));
  return (
    <HtmlDocument
      head={{
        title: `${none} · ${siteName}`,
        description: none,
        language: language.tag,
        address: undefined,
        root: '/',
        styles: ['story.css'],
        scripts: [],
      }}
    >
      <main class="column">
        <h1>{none}</h1>
        <p>
          <a href="/">{language.say(notice('page-every-story'))}</a>
        </p>
      </main>
    </HtmlDocument>
  );
}
