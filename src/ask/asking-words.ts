import type { AnswerKind, Measure } from './answer-kind.ts';

export const toBe: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 's', 're']);

/** The kind of answer that a noun names: of “which company”, an organisation. */
export function kindOfNoun(form: string): AnswerKind {
  return kinds.get(form) ?? kinds.get(form.replace(/(?:e?s)$/, '')) ?? 'thing';
}

/** Whether a noun that asks for a body may ask for a person as well: “which buyer”. */
export function mayBePerson(form: string): boolean {
  return /^(?:buyer|bidder|investor|source|party|parties|group)s?$/.test(form);
}

/** What “how long” or “how much” is told in. */
export function measureOfAdjective(form: string): Measure | undefined {
  return adjectives.get(form);
}

export function measureOfNoun(form: string): Measure | undefined {
  return nouns.get(form) ?? nouns.get(form.replace(/s$/, ''));
}

const kinds = tableOf<AnswerKind>({
  person: `person people man woman actor actress president singer author writer player politician
    minister senator official secretary lawmaker leader king queen director ceo chief founder
    executive spokesman spokeswoman spokesperson candidate mayor governor judge lawyer journalist
    reporter congressman congresswoman chairman chairwoman character musician scientist architect
    composer coach owner husband wife son daughter father mother critic expert witness suspect victim`,
  organisation: `company companies firm agency agencies committee organisation organization newspaper
    outlet bank party parties group band university universities school studio network channel
    department government ministry ministries court team club union business businesses corporation
    publisher airline manufacturer buyer bidder investor body bodies source`,
  place: `country countries city cities state county counties town place region continent village
    street location nation province district neighbourhood neighborhood island capital area site
    hometown birthplace venue`,
  date: 'year date day month time week weekday decade century centuries era',
  number: `percentage percent number amount price cost population temperature speed height length
    size age share proportion rate salary budget distance weight width depth total value fee fine
    sum quantity`,
  reason: 'reason cause motive explanation',
});

const nouns = tableOf<Measure>({
  year: 'year decade century era',
  day: 'date day week weekday month',
  time: 'time hour',
  share: 'percentage percent share proportion rate',
  money: 'price cost salary budget value fee fine',
  count: 'number amount population total sum quantity',
  age: 'age',
  distance: 'distance height length width depth',
  size: 'size temperature speed weight',
});

const adjectives = tableOf<Measure>({
  duration: 'long',
  age: 'old young',
  distance: 'far tall high deep wide',
  size: 'big large heavy fast quickly often hot cold small strong rich soon',
});

function tableOf<Value extends string>(
  rows: Partial<Record<Value, string>>,
): ReadonlyMap<string, Value> {
  const table = new Map<string, Value>();
  for (const value in rows) {
    for (const form of (rows[value] ?? '').split(/\s+/)) table.set(form, value);
  }
  return table;
}
