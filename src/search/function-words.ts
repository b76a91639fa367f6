/**
 * English words that hold a sentence together and say little by themselves, in the form that
 * `wordsIn` gives them. They count for less, never for nothing: a quote may be made of them.
 */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those
   i me my mine myself we us our ours ourselves you your yours yourself he him his himself
   she her hers herself it its itself they them their theirs themselves one
   who whom whose which what where when why how
   am is are was were be been being have has had having do does did doing done
   will would shall should can could may might must ought
   im ive id ill youre youve youd youll hes hed shes shed thats theres weve wed theyre theyve theyd theyll
   and or but nor so yet if then else because as until while than though although whether
   of at by for with about against between into through during before after above below to from up
   down in out on off over under again further upon within without toward towards among per via
   here there all any both each few more most other some such only own same too very just also
   now even still once ever s t d ll m re ve
   say says said tell tells told`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
