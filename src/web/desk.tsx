import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { streamSSE } from 'hono/streaming';
import { openLibrary } from '../library.ts';
import type { StoryAtDesk } from '../record/stories-at-desk.ts';
import type { Story } from '../record/story.ts';
import { DeskNote } from './desk-note.tsx';
import { HtmlDocument, siteName } from './document.tsx';
import { type LocalServer, type LocalSettings, serveLocally } from './local-server.ts';
import { pageHeaders } from './page-headers.ts';
import { asDocument, storyPages } from './story-pages.tsx';

/** The pages of an editor's stories as they are, with what is left to do above each. */
export interface OpenDesk extends LocalServer {
  /** Shows stories as they are now, also in the browsers that have a page open. */
  show(stories: readonly StoryAtDesk[]): void;
}

/** @throws Error when no port is free or the host is none of this machine's */
export async function openDesk(
  first: readonly StoryAtDesk[],
  settings: LocalSettings,
): Promise<OpenDesk> {
  const desk = new Desk(first);
  const server = await serveLocally(desk.pages(settings), settings);
  return { ...server, show: (stories) => desk.show(stories) };
}

class Desk {
  #stories: readonly StoryAtDesk[] = [];
  /** The last state of each that could be built, shown while its file is broken. */
  readonly #shown = new Map<string, Story>();
  #library = openLibrary([]);
  /** Two runs of the program never share one, so an open page follows a new run too. */
  #version = Date.now();
  readonly #listeners = new Set<() => void>();

  constructor(first: readonly StoryAtDesk[]) {
    this.show(first);
  }

  show(stories: readonly StoryAtDesk[]): void {
    this.#stories = stories;
    for (const { id, story } of stories) if (story !== undefined) this.#shown.set(id, story);
    this.#library = openLibrary(stories.flatMap(({ id }) => this.#shown.get(id) ?? []));
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  pages(settings: LocalSettings): Hono {
    const pages = new Hono();
    pages.use(pageHeaders);
    pages.get('/changes', (context) =>
      streamSSE(context, async (stream) => {
        const tell = () => stream.writeSSE({ event: 'version', data: String(this.#version) });
        this.#listeners.add(tell);
        await tell();
        await new Promise<void>((resolve) => stream.onAbort(resolve));
        this.#listeners.delete(tell);
      }),
    );
    pages.get('/', (context) => context.html(asDocument(this.#list())));
    pages.get('/s/:story', (context, next) => {
      const broken = this.#stories.find(({ id }) => id === context.req.param('story'));
      if (broken === undefined || this.#shown.has(broken.id)) return next();
      return context.html(asDocument(this.#faultsAlone(broken)));
    });
    pages.route(
      '/',
      storyPages(
        () => this.#library,
        settings,
        ({ id }) =>
          this.#stories.filter((story) => story.id === id).map((each) => this.#note(each)),
      ),
    );
    return pages;
  }

  #note(story: StoryAtDesk): Child {
    const kept = story.story === undefined && this.#shown.has(story.id);
    return <DeskNote story={story} kept={kept} version={this.#version} />;
  }

  #faultsAlone(story: StoryAtDesk) {
    return (
      <DeskDocument title={story.id} root="../">
        {this.#note(story)}
        <h1>{story.id}</h1>
        <p>Its page is shown here as soon as its file can be read.</p>
      </DeskDocument>
    );
  }

  #list() {
    return (
      <DeskDocument title="Stories" root="">
        <div id="desk" data-version={this.#version} />
        <h1>Stories</h1>
        <ul class="stories">
          {this.#stories.map(({ id, draft, faults, unchecked }) => (
            <li>
              <h2>
                <a href={`s/${id}`}>{id}</a>
              </h2>
              <p class="byline">
                {draft ? 'A draft' : 'A story'}: {faults.length} faults, {unchecked.length} guesses
                to check
              </p>
            </li>
          ))}
        </ul>
      </DeskDocument>
    );
  }
}

function DeskDocument(props: {
  readonly title: string;
  readonly root: string;
  readonly children?: Child;
}) {
  const { title, root, children } = props;
  return (
    <HtmlDocument
      head={{
        title: `${title} · ${siteName}`,
        description: 'What an editor has before them.',
        language: 'en',
        address: undefined,
        root,
        styles: ['story.css'],
        scripts: ['desk.js'],
      }}
    >
      <main class="column">{children}</main>
    </HtmlDocument>
  );
}
