import type { Hint } from './hint.ts';
import { type Story, type StoryEvent, wordsOf } from './story.ts';

/** Events dated after their article came out that it tells as past: “in March” of the year to come. */
export function datedAfterTheirArticle({ events, statements }: Story): readonly Hint[] {
  const sayings = new Set(statements.map(({ when }) => when));
  return events.flatMap((event) => {
    const { published } = event.happening.sentence.article;
    if (published === undefined || event.date.first <= published.last) return [];
    if (!sayings.has(event) && !isTold(event)) return [];
    const doubt = `has “${wordsOf(event.dateText)}” as ${event.date.text}, after the article came out on ${published.text}, though it is told as past; is it the right year?`;
    return [{ sentence: event.happening.sentence, doubt }];
  });
}

/** Whether an event is told as past, by a verb or by “since”. */
function isTold({ happening, dateText }: StoryEvent): boolean {
  const words = wordsOf(happening);
  return /^since\b/i.test(wordsOf(dateText)) || (past.test(words) && !ahead.test(words));
}

/** “The renovated baths”, “hundred” and “need” are nothing past. */
const past =
  /\b(?:was|were|had|did|has|have|said|told|left|came|went|took|gave|made|found|began|held|bought|sold|met|wrote|won|lost|fell|rose|kept|became|broke|sent|paid|spoke|saw|knew|grew|built|led|(?<!\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) )(?!(?:hundred|indeed|need|feed|speed)\b)\p{Ll}+ed)\b/u;

/** “To” with no verb after it is a direction. */
const ahead =
  /\b(?:will|would|shall|won['’]t|may|might|could|should|must|is|are|next|coming|due|until|by|scheduled|planned|expected|set|tomorrow|to (?!the|an?|his|her|its|their)\p{Ll}+)\b|['’]ll\b/u;
