import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import type { Voice } from '../src/record/story.ts';
import { entityNamed, nameChoices, quoteChoices } from '../src/reply/choices.ts';
import { findingForWords, withoutRepeats } from '../src/reply/finding.ts';
import { type Finding, type Reply, reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { onRecord } from '../src/search/on-record.ts';
import type { Match } from '../src/search/search.ts';
import { wordForms, wordsIn } from '../src/search/words.ts';

export const whoSaid = defineCommand({
  name: 'who said',
  description: 'Find who said some words, even half remembered',
  asks: {
    text: wordsOption('The words, as well as you remember them'),
    speaker: wordsOption('Who you think said them').optional(),
  },
  completes: { text: quoteChoices, speaker: nameChoices },
  answer({ text, speaker }, library) {
    const again = {
      command: 'who said',
      options: { text, ...(speaker === undefined ? {} : { speaker }) },
    };
    if (wordForms(text) === '') return reply('error', { notices: [notice('no-words')] });
    const found = findWords(text, library);
    if (speaker !== undefined) return { ...bySpeaker(text, speaker, found, library), again };
    if (found.answers.length === 0) return notOnRecord(found.nearest);
    return reply('found', { findings: bestOf(found.answers), again });
  },
});

interface Found {
  readonly answers: readonly Finding[];
  readonly nearest: readonly Finding[];
}

function findWords(text: string, library: Library): Found {
  const matches = library.search.find(text, mostMatches);
  const found = (match: Match) => findingForWords(text, match, library);
  const near = matches.find(({ score }) => score >= leastNear && score < onRecord);
  return {
    answers: withoutRepeats(matches.filter(({ score }) => score >= onRecord).map(found)),
    nearest: near === undefined ? [] : [{ ...found(near), verdict: 'not_on_record' }],
  };
}

const mostMatches = 20;
/** With the words altogether absent, the nearest sentence is only noise. */
const leastNear = 0.4;

/**
 * Answers nearly as good as the best, so that an exact quote does not come with vague ones; of
 * equal ones those that somebody says first.
 */
function bestOf(answers: readonly Finding[]): readonly Finding[] {
  const best = answers[0]?.score ?? 0;
  const spoken = ({ attribution }: Finding) => (attribution.statement === undefined ? 0 : 1);
  return answers
    .filter(({ score }) => score >= best - 0.1)
    .toSorted((a, b) => b.score - a.score || spoken(b) - spoken(a))
    .slice(0, 3);
}

function notOnRecord(nearest: readonly Finding[]): Reply {
  const near = nearest.length === 0 ? [] : [notice('nearest-only')];
  return reply('not_on_record', { notices: [notice('not-on-record'), ...near], nearest });
}

function bySpeaker(text: string, speaker: string, found: Found, library: Library): Reply {
  const theirs = found.answers.filter(({ attribution }) =>
    attribution.voices.some((voice) => isCalled(speaker, voice, library)),
  );
  if (theirs.length > 0) return reply('found', { findings: bestOf(theirs) });
  const question = { command: 'who said', options: { text, speaker } };
  const named = entityNamed('speaker', question, library);
  if ('reply' in named) return named.reply;
  const [other] = found.answers;
  if (other === undefined) return notOnRecord(found.nearest);
  const asked = named.entity.name;
  const voice = other.attribution.voices.at(-1);
  const correction =
    voice === undefined
      ? notice('said-by-nobody-asked', { asked })
      : notice('said-by-other', { asked, speaker: voice.name });
  return reply('found', { notices: [correction], findings: bestOf(found.answers) });
}

/** By the name of an entity, or by the words for a source that the article does not name. */
function isCalled(speaker: string, { entities, name }: Voice, { names }: Library): boolean {
  const named = names.find(speaker);
  if (named.kind === 'one') {
    return entities.some((each) => each.id === named.entity.id);
  }
  const asked = wordsIn(speaker).filter(({ weight }) => weight === 1);
  const forms = new Set(wordsIn(name).map(({ form }) => form));
  return entities.length === 0 && asked.length > 0 && asked.every(({ form }) => forms.has(form));
}
