/** Verbs of saying, which are no part of what a question is about. */
export const saying = setOf(
  `say says said saying tell tells told telling claim claims claimed report reports reported call calls
   called comment commented admit admits admitted warn warns warned warning argue argues argued promise
   promised deny denied denies state stated announce announced respond responded reply replied confirm
   confirmed reveal revealed write wrote quote quoted post posted tweet tweeted insist insisted explain
   explained add added mention mentioned suggest suggested note noted accuse accused answer answered
   describe described react reacted ask asked cite cited citing citing`,
);

/** Verbs that ask for what somebody thinks or wants, said or not. */
export const thinking = setOf(
  `think thinks thought reckon reckons believe believes believed want wants wanted feel feels felt
   expect expects expected hope hopes hoped fear fears feared agree agrees agreed`,
);

/** Verbs whose subject is asked for as the one who made a claim: “who said”. */
export const claiming = setOf(
  `say says said saying tell tells told claim claims claimed report reports reported warn warned argue
   argued promise promised admit admitted announce announced reveal revealed confirm confirmed suggest suggested
   insist insisted deny denied mention mentioned`,
);

/** Of these only when and where are told as of something said. */
export const talking = setOf('talk talked talks speak spoke spoken');

/** Verbs of saying that name the medium: what somebody tweeted is in no interview. */
export const media = setOf('tweet tweeted email emailed post posted write wrote');

/** What somebody does by saying something: who denies something need not confirm anything. */
export const acts = setOf(
  `deny denies denied confirm confirms confirmed admit admits admitted respond responds responded reply
   replies replied call calls called react reacts reacted promise promises promised accuse accuses accused warn
   warns warned warning insist insists insisted`,
);

/** Words for saying that are things as well. */
export const things = setOf(
  'report reports claim claims tweet tweets post posts comment comments quote',
);

export const nounsOfSpeech = setOf(
  `statement statements comment comments response reaction view views opinion position stance remark
   remarks quote`,
);

/** Words between a speaker and the verb that tell nothing of either. */
export const adverbs = setOf(
  `then later also first just really actually ever even all still since to of supposedly allegedly
   apparently reportedly exactly themselves himself herself itself`,
);

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
