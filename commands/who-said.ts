import { defineCommand, wordsOption } from '../src/command.ts';
import type { Library } from '../src/library.ts';
import { contains, wholeWords } from '../src/record/span.ts';
import { type Entity, type Voice, voicesOf, wordsOf } from '../src/record/story.ts';
import { entityNamed, nameChoices, quoteChoices } from '../src/reply/choices.ts';
import { findingForStatement } from '../src/reply/finding.ts';
import { bestOf, type FoundWords, findWords, notOnRecord } from '../src/reply/found-words.ts';
import { type Finding, type Reply, reply } from '../src/reply/reply.ts';
import { type Notice, notice } from '../src/reply/words.ts';
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

function bySpeaker(text: string, speaker: string, found: FoundWords, library: Library): Reply {
  const theirs = found.answers.flatMap((finding) => heardFrom(speaker, finding, library));
  if (theirs.length > 0) return reply('found', { findings: bestOf(theirs) });
  const question = { command: 'who said', options: { text, speaker } };
  const named = entityNamed('speaker', question, library);
  if ('reply' in named) return named.reply;
  const [other] = found.answers;
  if (other === undefined) return notOnRecord(found.nearest);
  return reply('found', {
    notices: [correction(named.entity, other)],
    findings: bestOf(found.answers),
  });
}

/** The finding, if it is heard from the speaker; of two who say the same words, with the one meant. */
function heardFrom(speaker: string, finding: Finding, library: Library): readonly Finding[] {
  const { sentence } = finding;
  const called = (voice: Voice) => isCalled(speaker, voice, sentence.story, library);
  if (finding.attribution.voices.some(called)) return [finding];
  const words = wordsOf(finding);
  return (library.story(sentence.story)?.statements ?? [])
    .filter((statement) => !statement.attitude && voicesOf(statement).some(called))
    .flatMap((statement) =>
      statement.content
        .filter((part) => part.sentence === sentence)
        .flatMap(({ span }) =>
          wholeWords(sentence.text, words).filter((each) => contains(span, each)),
        )
        .slice(0, 1)
        .map((span) => {
          const { attribution } = findingForStatement(statement, { sentence, span });
          return { ...finding, span, attribution };
        }),
    );
}

/** Who did say it; of somebody who is told to agree or want it, that too. */
function correction({ id, name: asked }: Entity, { attribution }: Finding): Notice {
  const speaker = attribution.voices.at(-1)?.name;
  if (speaker === undefined) return notice('said-by-nobody-asked', { asked });
  const told = attribution.toldOf.find(({ source }) =>
    source.entities.some((each) => each.id === id),
  );
  if (told === undefined) return notice('said-by-other', { asked, speaker });
  return notice('said-of-asked', { asked, speaker, cue: told.source.cue });
}

/** By the name of an entity, or by the words for a source that the article does not name. */
function isCalled(speaker: string, voice: Voice, story: string, { names }: Library): boolean {
  const named = names.find(speaker);
  if (named.kind === 'one') {
    const { id, story: home } = named.entity;
    return home === story && voice.entities.some((each) => each.id === id);
  }
  const asked = wordsIn(speaker).filter(({ weight }) => weight === 1);
  const forms = new Set(wordsIn(voice.name).map(({ form }) => form));
  return (
    voice.entities.length === 0 && asked.length > 0 && asked.every(({ form }) => forms.has(form))
  );
}
