/**
 * A question with the short forms of a phone written out: “whats he gonna do w/ it” asks “what is he
 * going to do with it”. The words that ask and the words of content are known only in full.
 */
export function spelledOut(question: string): string {
  return question
    .slice(0, mostLetters)
    .replace(/\bw\/\s?/gi, 'with ')
    .replace(/(?<=\d)(?:m|mn)\b/g, ' million')
    .replace(/(?<=\d)\s?bn\b/g, ' billion')
    .replace(shortForm, (word) => {
      return fullForms.get(word.toLowerCase().replace('’', "'").replace("'", '')) ?? word;
    })
    .replace(demand, '')
    .replace(preface, '')
    .replace(idle, ' ')
    .replace(vague, 'it')
    .replace(remark, (_, made: string) => (made.toLowerCase() === 'made' ? 'said' : 'say'))
    .replace(
      phrases,
      (phrase) => plainVerbs.get(phrase.toLowerCase().replace(/\s+/g, ' ')) ?? phrase,
    );
}

/** A word that may be a short form; “N Korea” and “r&d” have letters that are none. */
const shortForm = /(?<![\p{L}\p{N}&.])(?!\p{Lu}(?![\p{L}'’]))[\p{L}\d'’]+(?![\p{L}\p{N}&])/gu;

/** “List the owners”. */
const demand = /^(?:(?:give|remind|show) me|list)(?: of| about)?[\s,]+/i;

/** “Can you tell me when …”: who asks politely asks nothing of “you”, or whether they can. */
const preface =
  /^(?:(?:hey|hi|ok|okay|so|please|can|could|would|will|do|does|anyone|anybody|someone|somebody|you|i|tell|me|us|know|want to|need to|have to|explain|say|just|wonder|wondering)[\s,]+)+(?=(?:who|whom|whose|what|which|when|where|why|how)\b)/i;

/** What people put beside a question, and ask nothing by. */
const idle =
  /\b(?:in the (?:end|first place)|at the end of the day|at all|in (?:general|fact)|overall|of course|for real|by any chance|to be honest|(?<=^)wait)\b/gi;

/** “Who pays for all this?” */
const vague =
  /\ball (?:of )?(?:this|that|it)\b(?=\W*$|\W+(?:is|was|about|for|in|on|then|when|and|to|cost)\b)/gi;

/** “When did she make those comments?” asks when she said that. */
const remark =
  /\b(make|made|making) (?:those|these|the|that|this|his|her|their|any) (?:comment|remark|statement)s?\b/gi;

/**
 * Verbs of two words, which speech is full of, with the one word that print has for them. Their
 * particles say nothing by themselves, and the verbs alone mean something else.
 */
const plainVerbs: ReadonlyMap<string, string> = new Map(
  `come out, comes out, came out, coming out=published
   give up on, gives up on, gave up on, given up on, give up, gave up, gives up=abandoned
   say yes to, says yes to, said yes to=accepted
   say no to, says no to, said no to, turn down, turned down, turns down, knocked back=rejected
   pull out, pulled out, pulls out, back out, backed out, walk out, walked out=withdrew
   walk away, walked away=withdrew
   go up, goes up, went up, going up, gone up=rise
   go down, goes down, went down, going down, gone down=fall
   find out about, finds out about, found out about, find out, finds out, found out=discovered
   put off=postponed
   take over, takes over, took over, taking over=acquire
   call off, called off=cancelled
   get rid of, got rid of=removed
   look into, looking into, looked into=investigate
   knock down, knocked down, pull down, pulled down, tear down, torn down, tore down=demolish
   shut down, shuts down, closed down, close down=close
   sell off, sold off, selling off=sell
   lay off, laid off=dismissed
   own up to, owned up to=admit
   hit back, fire back, fired back=respond
   pay back=repay
   bring up, brings up, brought up, talks about, talked about=mentioned
   speak out, spoke out=speak
   acc to=according to
   these days, nowadays, currently, at the moment, at present, right now=now
   beforehand=before`
    .split('\n')
    .map((line) => line.trim().split('='))
    .flatMap(([spoken = '', plain = '']) =>
      spoken.split(', ').map((phrase) => [phrase, plain] as const),
    ),
);
const phrases = new RegExp(`\\b(?:${[...plainVerbs.keys()].join('|')})\\b`, 'gi');

/** Longer than any question. */
const mostLetters = 2000;

const fullForms: ReadonlyMap<string, string> = new Map(
  `whats=what is|whos=who is|wheres=where is|whens=when is|whys=why is|hows=how is|theres=there is
   thats=that is|hes=he is|shes=she is|theyre=they are|youre=you are|im=I am|ive=I have
   theyve=they have|weve=we have|hed=he would|theyd=they would|youd=you would
   theyll=they will|youll=you will|itll=it will|itd=it would
   didnt=did not|doesnt=does not|dont=do not|isnt=is not|arent=are not|wasnt=was not
   werent=were not|wont=will not|wouldnt=would not|cant=can not|couldnt=could not
   shouldnt=should not|hasnt=has not|havent=have not|hadnt=had not|aint=is not
   wanna=want to|gonna=going to|gotta=have to|hafta=have to|gimme=give me|lemme=let me|kinda=kind of
   u=you|ur=your|r=are|w=with|n=and|y=why|bc=because|cuz=because|cos=because|coz=because|b4=before
   wat=what|wut=what|wtf=what|wats=what is|wuts=what is|wot=what|wots=what is|wen=when|wher=where|hoo=who
   abt=about|ppl=people|peeps=people|til=until|till=until|tho=though|thru=through|rn=now|atm=now
   govt=government|gov=government|gvt=government|yr=year|yrs=years|mins=minutes|hrs=hours|pls=please
   dept=department|vid=video|vids=videos|pic=picture|pics=pictures|prez=president
   plz=please|smth=something|sb=somebody|smb=somebody|info=information|admin=administration
   whod=who would|whatd=what did|howd=how did|whyd=why did|whered=where did|couldve=could have
   shouldve=should have|wouldve=would have|tryna=trying to|rly=really|dunno=do not know|prolly=probably
   tmrw=tomorrow|dat=that|obv=obviously|esp=especially|biz=business
   acording=according|accordin=according|actualy=actually|realy=really|usualy=usually|agaisnt=against
   becuase=because|becasue=because|wich=which|teh=the|goverment=government|wether=whether|untill=until
   peple=people|poeple=people|somthing=something|alot=much|woud=would|coud=could|shoud=should
   vs=against|aka=called|pct=percent|mil=million|1st=first|2nd=second|3rd=third`
    .split(/[|\n]/)
    .map((line) => line.trim().split('='))
    .map(([short = '', full = '']) => [short, full]),
);
