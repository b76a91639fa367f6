import { HtmlDocument, siteName } from './document.tsx';

/** For an address where nothing is. */
export function NotFoundPage() {
  return (
    <HtmlDocument
      head={{
        title: `Not found · ${siteName}`,
        description: 'No story is here.',
        language: 'en',
        address: undefined,
        root: '/',
        styles: ['story.css'],
        scripts: [],
      }}
    >
      <main class="column">
        <h1>No story is here</h1>
        <p>
          <a href="/">All the stories</a>
        </p>
      </main>
    </HtmlDocument>
  );
}
