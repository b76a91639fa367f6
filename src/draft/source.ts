import type { CueCandidate } from './cue.ts';
import {
  isPossessive,
  isRelative,
  nounPhraseAt,
  nounPhraseBefore,
  type Stretch,
} from './noun-phrase.ts';
import { subjectOf } from './source-mention.ts';

/** Who speaks, as token places: a cue's subject, or the owner of “his claim”. */
export function sourceOf(cue: CueCandidate): Stretch | undefined {
  const {
    sentence: { tokens },
    kind,
    group,
    subject,
  } = cue;
  if (kind === 'according') return nounPhraseAt(tokens, group.end);
  if (kind === 'noun') return ownerOf(cue);
  if (cue.passive) return agentOf(cue);
  if (subject === undefined) return undefined;
  if (subject.by === 'relative' && tokens[subject.start]?.lower === 'what') return undefined;
  return subject;
}

/** “was criticised by Lee” */
function agentOf({ sentence: { tokens }, group }: CueCandidate): Stretch | undefined {
  const by = tokens.slice(group.end, group.end + 4).findIndex(({ lower }) => lower === 'by');
  return by < 0 ? undefined : nounPhraseAt(tokens, group.end + by + 1);
}

function ownerOf({ sentence, group }: CueCandidate): Stretch | undefined {
  const { tokens } = sentence;
  let at = group.start - 1;
  while (at > 0 && /^(?:ADJ|NUM|NOUN)$/.test(tokens[at]?.pos ?? '')) at -= 1;
  const owner = tokens[at];
  if (owner !== undefined && isPossessive(owner)) return { start: at, end: at + 1 };
  if (owner !== undefined && /^'s?$/.test(owner.lower)) return nounPhraseBefore(tokens, at);
  const subject = subjectOf(sentence, { ...group, start: Math.max(at, 0), head: group.head }, 1);
  return subject !== undefined && !isRelative(tokens[subject.start]) ? subject : undefined;
}
