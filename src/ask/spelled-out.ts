/**
 * A question with the short forms of a phone written out: “whats he gonna do w/ it” asks “what is he
 * going to do with it”. The words that ask and the words of content are known only in full.
 */
export function spelledOut(question: string): string {
  return question
    .slice(0, mostLetters)
    .replace(/\bw\/\s?/gi, 'with ')
    .replace(/(?<![\p{L}\p{N}])[\p{L}\d'’]+(?![\p{L}\p{N}])/gu, (word) => {
      return fullForms.get(word.toLowerCase().replace('’', "'").replace("'", '')) ?? word;
    });
}

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
   abt=about|ppl=people|peeps=people|til=until|till=until|tho=though|thru=through|rn=now|atm=now
   govt=government|gov=government|gvt=government|yr=year|yrs=years|mins=minutes|hrs=hours|pls=please
   plz=please|smth=something|sb=somebody|smb=somebody|info=information|admin=administration
   whod=who would|whatd=what did|howd=how did|whyd=why did|whered=where did|couldve=could have
   shouldve=should have|wouldve=would have|vs=against|aka=called|pct=percent|mil=million`
    .split(/[|\n]/)
    .map((line) => line.trim().split('='))
    .map(([short = '', full = '']) => [short, full]),
);
