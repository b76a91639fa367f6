import { contains, overlap, type Span, textOf } from '../record/span.ts';
import { speakerBeside } from '../record/speaker-beside.ts';
import { type ContentWeights, contentOf } from './content.ts';
import { type CueCandidate, cueCandidates } from './cue.ts';
import { cueFeatures } from './cue-features.ts';
import cueWeights from './cue-weights.json' with { type: 'json' };
import directionWeights from './direction-weights.json' with { type: 'json' };
import endWeights from './end-weights.json' with { type: 'json' };
import type { FoundAttribution, Mention } from './found-attribution.ts';
import type { Stretch } from './noun-phrase.ts';
import { withQuotesThatGoOn } from './quotes-that-go-on.ts';
import type { Reading, ReadSentence } from './reading.ts';
import { withRefusals } from './refusals.ts';
import { chosenSource } from './source-choice.ts';
import sourceWeights from './source-weights.json' with { type: 'json' };
import { probability, type Weights, weightsFrom } from './weights.ts';

/** At this probability about as many cues are missed as are wrong (bench/draft.ts --crossed). */
const leastProbable = 0.31;
/** A verb beside a quotation needs less to be its cue. */
const leastBesideQuote = 0.12;

/** What the choice of cues and of their contents goes by. */
export interface AttributionWeights extends ContentWeights {
  readonly cue: Weights;
  readonly source: Weights;
}

const learned: AttributionWeights = {
  cue: weightsFrom(cueWeights),
  end: weightsFrom(endWeights),
  direction: weightsFrom(directionWeights),
  source: weightsFrom(sourceWeights),
};

/**
 * The attributions of an article, in the order of their cues.
 *
 * @param weights other ones than those the draft is shipped with: what a measurement has fitted
 */
export function findAttributions(
  reading: Reading,
  weights: AttributionWeights = learned,
): readonly FoundAttribution[] {
  const found = reading.sentences.flatMap((sentence) => attributionsIn(sentence, reading, weights));
  return withRefusals(reading, withQuotesThatGoOn(reading, found));
}

function attributionsIn(
  sentence: ReadSentence,
  { sentences }: Reading,
  weights: AttributionWeights,
): readonly FoundAttribution[] {
  const weighed = cueCandidates(sentence).flatMap((cue) => {
    const chance = probability(cueFeatures(cue, sentences), weights.cue);
    if (chance < leastBesideQuote) return [];
    const content = contentOf(cue, weights).filter(({ start, end }) => end > start);
    if (content.length === 0) return [];
    if (chance < leastProbable && !takesWholeQuote(sentence, content)) return [];
    return [{ cue, chance, content }];
  });
  return mostProbable(weighed).map((each) => attribution(each, weights.source));
}

interface Weighed {
  readonly cue: CueCandidate;
  readonly chance: number;
  readonly content: readonly Stretch[];
}

/** Two verbs do not report the same words: the more probable one does. */
function mostProbable(weighed: readonly Weighed[]): readonly Weighed[] {
  const best = new Map<string, Weighed>();
  for (const one of weighed) {
    const words = one.content.map(({ start, end }) => `${start}-${end}`).join();
    const other = best.get(words);
    if (other === undefined || one.chance > other.chance) best.set(words, one);
  }
  const kept = new Set(best.values());
  return weighed.filter((one) => kept.has(one));
}

function takesWholeQuote({ quoteOf }: ReadSentence, content: readonly Stretch[]): boolean {
  return content.some(
    ({ start, end }) =>
      quoteOf[start] !== undefined && quoteOf[start] === quoteOf[end - 1] && end - start > 4,
  );
}

function attribution({ cue, chance, content: parts }: Weighed, weights: Weights): FoundAttribution {
  const { sentence, group } = cue;
  const { source, chance: sourceConfidence } = chosenSource(cue, weights);
  const content = parts.map((part) => mention(sentence, part));
  return {
    source: source === undefined ? undefined : whoSpeaks(sentence, source),
    cue: mention(sentence, { start: group.start, end: group.end }),
    content,
    kind: kindOf(sentence, content),
    confidence: chance,
    sourceConfidence,
    verb: sentence.tokens[group.head]?.lemma ?? '',
  };
}

/** Of “a person close to Lee” the tagger gives “Lee” alone. */
function whoSpeaks(sentence: ReadSentence, source: Stretch): Mention {
  const named = mention(sentence, source);
  return { ...named, ...speakerBeside(sentence.text, named) };
}

export function mention({ index, tokens }: ReadSentence, { start, end }: Stretch): Mention {
  return { sentence: index, start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

function kindOf(
  { text, quoted }: ReadSentence,
  content: readonly Mention[],
): FoundAttribution['kind'] {
  const letters = (span: Span) => /[\p{L}\p{N}]/u.test(textOf(text, span));
  const direct = content.every((part) => quoted.some((quote) => contains(quote, part)));
  if (direct) return 'direct';
  return content.some((part) => quoted.some((quote) => overlap(quote, part) > 0 && letters(quote)))
    ? 'mixed'
    : 'indirect';
}
