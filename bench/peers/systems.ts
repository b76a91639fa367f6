import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search } from '@orama/orama';
import FlexSearch from 'flexsearch';
import Fuse, { type IFuseOptions } from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import bm25 from 'wink-bm25-text-search';
import nlp from 'wink-nlp-utils';
import type { Sentence } from '../../src/record/story.ts';
import { searchOver } from '../../src/search/search.ts';

/** Makes a system ready to answer over numbered texts. */
export type Open = (sentences: readonly Sentence[]) => Find | Promise<Find>;

/** The numbers of the best texts, best first. */
export type Find = (asked: string, limit: number) => readonly number[] | Promise<readonly number[]>;

/** By the names in `competitors.ts`. */
export const systems: ReadonlyMap<string, Open> = new Map<string, Open>([
  ['ours', ours],
  ['Fuse.js', fuse({ useExtendedSearch: true })],
  ['Fuse.js tokens', fuse({ useTokenSearch: true, ignoreFieldNorm: true, threshold: 0.3 })],
  ['Fuse.js whole', fuse({ ignoreFieldNorm: true, threshold: 0.6 })],
  ['MiniSearch', miniSearch],
  ['uFuzzy', microFuzzy],
  ['Orama', orama],
  ['FlexSearch', flexSearch],
  ['lunr', lunrIndex],
  ['wink-bm25', wink],
]);

function ours(sentences: readonly Sentence[]): Find {
  const numbers = new Map(sentences.map((sentence, at) => [sentence, at]));
  const search = searchOver(sentences);
  return (asked, limit) =>
    search.find(asked, limit).map(({ sentence }) => numbers.get(sentence) ?? -1);
}

function fuse(options: IFuseOptions<string>): Open {
  return (sentences) => {
    const searched = new Fuse(textsOf(sentences), { ignoreLocation: true, ...options });
    return (asked, limit) => searched.search(asked, { limit }).map(({ refIndex }) => refIndex);
  };
}

function miniSearch(sentences: readonly Sentence[]): Find {
  const index = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
    processTerm: (term) => stemmer(term.toLowerCase().replace(/['’]/g, '')),
  });
  index.addAll(textsOf(sentences).map((text, id) => ({ id, text })));
  return (asked, limit) =>
    index
      .search(asked, {
        combineWith: 'OR',
        fuzzy: (term) => (term.length < 4 ? false : Math.min(3, Math.floor(term.length / 4))),
        prefix: (term) => term.length >= 4,
        bm25: { k: 1.2, b: 0.3, d: 0.5 },
      })
      .slice(0, limit)
      .map(({ id }) => Number(id));
}

function microFuzzy(sentences: readonly Sentence[]): Find {
  const matcher = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  const texts = uFuzzy.latinize(textsOf(sentences));
  return (asked, limit) => {
    const [found, info, order] = matcher.search(texts, uFuzzy.latinize(asked), 5, 10_000);
    const best = order === null ? found : order.map((at) => info.idx[at] ?? -1);
    return best?.slice(0, limit) ?? [];
  };
}

async function orama(sentences: readonly Sentence[]): Promise<Find> {
  const index = create({
    schema: { text: 'string' },
    components: { tokenizer: { language: 'english', stemming: false, stopWords: [] } },
  });
  const documents = textsOf(sentences).map((text, id) => ({
    id: String(id),
    text: text.toLowerCase(),
  }));
  await insertMultiple(index, documents, 5000);
  return async (asked, limit) => {
    const term = asked.toLowerCase();
    const exact = await search(index, { term, limit, exact: true, threshold: 1 });
    const { hits } =
      exact.count > 0 ? exact : await search(index, { term, limit, tolerance: 1, threshold: 0.5 });
    return hits.map(({ id }) => Number(id));
  };
}

function flexSearch(sentences: readonly Sentence[]): Find {
  const index = new FlexSearch.Index({
    tokenize: 'tolerant',
    encoder: 'LatinBalance',
    resolution: 9,
  });
  textsOf(sentences).forEach((text, id) => {
    index.add(id, text);
  });
  return (asked, limit) => index.search(asked, { limit, suggest: true }).map(Number);
}

function lunrIndex(sentences: readonly Sentence[]): Find {
  const index = lunr((builder) => {
    builder.ref('id');
    builder.field('text');
    builder.b(0.3);
    builder.pipeline.remove(lunr.stopWordFilter);
    textsOf(sentences).forEach((text, id) => {
      builder.add({ id, text });
    });
  });
  return (asked, limit) =>
    index
      .query((query) => {
        for (const word of new Set(asked.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu))) {
          query.term(word, { boost: 3 });
          if (word.length >= 4) query.term(word, { editDistance: 1 });
        }
      })
      .slice(0, limit)
      .map(({ ref }) => Number(ref));
}

function wink(sentences: readonly Sentence[]): Find {
  const engine = bm25();
  engine.defineConfig({ fldWeights: { text: 1 }, bm25Params: { b: 0.3 } });
  engine.definePrepTasks([nlp.string.lowerCase, nlp.string.tokenize0, nlp.tokens.stem]);
  textsOf(sentences).forEach((text, id) => {
    engine.addDoc({ text }, id);
  });
  engine.consolidate();
  return (asked, limit) => engine.search(asked, limit).map(([id]) => Number(id));
}

function textsOf(sentences: readonly Sentence[]): string[] {
  return sentences.map(({ text }) => text);
}
