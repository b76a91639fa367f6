/**
 * The verbs of news whose past is no regular inflection, each after its base: a stemmer does not know
 * that “made” is “make”.
 */
const verbs = `
  make made; buy bought; sell sold; pay paid; say said; tell told; write wrote written; speak spoke spoken
  give gave given; take took taken; get got gotten; go went gone; come came; become became; begin began begun
  break broke broken; bring brought; build built; catch caught; choose chose chosen; deal dealt; do did done
  draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feel felt; fight fought; find found
  fly flew flown; forbid forbade forbidden; forget forgot forgotten; grow grew grown; hang hung; hear heard
  hide hid hidden; hold held; keep kept; know knew known; lead led; leave left; lend lent; lose lost; mean meant
  meet met; ride rode ridden; ring rang rung; rise rose risen; run ran; see saw seen; seek sought; send sent
  shake shook shaken; shoot shot; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept
  spend spent; stand stood; steal stole stolen; strike struck; swear swore sworn; teach taught; tear tore torn
  think thought; throw threw thrown; understand understood; wear wore worn; win won; withdraw withdrew withdrawn
  die died dead; lie lay lain; wake woke woken; weep wept; swim swam swum; stick stuck; bite bit bitten
  blow blew blown; drink drank drunk; feed fed; freeze froze frozen; overtake overtook overtaken; arise arose arisen
`;

/** Nouns that are made of a verb by no common ending, each after the verb. */
const nouns = `
  sell sale sales; lose loss losses; choose choice choices; speak speech speeches; believe belief beliefs
  prove proof; fly flight flights; grow growth; die death deaths; steal theft thefts; succeed success
  decide decision decisions; divide division divisions; conclude conclusion conclusions; erode erosion
  explode explosion explosions; invade invasion invasions; expand expansion; extend extension extensions
  suspend suspension suspensions; permit permission; admit admission admissions; submit submission
  describe description descriptions; subscribe subscription subscriptions; receive receipt receipts
  acquire acquisition acquisitions; apply application applications; deny denial denials;
  marry marriage; destroy destruction; injure injury injuries; inquire inquiry inquiries; behave behaviour behavior
`;

/** The base of a form that is an irregular past, or noun of a verb; other forms are their own base. */
export function baseOf(form: string): string {
  return bases.get(form) ?? form;
}

const bases: ReadonlyMap<string, string> = new Map(
  `${verbs};${nouns}`
    .split(/[;\n]/)
    .map((line) => line.trim().split(' '))
    .flatMap(([base = '', ...pasts]) => pasts.map((past) => [past, base] as const)),
);
