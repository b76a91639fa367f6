import type { Child } from 'hono/jsx';
import type { Sentence, Story } from '../record/story.ts';
import { type Mark, marksOf } from './marks.ts';

interface Props {
  readonly sentence: Sentence;
  readonly story: Story;
}

/** A sentence with its sources, cues and contents marked, and its names leading to their cards. */
export function MarkedSentence({ sentence, story }: Props) {
  return <>{pieces(sentence.text, 0, sentence.text.length, marksOf(sentence, story))}</>;
}

function pieces(text: string, start: number, end: number, marks: readonly Mark[]): Child[] {
  const drawn: Child[] = [];
  let at = start;
  for (const mark of marks) {
    drawn.push(text.slice(at, mark.span.start), drawMark(text, mark));
    at = mark.span.end;
  }
  return [...drawn, text.slice(at, end)];
}

function drawMark(text: string, { span, role, inner, height }: Mark): Child {
  const within = pieces(text, span.start, span.end, inner);
  switch (role.kind) {
    case 'entity':
      return (
        <a class="entity" href={`#e-${role.entity.id}`}>
          {within}
        </a>
      );
    case 'content': {
      const manner = role.statement.attitude ? 'held' : role.direct ? 'direct' : 'reported';
      return <span class={`content ${manner} h${Math.min(height, 4)}`}>{within}</span>;
    }
    default:
      return <span class={role.kind}>{within}</span>;
  }
}
