import type { Stretch } from '../src/draft/noun-phrase.ts';
import { type PlaceOf, placesIn } from '../src/draft/places.ts';
import { type ReadSentence, readArticle } from '../src/draft/reading.ts';
import { subjectOf } from '../src/draft/source-mention.ts';
import { verbGroupAt } from '../src/draft/verb-group.ts';
import type { Span } from '../src/record/span.ts';
import type { Attributed } from './draft-scores.ts';

/** What is in quotation marks was said by the name printed nearest to it. */
export function marksAndNearestName(text: string): readonly Attributed[] {
  return inSentences(text, (sentence, place) => {
    const names = sentence.tokens.filter(
      ({ pos }, at) => pos === 'PROPN' && sentence.quoteOf[at] === undefined,
    );
    return sentence.quoted.map((quote) => {
      const distance = (name: Span) => Math.max(quote.start - name.end, name.start - quote.end);
      const [nearest] = names.toSorted((a, b) => distance(a) - distance(b));
      return {
        source: nearest === undefined ? [] : [place(nearest)],
        cue: [],
        content: [place(quote)],
      };
    });
  });
}

const reports = new Set(
  'say tell add claim deny admit warn argue announce insist suggest report confirm accuse promise vow write tweet reply complain acknowledge estimate predict note explain ask believe think'.split(
    ' ',
  ),
);

/** Of a verb that reports: its subject said what follows it or, where nothing does, what is before it. */
export function verbsAndSubject(text: string): readonly Attributed[] {
  return inSentences(text, (sentence, place) => {
    const { tokens } = sentence;
    const stretch = ({ start, end }: Stretch) =>
      end > start
        ? [place({ start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 })]
        : [];
    return tokens.flatMap(({ pos, lemma }, at) => {
      if (pos !== 'VERB' || !reports.has(lemma)) return [];
      const group = verbGroupAt(sentence, at);
      const subject = subjectOf(sentence, group);
      const last = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length;
      const after = { start: group.end, end: last };
      const before = { start: 0, end: subject?.start ?? group.start };
      const content = after.end - after.start > 3 ? after : before;
      return [
        {
          source: subject === undefined ? [] : stretch(subject),
          cue: stretch(group),
          content: stretch(content),
        },
      ];
    });
  });
}

function inSentences(
  text: string,
  find: (sentence: ReadSentence, place: (span: Span) => Span) => readonly Attributed[],
): readonly Attributed[] {
  const { sentences } = readArticle(text, 'en');
  const placeOf: PlaceOf = placesIn(text, sentences);
  return sentences.flatMap((sentence) =>
    find(sentence, ({ start, end }) => placeOf({ start, end, sentence: sentence.index })),
  );
}
