import * as z from 'zod';

const datePattern = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/;
const dateHint = '2020, 2020-08, 2020-08-02, or a range 2020-07-27/2020-08-02';

/** What a curator writes: `data/<story>/story.yaml`. Documented in docs/curating.md. */
export const storyFile = z.strictObject({
  title: text('The name of the story, shown in /story.'),
  language: text('BCP 47 tag of the articles’ language; picks the sentence rules.').default('en'),
  draft: z
    .boolean()
    .default(false)
    .describe('True while the story is unfinished: it is checked, and not served.'),
  articles: z
    .array(article())
    .min(1)
    .describe('The articles, in the order sentences are numbered.'),
  entities: z.array(entity()).default([]),
  statements: z.array(statement()).default([]),
  events: z.array(event()).default([]),
  questions: z
    .array(question())
    .default([])
    .describe('What readers ask, in their words, and the sentence that answers it.'),
  notAttributions: z
    .array(notAttribution())
    .default([])
    .describe('Quotation marks in the article that quote nobody.'),
  ambiguous: z
    .array(text('A name that several entities share; the bot asks which is meant.'))
    .default([]),
});

export type StoryFile = z.infer<typeof storyFile>;
export type EntityType = StoryFile['entities'][number]['type'];
export type RelationType = StoryFile['entities'][number]['relations'][number]['type'];
export type SourceInFile = StoryFile['statements'][number]['source'];

/** The JSON Schema that gives editors completion and hints in `story.yaml`. */
export function storyJsonSchema(): unknown {
  return z.toJSONSchema(storyFile, { io: 'input', target: 'draft-7' });
}

/** The settings that there are at a place of the file, such as `['statements', 3]`. */
export function keysAt(path: readonly (string | number)[]): readonly string[] {
  const there = path.reduce<unknown>((schema, step) => partOf(schema, step), storyFile);
  return there instanceof z.ZodObject ? Object.keys(there.shape) : [];
}

function partOf(schema: unknown, step: string | number): unknown {
  const part =
    schema instanceof z.ZodObject
      ? schema.shape[step]
      : schema instanceof z.ZodArray
        ? schema.element
        : undefined;
  return part instanceof z.ZodDefault || part instanceof z.ZodOptional ? part.unwrap() : part;
}

function article() {
  return z.strictObject({
    id: id('A short name for the article, unique in the story.'),
    file: text('The plain text, relative to story.yaml, such as articles/first.txt.').regex(
      /^(?!\/)(?!.*\.\.)/,
      'a file in the story’s own folder, such as articles/first.txt',
    ),
    outlet: text('Who published it.'),
    title: text('The headline. Leave out when it is not known.').optional(),
    authors: z.array(text('An author’s name.')).default([]),
    published: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2020-08-02')
      .optional()
      .describe('The day it was published, such as 2020-08-02.'),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Where it can be read.'),
    resolved: text(
      'Which of these the source does not say, and how the curator found them.',
    ).optional(),
    page: z
      .enum(['whole', 'cited'])
      .default('whole')
      .describe(
        'Whether all of it may be read in the bot, or only the sentences that something cites.',
      ),
  });
}

function entity() {
  return z.strictObject({
    id: id('A short name for the entity, unique in the story.'),
    name: text('The name answers use.'),
    type: z.enum(['person', 'organisation', 'product', 'law', 'place', 'group']),
    aliases: z
      .array(text('Another name that the article prints.'))
      .default([])
      .describe('Other names as the article prints them; shown in answers.'),
    nicknames: z
      .array(text('Another name that people type.'))
      .default([])
      .describe('Names people type that the article does not print; searched, never shown.'),
    roles: z
      .array(
        z.strictObject({
          text: text('The role in the article’s words, such as “the city’s chief engineer”.'),
          sentence: sentenceId(),
        }),
      )
      .default([]),
    relations: z.array(relation()).default([]),
  });
}

function relation() {
  return z.strictObject({
    type: z.enum([
      'owns',
      'operates',
      'founded',
      'backs',
      'leads',
      'works for',
      'houses',
      'part of',
      'member of',
      'reviews',
      'negotiates with',
    ]),
    to: id('The entity at the other end.'),
    text: text('The words that say so, exactly as printed.'),
    sentence: sentenceId(),
  });
}

function statement() {
  return z.strictObject({
    sentence: sentenceId().describe('The sentence that holds the cue, such as s7.'),
    source: source().describe('Who said it.'),
    cue: text('The word that reports it, as printed: said, told, agree.'),
    attitude: z
      .boolean()
      .default(false)
      .describe('True when the cue reports what the source thinks or wants, not words it spoke.'),
    denies: z
      .boolean()
      .default(false)
      .describe('True when the source says that the content is not so.'),
    content: z
      .array(z.union([text('A stretch of the statement’s sentence.'), contentElsewhere()]))
      .min(1)
      .describe('What was said, exactly as printed, in one or more stretches.'),
    via: z
      .array(z.strictObject({ source: source(), cue: text('said, reported, citing.') }))
      .default([])
      .describe('Who passes it on, outermost first.'),
    to: listener().optional().describe('Whom it was told to, such as “reporters”.'),
    venue: text('Where it was said, as printed, such as “in an ABC interview”.').optional(),
    when: id('The event that dates it.').optional(),
    about: z.array(id('An entity it speaks of.')).default([]),
  });
}

function source() {
  return z.union([
    id('The entity that speaks; the sentence names it.'),
    z.array(id('Entities that speak together.')).min(2),
    inWords('The source as the sentence words it: “he”, “two sources”.'),
  ]);
}

function listener() {
  return z.union([
    text('Whom it was told to, as printed.'),
    inWords('Whom it was told to, as the sentence words it: “him”.'),
  ]);
}

function inWords(description: string) {
  return z.strictObject({
    words: text(description),
    is: z.array(id('The entity meant.')).default([]),
  });
}

function contentElsewhere() {
  return z.strictObject({
    text: text('A stretch of another sentence.'),
    sentence: sentenceId(),
  });
}

function event() {
  return z.strictObject({
    id: id('A short name for the event, unique in the story.'),
    sentence: sentenceId(),
    text: text('What happened, in the article’s words.'),
    when: text('The article’s words for the date, such as “on Friday night”.'),
    date: z
      .union([z.string(), z.number().int().transform(String)])
      .pipe(z.string().regex(datePattern, dateHint))
      .describe(`The date: ${dateHint}.`),
    resolved: text(
      'Needed when the article’s words are not the whole date: how it was found.',
    ).optional(),
    entities: z.array(id('An entity that takes part.')).default([]),
  });
}

function question() {
  return z.strictObject({
    asks: z
      .array(text('A question as readers type it.').max(100))
      .min(1)
      .describe('Ways to ask it that differ in their words: “who owns it”, “whose app is it”.'),
    sentence: sentenceId().describe('The sentence that answers, such as s7.'),
    text: text('The words of the sentence that are the plain answer; shown in bold.').optional(),
  });
}

function notAttribution() {
  return z.strictObject({
    sentence: sentenceId(),
    text: text('The quoted stretch as printed, without its marks or with them.'),
    why: text('Why it quotes nobody.'),
  });
}

function text(description: string) {
  return z
    .string()
    .min(1)
    .regex(/^\S(?:.*\S)?$/s, 'text with no space before or after it')
    .describe(description);
}

/** Ids travel in Discord's custom ids, which hold 100 characters in all. */
function id(description: string) {
  return z
    .string()
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'small letters, digits and single hyphens, such as jane-doe',
    )
    .max(30)
    .describe(description);
}

function sentenceId() {
  return z
    .string()
    .regex(/^s[1-9]\d*$/, 'a sentence number such as s7')
    .describe('Such as s7.');
}
