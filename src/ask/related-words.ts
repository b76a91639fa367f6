import { stemmer } from 'stemmer';
import type { Word } from '../search/words.ts';

/** What of a word is compared. */
type Compared = Pick<Word, 'form' | 'stem'>;

/**
 * Tells how near other words are to one in meaning, from 0 to 1: the same word, inflected (`banned`,
 * `ban`), derived (`founder`, `foundation`), irregular (`bought`, `buy`) or nearly synonymous
 * (`acquire`).
 */
export function relatednessTo({ form, stem }: Compared): (other: Compared) => number {
  const own = groupsOfStem.get(stem);
  return (other) => {
    if (form === other.form) return 1;
    if (stem === other.stem) return sameStem;
    if (isDerived(form, other.form)) return derived;
    if (own === undefined) return 0;
    return groupsOfStem.get(other.stem)?.some((group) => own.includes(group)) ? sameGroup : 0;
  };
}

const sameStem = 0.95;
const derived = 0.8;
const sameGroup = 0.75;

/**
 * Words that tell of the same thing, written by hand for questions about news: what people ask by
 * one word and articles print by another. Their stems are compared, so inflections that are regular
 * need no entry. A word may stand in several groups.
 */
const groups = `
  buy bought pay paid purchase acquire acquisition takeover
  sell sold sale divest divestment
  own owner ownership owned parent belong possess
  begin began begun start launch open commence debut first
  found founder founded establish create start
  end ended finish stop cease close conclude final expire
  last lasted duration
  die died death dead kill killed fatal life lives deceased execute
  born birth birthplace native
  make made maker manufacture manufacturer produce build built builder develop
  write wrote written writer author pen novel book
  sing sang sung singer song vocalist record perform
  play played player portray actor actress star cast starring role
  win won winner victory victorious champion beat defeat title
  lose lost loser loss defeat
  lead led leader head chief chair run ran boss president
  ban block prohibit bar forbid forbidden outlaw restrict
  allow permit let authorise authorize approve
  law act bill statute legislation legal authority
  company firm business corporation maker giant
  say said tell told state announce declare report claim
  think thought believe view opinion
  oppose opposed against reject opposition object
  support back backed endorse favour favor
  agree agreed agreement deal pact accord
  negotiate negotiation talk talks discuss discussion
  pause suspend halt delay postpone stall
  live lived inhabit reside residence home habitat
  locate located location situated headquarters headquartered based site
  come came originate origin from native derive
  go went gone leave left depart
  find found discover discovery locate detect
  use used usage purpose function application utilise utilize
  meaning mean indicate define refer denote signify
  country nation state
  film movie picture
  show series programme program television sitcom
  release released publish premiere issue
  join joined member
  job work worked employ employee employer
  fire fired dismiss sack oust
  quit resign resignation leave
  hire appoint name
  elect election vote elected
  attack assault strike bomb bombing explosion blast raid
  apply applied application applicant file filing
  worst weak weakest poor poorest bad
  best strong strongest good
  criticise criticize criticism critic condemn slam
  angry anger mad furious fury
  happy pleased delighted welcome
  sick ill illness disease
  offer bid proposal propose
  phone telephone call rang
  refuse decline deny denied
  admit confess acknowledge concede
  pledge promise vow commit
  plan plans planned intend intention
  demand require requirement need
  help aid assist
  fix repair repaired rebuild rebuilt mend
  test tested trial study research experiment
  minister secretary
  clear wipe cleared
  fight fought war battle conflict
  crash accident collision
  arrest detain custody jail imprison prison
  charge charged accuse indict allege
  convict conviction guilty sentence
  trial court case
  lawsuit sue suit
  price cost worth value pay paid
  money fund funding dollar finance
  big large size huge major
  risk threat danger threaten
  worry concern fear afraid
  popular famous known celebrated notable
  name named call called known dub title
  part component section
  invent inventor invention create develop devise
  marry married wife husband marriage wed
  child children son daughter kid
  bury buried burial grave
  investor invest investment backer back shareholder stake
  app application platform software
  user users audience
  doctor physician
  pupil student
  teach taught teacher
  see saw seen
  give gave given grant award
  get got receive obtain
  take took taken
  speak spoke spoken speech
  meet met meeting
  send sent
  know knew known
  grow grew grown growth increase rise rose
  fall fell fallen drop decline decrease
  choose chose chosen choice select
  hold held
  build built construction construct
  catch caught
  steal stole stolen theft
  america american us united
  britain british uk
  color colour
  organisation organization
  city town
  car automobile vehicle motor engine
  people person population
`;

/** What people may be counted as; these are not near to one another. */
const people = `passenger resident inhabitant worker employee visitor participant patient victim voter
  soldier student child children user customer civilian volunteer guest fan migrant refugee woman man
  women men adult lives`;

const groupsOfStem = new Map<string, readonly number[]>();
const lines = [...groups.trim().split('\n'), ...people.split(/\s+/).map((who) => `people ${who}`)];
for (const [number, line] of lines.entries()) {
  for (const word of line.trim().split(' ')) {
    const stem = stemmer(word);
    groupsOfStem.set(stem, [...(groupsOfStem.get(stem) ?? []), number]);
  }
}

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
  if (shared === 4) return /^(?:ers?|ors?|ing|ed|ism|ist|ish)?$/.test(restA + restB);
  return (restA === '' || endings.has(restA)) && (restB === '' || endings.has(restB));
}

const leastStem = 5;
