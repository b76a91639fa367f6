import type { CutSentence } from './article.ts';
import { entitiesInFile } from './entities-in-file.ts';
import { eventsInFile } from './events-in-file.ts';
import type { Fault } from './fault.ts';
import { dateIn, References } from './references.ts';
import { statementsInFile } from './statements-in-file.ts';
import type { Article, ForeseenQuestion, Sentence, Story } from './story.ts';
import type { Note, StoryDocument } from './story-document.ts';
import type { StoryFile } from './story-file.ts';

/** An article's cut sentences, by the article's id. */
export type CutArticles = ReadonlyMap<string, readonly CutSentence[]>;

/**
 * Links what the curator wrote to the sentences it speaks of.
 *
 * Every span is looked up in its sentence and every id among the story's; what is not found goes to
 * `report`, and the parts that need it are left out, so a story with faults must not be used.
 */
export function buildStory(
  id: string,
  document: StoryDocument,
  cut: CutArticles,
  report: (fault: Fault) => void,
): Story {
  const file = document.content;
  const fault: Note = (path, wrong, mend) => report({ ...document.placeOf(path), wrong, mend });
  for (const list of ['articles', 'entities', 'events'] as const) refuseTwins(file, list, fault);
  const articles = articlesIn(file, fault);
  const sentences = new Map(numbered(articles, cut, id).map((sentence) => [sentence.id, sentence]));
  const references = new References(file, sentences, fault);
  const events = new Map(
    eventsInFile(file, sentences, references, fault).map((event) => [event.id, event]),
  );
  return {
    id,
    title: file.title,
    language: file.language,
    articles,
    sentences: [...sentences.values()],
    entities: entitiesInFile(file, id, references, fault),
    statements: statementsInFile(file, events, references),
    events: [...events.values()],
    foreseen: foreseenIn(file, references),
  };
}

function refuseTwins(file: StoryFile, list: 'articles' | 'entities' | 'events', fault: Note): void {
  const seen = new Set<string>();
  file[list].forEach(({ id }, index) => {
    if (seen.has(id)) fault([list, index, 'id'], `the id “${id}” is taken`, 'choose another id');
    seen.add(id);
  });
}

function articlesIn(file: StoryFile, fault: Note): readonly Article[] {
  return file.articles.map((article, index) => ({
    id: article.id,
    outlet: article.outlet,
    title: article.title,
    authors: article.authors,
    published:
      article.published === undefined
        ? undefined
        : dateIn(article.published, ['articles', index, 'published'], fault),
    url: article.url,
    resolved: article.resolved,
    page: article.page,
  }));
}

function numbered(articles: readonly Article[], cut: CutArticles, story: string): Sentence[] {
  return articles
    .flatMap((article) => (cut.get(article.id) ?? []).map((sentence) => ({ article, sentence })))
    .map(({ article, sentence }, index) => ({
      ...sentence,
      id: `s${index + 1}`,
      story,
      article,
    }));
}

function foreseenIn(file: StoryFile, references: References): readonly ForeseenQuestion[] {
  return file.questions.flatMap(({ asks, sentence: id, text }, index) => {
    const sentence = references.sentence(id, ['questions', index, 'sentence']);
    if (sentence === undefined) return [];
    const path = ['questions', index, 'text'];
    const span = text === undefined ? undefined : references.passage(text, id, path)?.span;
    return [{ asks, sentence, span }];
  });
}
