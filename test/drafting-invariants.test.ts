import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftOf } from '../src/draft/draft.ts';
import { guessesOf } from '../src/draft/story-guesses.ts';
import { storyYaml } from '../src/draft/story-yaml.ts';
import { studyArticle } from '../src/draft/study.ts';
import { cutArticle } from '../src/record/article.ts';
import { storyFile } from '../src/record/story-file.ts';

/** Words that stories are made of, and those that YAML, HTML and terminals are. */
const piece = fc.constantFrom(
  ...[
    'Ann Lee',
    'Mr. Lee',
    'Lee',
    'he',
    'the mayor',
    'Harbour Bank',
    'who',
    'It',
    'said',
    'told reporters',
  ],
  ...[
    'that',
    'according to',
    'claimed',
    'wants to',
    'denied',
    'adding',
    'on Friday',
    'in May 1931',
    'last week',
  ],
  ...[
    'the bridge is old',
    '“the bridge',
    'is old,”',
    '"',
    "''",
    '‘',
    '’',
    '«',
    '»',
    ',',
    '.',
    '?',
    ':',
    ': ',
    '- ',
  ],
  ...[
    '# check',
    '&a',
    '*a',
    '!!js',
    '{',
    '}',
    '[',
    ']',
    '|',
    '>',
    '%',
    '---',
    '<script>',
    '\u202e',
    '\u2028',
    '\t',
  ],
  ...[
    '\n',
    '\n\n',
    '😀',
    '\ud800',
    '市长说',
    'é',
    'null',
    'true',
    '1e3',
    '\\n',
    "it's",
    '@everyone',
  ],
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const facts = { title: 'x', article: 'a', file: 'articles/a.txt', authors: [] };
const published = '2031-02-05';

describe('Whatever the article', () => {
  test('every guess is a stretch of it, and of one sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { sentences, attributions, entities, events } = draftOf(text, { published });
        const spans = [
          ...attributions.flatMap(({ source, cue, content }) => [source ?? cue, cue, ...content]),
          ...entities.flatMap(({ mentions, roles }) => [...mentions, ...roles]),
          ...events.flatMap((event) => [event.text, event.when]),
        ];
        for (const span of spans) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          expect(span.text).not.toBe('');
          expect(sentences.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(
            true,
          );
        }
      }),
      { numRuns: 400 },
    );
  });

  test('the draft is YAML of a story’s shape, and quotes its sentences', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const guesses = guessesOf(studyArticle(text, { published }), published);
        const yaml = storyYaml(guesses, { ...facts, published });
        const story = storyFile.parse(parse(yaml));
        const { sentences } = cutArticle(text, 'en');
        const textOf = (id: string) => sentences[Number(id.slice(1)) - 1]?.text ?? '';
        expect(story.draft).toBe(true);
        for (const { sentence, cue, content, source } of story.statements) {
          expect(textOf(sentence)).toContain(cue);
          for (const part of content) {
            if (typeof part === 'string') expect(textOf(sentence)).toContain(part);
            else expect(textOf(part.sentence)).toContain(part.text);
          }
          if (typeof source === 'object' && 'words' in source) {
            expect(textOf(sentence)).toContain(source.words);
          }
        }
        for (const event of story.events) {
          expect(textOf(event.sentence)).toContain(event.text);
          expect(textOf(event.sentence)).toContain(event.when);
        }
      }),
      {
        examples: [['In May 1931 the bridge fell . .'], ['«\t: !!jsAnn LeeAnn Lee']],
        numRuns: 400,
      },
    );
  });
});
