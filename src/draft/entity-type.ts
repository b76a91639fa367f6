import { contains } from '../record/span.ts';
import type { EntityType } from '../record/story-file.ts';
import type { Mention } from './found-attribution.ts';
import type { NameMention } from './names.ts';
import type { Reading } from './reading.ts';

export interface GuessedType {
  readonly type: EntityType;
  /** 0 to 1 */
  readonly confidence: number;
}

const kinds: readonly (readonly [EntityType, RegExp])[] = [
  ['law', /\b(?:Act|Bill|Code|Treaty|Amendment|Constitution|Law|Accord|Directive|Regulation)$/],
  [
    'organisation',
    /\b(?:Committee|Department|Ministry|Council|Commission|Agency|Authority|Association|Institute|Initiative|Party|Bank|University|Federation|Union|League|Board|Court|House|Senate|Congress|Parliament|Group|Capital|Inc|Corp|Company|Post|Times|Journal|News|Tribune|Herald|Gazette|Foundation|Society|Center|Centre|Museum|Administration|Bureau|Office|Service|Police|Army|Club|Trust|Alliance)\b/,
  ],
  [
    'organisation',
    / (?:Observer|Courier|Ledger|Chronicle|Telegraph|Standard|Daily|Weekly|Wire|Press|Radio|Television|TV|Media|Holdings|Partners|Ventures|Fund|Funds|Sons|Brothers|Industries|Airlines|Airways|Motors|Technologies|Systems|Networks|Energy|Electric|Power|Water|Gas|Oil|Rail|Railways?|Shipping|Marine|Foods|Pharmaceuticals|Biologics|Labs|Laboratories|Insurance|Investments|Securities|Workers|School|College|Polytechnic|Academy|Hospital|Church|Athletic|United)$/,
  ],
  [
    'place',
    /\b(?:Street|Avenue|Road|Square|Quay|County|City|Island|River|Lake|Mountain|Bay|Beach|Airport|Dam|Kingdom|States|Republic)\b/,
  ],
];

/** Places, and surnames as well. */
const placeOrSurname = / (?:Lane|Hill|Park|Hall|Bridge|Wood|Field|Port)$/;

/**
 * What a name is of, by its words, or by what stands beside it.
 *
 * @param sources who speaks, by sentence
 */
export function typeOf(
  name: string,
  mentions: readonly NameMention[],
  reading: Reading,
  sources: ReadonlyMap<number, readonly Mention[]>,
): GuessedType {
  // “Ms Power” is nobody's firm.
  if (mentions.some(({ courtesy }) => courtesy)) return { type: 'person', confidence: 0.95 };
  const spelled = kinds.find(([, pattern]) => pattern.test(name));
  if (spelled !== undefined) return { type: spelled[0], confidence: 0.9 };
  if (mentions.some(({ title }) => title !== undefined))
    return { type: 'person', confidence: 0.95 };
  const words = name.split(/\s+/).length;
  const isThing = mentions.some((mention) => hasArticle(mention, reading)) || /&/.test(name);
  const surname = mentions.some(
    (mention) => mention.name !== name && name.endsWith(` ${mention.name}`),
  );
  if (surname && !isThing && words <= 4) return { type: 'person', confidence: 0.9 };
  const located = mentions.filter((mention) => isLocated(mention, reading)).length;
  if (located * 2 > mentions.length) return { type: 'place', confidence: 0.6 };
  const speaks = mentions.some((mention) =>
    sources.get(mention.sentence)?.some((source) => contains(source, mention)),
  );
  if (!speaks && placeOrSurname.test(name)) return { type: 'place', confidence: 0.6 };
  if ((words === 2 || words === 3) && !isThing)
    return { type: 'person', confidence: speaks ? 0.8 : 0.5 };
  return { type: 'organisation', confidence: 0.5 };
}

/** “The Tarn Mill”: nobody is called so. */
function hasArticle({ sentence, tokens }: NameMention, reading: Reading): boolean {
  return reading.sentences[sentence]?.tokens[tokens.start - 1]?.lower === 'the';
}

function isLocated({ sentence, tokens }: NameMention, reading: Reading): boolean {
  return /^(?:in|at|near|across|throughout|outside|into)$/.test(
    reading.sentences[sentence]?.tokens[tokens.start - 1]?.lower ?? '',
  );
}
