import Fuse from 'fuse.js';
import { type Passage, type Story, wordsOf } from '../record/story.ts';
import { plain } from './words.ts';

/** Finds quotes for a few letters, while somebody types. */
export interface Quotes {
  complete(typed: string, limit: number): readonly Passage[];
}

export function quotesOf(stories: readonly Story[]): Quotes {
  const quotes = stories.flatMap(quotable).map((passage) => ({
    passage,
    text: plain(wordsOf(passage)),
  }));
  const fuse = new Fuse(quotes, { keys: ['text'], ignoreLocation: true, threshold: 0.3 });
  return {
    complete(typed, limit) {
      const start = plain(typed).slice(0, longestPattern);
      if (start === '') return quotes.slice(0, limit).map(({ passage }) => passage);
      const begins = quotes.filter(({ text }) => text.startsWith(start));
      const within = quotes.filter(({ text }) => text.includes(` ${start}`));
      const alike = start.length < 3 ? [] : fuse.search(start, { limit }).map(({ item }) => item);
      const all = new Set([...begins, ...within, ...alike].map(({ passage }) => passage));
      return [...all].slice(0, limit);
    },
  };
}

/** Fuse compares letter by letter; more of them only make it slower. */
const longestPattern = 64;

/** Direct quotes first, then what was said in reported speech, then the article's own sentences. */
function quotable({ sentences, statements }: Story): readonly Passage[] {
  const direct = sentences.flatMap((sentence) =>
    sentence.quoted.map(({ start, end }) => ({
      sentence,
      span: withoutMarks(sentence.text, start, end),
    })),
  );
  const told = statements.filter(({ attitude }) => !attitude).flatMap(({ content }) => content);
  const narrated = sentences
    .filter((sentence) => !told.some((passage) => passage.sentence === sentence))
    .map((sentence) => ({ sentence, span: { start: 0, end: sentence.text.length } }));
  const seen = new Set<string>();
  return [...direct, ...told, ...narrated].filter((passage) => {
    const words = plain(wordsOf(passage)).replace(/[^\p{L}\p{N} ]/gu, '');
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function withoutMarks(text: string, start: number, end: number) {
  const inner = text.slice(start, end);
  const lead = inner.length - inner.replace(/^["“„«「『‘]+\s*/, '').length;
  const tail = inner.length - inner.replace(/[\s,]*["”“»」』’]+$/, '').length;
  return { start: start + lead, end: end - tail };
}
