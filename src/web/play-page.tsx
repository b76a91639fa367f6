import { HtmlDocument, siteName } from './document.tsx';

/** The empty playground; its script fills it. */
export function PlayPage() {
  return (
    <HtmlDocument
      head={{
        title: `Playground · ${siteName}`,
        description: 'Try the commands as they would look on Discord.',
        language: 'en',
        address: undefined,
        root: '',
        styles: ['play.css'],
        scripts: ['play.js'],
      }}
    >
      <header class="top">
        <h1>
          <span aria-hidden="true">#</span> playground
        </h1>
        <p>The real payloads, drawn as on Discord. No account, no network.</p>
        <a href="/">Stories</a>
      </header>
      <main>
        <section id="messages" class="messages" aria-label="Messages" aria-live="polite">
          <noscript>
            <p>The playground needs JavaScript; the stories do not.</p>
          </noscript>
        </section>
      </main>
      <form id="entry" class="entry" autocomplete="off">
        <div id="choices" class="choices" role="listbox" aria-label="Suggestions" hidden />
        <p id="hint" class="hint" />
        <div id="fields" class="fields">
          <input
            id="command"
            type="text"
            role="combobox"
            aria-label="Slash command"
            aria-expanded="false"
            aria-controls="choices"
            aria-autocomplete="list"
            placeholder="Type / for the commands"
            spellcheck={false}
            enterkeyhint="send"
          />
          <button id="send" type="submit" aria-label="Send">
            ➤
          </button>
        </div>
      </form>
    </HtmlDocument>
  );
}
