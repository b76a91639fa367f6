import type { Library } from '../library.ts';
import { contains, wholeWords } from '../record/span.ts';
import { type Entity, type Voice, voicesOf, wordsOf } from '../record/story.ts';
import { contentIn, wordsIn } from '../search/words.ts';
import { findingForStatement } from './finding.ts';
import type { Finding } from './reply.ts';
import { type Notice, notice } from './words.ts';

/**
 * The finding, if it is heard from the speaker; of two who say the same words, with the one meant.
 *
 * @param speaker a name or an `entityKey`, or the words for a source that the article does not name
 */
export function heardFrom(speaker: string, finding: Finding, library: Library): readonly Finding[] {
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

/**
 * Who did say it, where the one asked for did not; or of whom it is only told that they think or want it,
 * or will not say it.
 */
export function correction(
  { id, name: asked }: Entity,
  { attribution, comparison }: Finding,
): Notice {
  const { voices, statement, toldOf, held } = attribution;
  const speaker = voices.at(-1)?.name;
  const theirs = toldOf.find(({ source }) => source.entities.some((each) => each.id === id));
  if (held !== undefined) {
    const { name, entities, cue } = (theirs ?? held).source;
    // Without its sentence nobody knows whom “they all” means.
    const told = entities.length > 1 ? entities.map((each) => each.name) : name;
    if (speaker === undefined) return notice('told-by-article', { asked, told, cue });
    return notice('told-by-other', { asked, speaker, told, cue });
  }
  if (speaker === undefined) return notice('said-by-nobody-asked', { asked });
  if (comparison?.differs === 'meaning') return notice('nearly-said-by-other', { asked, speaker });
  if (statement?.denies) return notice('denied-by-other', { asked, speaker });
  if (theirs === undefined) return notice('said-by-other', { asked, speaker });
  return notice('said-of-asked', { asked, speaker, cue: theirs.source.cue });
}

/**
 * That somebody did say it, where they were told to have denied it; of what is only heard through another,
 * that the other tells so. Nothing where they deny or only think it, or say nearly the opposite.
 */
export function affirmation({ id, name: asked }: Entity, finding: Finding): readonly Notice[] {
  const { attribution, comparison } = finding;
  const { voices, statement, held } = attribution;
  const isTheirs = voices.at(-1)?.entities.some((each) => each.id === id) === true;
  if (!isTheirs || statement?.denies || held !== undefined || comparison?.grave) return [];
  const teller = voices.at(-2)?.name;
  if (teller === undefined) return [notice('said-after-all', { asked })];
  return [notice('told-after-all', { teller, asked })];
}

/** By the name of an entity, or by the words for a source that the article does not name. */
function isCalled(speaker: string, voice: Voice, story: string, { names }: Library): boolean {
  const named = names.find(speaker);
  if (named.kind === 'one') {
    const { id, story: home } = named.entity;
    return home === story && voice.entities.some((each) => each.id === id);
  }
  const asked = contentIn(speaker);
  const forms = new Set(wordsIn(voice.name).map(({ form }) => form));
  return (
    voice.entities.length === 0 && asked.length > 0 && asked.every(({ form }) => forms.has(form))
  );
}
