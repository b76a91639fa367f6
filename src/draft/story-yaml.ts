import { Document, isMap, isSeq } from 'yaml';
import type { Guess } from './guess.ts';
import type { StoryGuesses } from './story-guesses.ts';

/** What the curator knows of the article that its text does not say. */
export interface ArticleFacts {
  readonly title: string;
  readonly article: string;
  readonly file: string;
  readonly outlet?: string | undefined;
  readonly headline?: string | undefined;
  readonly authors: readonly string[];
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

/**
 * The draft of a `story.yaml`. Above each guess stands `# check` with its confidence; the curator
 * deletes the comment with the check done, and at last the line `draft: true`.
 */
export function storyYaml(
  { entities, statements, events, unsourced }: StoryGuesses,
  facts: ArticleFacts,
): string {
  const lists: Readonly<Record<string, readonly Guess[]>> = { entities, statements, events };
  const document = new Document({
    title: facts.title,
    draft: true,
    ...(facts.language === undefined ? {} : { language: facts.language }),
    articles: [articleOf(facts)],
    ...Object.fromEntries(
      Object.entries(lists).map(([name, guesses]) => [name, guesses.map(({ value }) => value)]),
    ),
  });
  document.commentBefore = ' yaml-language-server: $schema=../story.schema.json';
  for (const [name, guesses] of Object.entries(lists)) {
    const list = document.get(name);
    if (!isSeq(list)) continue;
    guesses.forEach(({ note }, index) => {
      const item = list.items[index];
      if (isMap(item)) item.commentBefore = ` check ${note}`;
    });
  }
  if (facts.outlet === undefined) noteOutlet(document);
  document.comment = [...unsourcedLines(unsourced), ...questionLines].join('\n');
  return document.toString({ lineWidth: 100 });
}

function unsourcedLines(unsourced: readonly string[]): readonly string[] {
  if (unsourced.length === 0) return [];
  const all = ['These may report somebody whom the sentence does not name:', ...unsourced];
  return [...all.map((line) => ` ${line}`), ''];
}

/** Nobody but a reader knows what readers ask, so that there is nothing to guess. */
const questionLines: readonly string[] = [
  ' What readers will ask, in their words, and the sentence that answers (docs/curating.md):',
  ' questions:',
  '   - asks: [who is it about, whose story is it]',
  '     sentence: s1',
];

function articleOf({ article, file, outlet, headline, authors, published, url }: ArticleFacts) {
  return {
    id: article,
    file,
    outlet: outlet ?? 'unknown',
    ...(headline === undefined ? {} : { title: headline }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
  };
}

function noteOutlet(document: Document): void {
  const article = document.getIn(['articles', 0]);
  if (isMap(article)) article.commentBefore = ' check who published it, and when';
}
