/** Verbs that tell what somebody thinks or wants, not words that were spoken; by their base form. */
export const attitudes: ReadonlySet<string> = new Set(
  `agree admire anticipate appreciate assume aim back believe care consider decide decline desire
  disagree dislike doubt dread embrace envision expect favor favour fear feel forget guess hate hope
  imagine intend know like look loathe love mean mind need oppose perceive plan prefer prepare
  realize realise recognize recognise refuse regret reject remember resent resist respect see seek
  seem sense support suppose suspect think tolerate trust understand view want watch welcome wish
  wonder worry`.split(/\s+/),
);
