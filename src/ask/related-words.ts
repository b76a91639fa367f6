import { stemmer } from 'stemmer';
import type { Word } from '../search/words.ts';
import { baseOf } from './irregular-words.ts';

/** What of a word is compared. */
type Compared = Pick<Word, 'form' | 'stem'>;

/**
 * Tells how near other words are to one in meaning, from 0 to 1: the same word, inflected (`banned`,
 * `ban`), derived (`founder`, `foundation`) or irregular (`bought`, `buy`).
 */
export function relatednessTo({ form, stem }: Compared): (other: Compared) => number {
  const base = stemmer(baseOf(form));
  return (other) => {
    if (form === other.form) return 1;
    if (stem === other.stem || base === stemOfBase(other)) return sameStem;
    return isDerived(form, other.form) ? derived : 0;
  };
}

function stemOfBase({ form, stem }: Compared): string {
  const base = baseOf(form);
  return base === form ? stem : stemmer(base);
}

const sameStem = 0.95;
const derived = 0.8;

const endings = new Set(
  `a al ally an ance ant ary ate ated ation ations e ed ence ent er ers ery es ese ful i ia ial ian ians
   ic ical ics ier ies ile ily ing ings ion ions ious ise ish ism ist ists ity ive ize less ly man men
   ment ments n ness or ors ory ous ry s ship sion tion tions ure y`.split(/\s+/),
);

/** Whether two forms are the same but for an ending: `discovery`, `discovered`. */
function isDerived(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length);
  if (most < 4 || a[0] !== b[0] || a[3] !== b[3]) return false;
  let shared = 1;
  while (shared < most && a[shared] === b[shared]) shared += 1;
  const [restA, restB] = [a.slice(shared), b.slice(shared)];
  if (shared < leastStem && !(shared === 4 && (restA === '' || restB === ''))) return false;
  if (isDoer(restA, restB) || isDoer(restB, restA)) return false;
  if (shared === 4) return /^(?:ers?|ors?|ing|ed|ism|ist|ish)?$/.test(restA + restB);
  return (restA === '' || endings.has(restA)) && (restB === '' || endings.has(restB));
}

/** Whoever does something is not what is done, or what does it: a governor is no government. */
function isDoer(one: string, other: string): boolean {
  return doers.test(one) && deeds.test(other);
}

const doers = /^(?:er|or|ist|ian|man)s?$/;
const deeds = /^(?:ment|ance|ence|ation|ion|ition|tion|ity|ism|ship|ing)s?$/;

const leastStem = 5;
