/** What would be an answer to a question. */
export type AnswerKind =
  | 'person'
  | 'owner'
  | 'organisation'
  | 'place'
  | 'date'
  | 'number'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'thing'
  | 'yes-no';

/** What is answered by a short phrase, which a sentence either has or lacks. */
export const phraseKinds: ReadonlySet<AnswerKind> = new Set([
  'person',
  'owner',
  'organisation',
  'place',
  'date',
  'number',
  'reason',
]);

/** What a number or a date is to be told in. */
export type Measure =
  | 'count'
  | 'money'
  | 'share'
  | 'duration'
  | 'age'
  | 'distance'
  | 'size'
  | 'year'
  | 'day'
  | 'time';
