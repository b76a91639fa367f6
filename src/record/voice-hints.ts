import type { Hint } from './hint.ts';
import { contains, lengthOf, type Span, textOf, wholeWords } from './span.ts';
import { speakerBeside } from './speaker-beside.ts';
import { partsIn, type Sentence, type Story, type Voice, voicesOf, wordsOf } from './story.ts';

/**
 * Sources that their sentence names only beside whoever speaks: “a person close to Lee said” is not
 * said by Lee.
 */
export function creditedBesideWhoSpeaks(story: Story): readonly Hint[] {
  return everyVoice(story).flatMap(({ voice, sentence, content }) => {
    if (voice.words !== undefined) return [];
    return voice.entities.flatMap(({ id, name }) => {
      const named = namesOf(id, story)
        .flatMap((printed) => wholeWords(sentence.text, printed))
        .filter((span) => !content.some((part) => contains(part, span)));
      // “Okafor” of “Ruth Okafor” stands beside nothing of its own.
      const beside = named
        .filter((span) => !named.some((whole) => isPartOf(span, whole)))
        .map((span) => speakerBeside(sentence.text, span));
      const [first] = beside;
      if (first === undefined || beside.includes(undefined)) return [];
      const words = textOf(sentence.text, first);
      const doubt = `names ${name} only in “${words}”; if it is they who speak, write {words: ${words}}, and is: [${id}] only if they speak for ${name}`;
      return [{ sentence, doubt }];
    });
  });
}

/** “He” and “she” taken for somebody whom the article names only later. */
export function pronounsBeforeTheirName(story: Story): readonly Hint[] {
  return everyVoice(story).flatMap(({ voice: { words = '', entities }, sentence }) => {
    if (!/^s?he$/i.test(words)) return [];
    return entities.flatMap(({ id, name }) => {
      const printed = namesOf(id, story);
      const first = story.sentences.find(
        ({ article, text }) =>
          article === sentence.article && printed.some((each) => wholeWords(text, each).length > 0),
      );
      if (first === undefined || first === sentence || !comesBefore(sentence, first, story))
        return [];
      const doubt = `takes “${words}” for ${name}, whom the article names only in ${first.id}; is somebody else meant?`;
      return [{ sentence, doubt }];
    });
  });
}

function isPartOf(part: Span, whole: Span): boolean {
  return contains(whole, part) && lengthOf(part) < lengthOf(whole);
}

interface Speaking {
  readonly voice: Voice;
  readonly sentence: Sentence;
  /** What of the sentence is said. */
  readonly content: readonly Span[];
}

function everyVoice({ statements }: Story): readonly Speaking[] {
  return statements.flatMap((statement) => {
    const { sentence } = statement;
    const content = partsIn(statement, sentence);
    return voicesOf(statement).map((voice) => ({ voice, sentence, content }));
  });
}

/** How the articles call somebody, also by what they are. */
function namesOf(id: string, { entities }: Story): readonly string[] {
  return entities
    .filter((entity) => entity.id === id)
    .flatMap(({ name, aliases, roles }) => [name, ...aliases, ...roles.map(wordsOf)]);
}

function comesBefore(one: Sentence, other: Sentence, { sentences }: Story): boolean {
  return sentences.indexOf(one) < sentences.indexOf(other);
}
