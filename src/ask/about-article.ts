import { plain } from '../search/words.ts';

/** Whether a question asks of the article itself, which none of its sentences tells: “who wrote this”. */
export function asksOfArticle(question: string): boolean {
  return ofArticle.test(plain(question));
}

const ofArticle =
  /\b(?:this (?:article|story|report|piece|text|news)|the (?:article|story)|what(?:'s| is) (?:this|it)(?: all)? about|(?:when|where) was (?:this|it) (?:published|written|printed)|who (?:wrote|published) (?:this|it)|headline|byline)\b/;
