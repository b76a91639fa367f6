import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { type Library, openLibrary } from '../library.ts';
import type { Story } from '../record/story.ts';
import { assetType, isAsset, readAsset } from './assets.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { pageHeaders } from './page-headers.ts';
import { readerLanguage } from './reader-language.ts';
import { searchStory } from './search-story.ts';
import { StoriesPage } from './stories-page.tsx';
import { StoryPage } from './story-page.tsx';
import { timelineFile, timelineSvg } from './timeline-svg.ts';

/** How the pages are served. */
export interface PageSettings {
  /** Where the pages are to be found from outside, without a slash at its end; for link previews. */
  readonly publicUrl: string | undefined;
}

/** What an editor is told above the page of a story. */
export type DeskNotes = (story: Story) => Child;

/**
 * The stories on pages: `/` lists them, `/s/<story>` is one, `/s/<story>#s5` a sentence of it.
 *
 * `?q=` searches the story as the bot does and `?speaker=` shows only what one voice says, both
 * without any script. All but the article is in the language of `?lang=` or of the reader's browser.
 *
 * @param library the stories as they are now; asked anew for every page
 * @param deskNotes only for the editor's own desk
 */
export function storyPages(
  library: () => Library,
  { publicUrl }: PageSettings,
  deskNotes?: DeskNotes,
): Hono {
  const pages = new Hono();
  const alone = new WeakMap<Story, Library>();
  /** A story by itself, so that a search on its page finds nothing of another. */
  const only = (story: Story): Library => {
    const known = alone.get(story) ?? openLibrary([story]);
    alone.set(story, known);
    return known;
  };
  const address = (path: string) => (publicUrl === undefined ? undefined : `${publicUrl}${path}`);
  const languageOf = ({ req }: Context) =>
    readerLanguage(req.query('lang'), req.header('Accept-Language'));
  pages.use(pageHeaders);
  pages.use(async (context, next) => {
    await next();
    context.header('Vary', 'Accept-Language', { append: true });
  });
  pages.get('/', (context) =>
    context.html(
      asDocument(
        <StoriesPage
          library={library()}
          address={address('/')}
          ending={languageKept(context)}
          language={languageOf(context)}
        />,
      ),
    ),
  );
  pages.get('/s/:story', (context) => {
    const story = library().story(context.req.param('story'));
    if (story === undefined)
      return context.html(asDocument(<NotFoundPage language={languageOf(context)} />), 404);
    const asked = context.req.query('q')?.trim() ?? '';
    const language = languageOf(context);
    const page = (
      <StoryPage
        story={story}
        library={only(story)}
        address={address(`/s/${story.id}`)}
        root="../"
        home={`../${languageKept(context)}`}
        language={language}
        lang={context.req.query('lang') || undefined}
        picture={(part) => `${timelineFile(story, part)}?lang=${language.tag}`}
        search={{ asked, reply: searchStory(asked, story, only(story)) }}
        speaker={context.req.query('speaker') || undefined}
        deskNote={deskNotes?.(story)}
      />
    );
    return context.html(asDocument(page));
  });
  pages.get('/s/:story/:picture{timeline-[1-9][0-9]{0,3}[.]svg}', (context) => {
    const story = library().story(context.req.param('story'));
    const part = Number(context.req.param('picture').replace(/\D/g, ''));
    const svg = story && timelineSvg(story, part, languageOf(context));
    if (svg === undefined)
      return context.html(asDocument(<NotFoundPage language={languageOf(context)} />), 404);
    return context.body(svg, 200, {
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
  });
  pages.get('/:asset', async (context) => {
    const name = context.req.param('asset');
    if (!isAsset(name))
      return context.html(asDocument(<NotFoundPage language={languageOf(context)} />), 404);
    return context.body(await readAsset(name), 200, { 'Content-Type': assetType(name) });
  });
  return pages;
}

/** What a link takes along of the language that was asked for. */
function languageKept({ req }: Context): string {
  const asked = req.query('lang');
  return asked ? `?lang=${encodeURIComponent(asked)}` : '';
}

/** Without its first line a browser would draw a page by the rules of the last century. */
export function asDocument(page: { toString(): string | Promise<string> }): string {
  return `<!doctype html>${page}`;
}
