import { plain } from '../search/words.ts';

/** Whether a question asks of the article itself, which none of its sentences tells: “who wrote this”. */
export function asksOfArticle(question: string): boolean {
  return ofArticle.test(plain(question));
}

const ofArticle =
  /\b(?:this (?:article|story|report|piece|text|news)|the (?:article|story)|what(?:'s| is) (?:this|it)(?: all)? about|(?:when|where) was (?:this|it) (?:published|written|printed)|who (?:wrote|published) (?:this|it)|headline|byline)\b/;

/** Whether it asks of nothing else, so that no sentence can answer it: “when was this published”. */
export function asksOfArticleAlone(question: string): boolean {
  return ofArticleAlone.test(plain(question));
}

const ofArticleAlone =
  /^(?:(?:when|where) was|who (?:wrote|published)) (?:this|the) ?(?:article|story|report|piece)?(?: (?:published|written|printed))?$/;
