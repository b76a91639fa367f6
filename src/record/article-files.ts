import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CutSentence, cutArticle, longestArticle, type RepeatedParagraph } from './article.ts';
import { type Fault, wholeFile } from './fault.ts';
import type { StoryDocument } from './story-document.ts';

/** What a story's articles print. */
export interface CutArticles {
  /** By the article's id. */
  readonly sentences: ReadonlyMap<string, readonly CutSentence[]>;
  readonly repeated: readonly RepeatedInFile[];
  /** Whether every article could be read. */
  readonly complete: boolean;
}

export type RepeatedInFile = RepeatedParagraph & { readonly file: string };

/** Reads the articles of a story and cuts them into sentences. */
export async function cutArticles(
  document: StoryDocument,
  report: (fault: Fault) => void,
): Promise<CutArticles> {
  const sentences = new Map<string, readonly CutSentence[]>();
  const repeated: RepeatedInFile[] = [];
  let complete = true;
  for (const [index, article] of document.content.articles.entries()) {
    const place = document.placeOf(['articles', index, 'file']);
    const file = path.join(path.dirname(document.file), article.file);
    const text = await readText(file);
    if (text === undefined) {
      complete = false;
      report({
        ...place,
        wrong: `${file} cannot be read`,
        mend: 'correct the name, or add the file',
      });
      continue;
    }
    const size = Buffer.byteLength(text);
    if (size > longestArticle) {
      complete = false;
      const wrong = `this article has ${size} bytes, and may have ${longestArticle}`;
      report(wholeFile(file, wrong, 'split it, or cut what is not article'));
      continue;
    }
    noteStrayCharacters(text, file, report);
    const cut = cutArticle(text, document.content.language);
    if (cut.sentences.length === 0) {
      complete = false;
      report(wholeFile(file, 'this article is empty', 'paste its text'));
    }
    sentences.set(article.id, cut.sentences);
    repeated.push(...cut.repeated.map((paragraph) => ({ ...paragraph, file })));
  }
  return { sentences, repeated, complete };
}

/** Characters that hide or turn text around would let an article show what it does not say. */
function noteStrayCharacters(text: string, file: string, report: (fault: Fault) => void): void {
  let [line, lineStart] = [1, 0];
  let noted = 0;
  for (const { index, 0: character } of text.matchAll(strayCharacters)) {
    if (character === '\n') [line, lineStart] = [line + 1, index + 1];
    if ('\n\r\t'.includes(character) || (index === 0 && character === '\uFEFF')) continue;
    noted += 1;
    report({
      file,
      line,
      column: index - lineStart + 1,
      wrong: `a stray character U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      mend:
        noted < mostStrayNoted
          ? 'delete it, and save the file as UTF-8'
          : 'save the file as plain UTF-8 text: later ones are not listed',
    });
    if (noted === mostStrayNoted) return;
  }
}

/** So many that the file is no text: a picture, or another encoding. */
const mostStrayNoted = 50;

/** Joiners stay: Indic and Arabic scripts, and emoji, are spelt with them. */
const strayCharacters = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu;

/** A text file; undefined where it cannot be read. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
