/**
 * Are half-remembered quotes found, judged and credited rightly, and declined where they don't belong?
 *
 * npx tsx bench/who-said.ts [--verbose] [quotes.jsonl ...]
 *
 * Each quote of bench/questions/who-said.jsonl is asked of its own story, then of every other story,
 * where it should be declined: short quotes are the ones that happen to fit.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { whoSaid } from '../commands/who-said.ts';
import { openLibrary } from '../src/library.ts';
import { loadStories } from '../src/record/load-stories.ts';
import type { Finding, Reply } from '../src/reply/reply.ts';

const verdicts = ['verbatim', 'altered', 'reported', 'narration', 'not_on_record'] as const;

const quoteLine = z.object({
  story: z.string(),
  text: z.string(),
  speaker: z.string().optional(),
  sentence: z.string().nullable(),
  answeredBy: z.string().nullable(),
  verdict: z.enum(verdicts),
});

type QuoteLine = z.infer<typeof quoteLine>;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
const quotes = (positionals.length > 0 ? positionals : ['bench/questions/who-said.jsonl']).flatMap(
  (file) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => quoteLine.parse(JSON.parse(line))),
);
const stories = [...(await loadStories('data')), ...(await loadStories('test/stories'))].map(
  ({ story }) => story,
);
const library = openLibrary(stories);

const own = quotes.map((quote) => ({ quote, reply: asked(quote, quote.story) }));
const elsewhere = quotes.flatMap((quote) =>
  stories
    .filter(({ id }) => id !== quote.story)
    .map(({ id }) => ({ quote, story: id, reply: asked({ text: quote.text }, id) })),
);
const faults = own.flatMap(({ quote, reply }) => {
  const wrong = wrongWith(quote, reply);
  return wrong.length === 0 ? [] : [`  ${quote.text} (${quote.verdict}): ${wrong.join(', ')}`];
});
const strays = elsewhere.filter(({ reply }) => reply.findings.length > 0);

const lines = [
  `asked of its own story: ${own.length - faults.length} of ${own.length} right`,
  ...faults,
  `asked of other stories: ${strays.length} of ${elsewhere.length} answered`,
  ...verdicts.flatMap((verdict) => {
    const those = strays.filter(({ reply }) => reply.findings[0]?.verdict === verdict);
    return those.length === 0 ? [] : [`  ${verdict}: ${those.length}`];
  }),
  ...(options.verbose
    ? strays.map(({ quote, story, reply }) => `  ${quote.text} → ${story}: ${shown(reply)}`)
    : []),
];
process.stdout.write(`${lines.join('\n')}\n`);

function asked({ text, speaker }: Pick<QuoteLine, 'text' | 'speaker'>, story: string): Reply {
  const given = speaker === undefined ? { text } : { text, speaker };
  const request = { command: whoSaid.name, options: given, locale: 'en', story: undefined };
  return whoSaid.answer({ ...request, server: undefined }, library.only([story]));
}

function wrongWith(quote: QuoteLine, { findings }: Reply): readonly string[] {
  const finding = findings.find(({ sentence }) => sentence.id === quote.sentence) ?? findings[0];
  const id = finding?.sentence.id ?? null;
  const verdict = finding?.verdict ?? 'not_on_record';
  return [
    ...(id === quote.sentence ? [] : [`sentence ${id}, not ${quote.sentence}`]),
    ...(verdict === quote.verdict ? [] : [verdict]),
    ...(finding === undefined || isCreditedTo(quote.answeredBy, finding) ? [] : ['misattributed']),
  ];
}

function isCreditedTo(answeredBy: string | null, { attribution }: Finding): boolean {
  const voice = attribution.voices.at(-1);
  if (voice === undefined || answeredBy === null) return voice === undefined && answeredBy === null;
  const ids = voice.entities.map(({ id }) => id);
  return ids.includes(answeredBy) || answeredBy === `unnamed:${voice.name}`;
}

function shown({ findings: [finding] }: Reply): string {
  if (finding === undefined) return '-';
  const { sentence, span, verdict, score } = finding;
  const words = sentence.text.slice(span.start, span.end);
  return `${verdict} ${score.toFixed(2)} ${sentence.id} “${words}”`;
}
