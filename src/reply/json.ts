import { textOf } from '../record/span.ts';
import { type Relation, type Voice, wordsOf } from '../record/story.ts';
import { citationOf } from './caption.ts';
import { english } from './languages/index.ts';
import { addressOf } from './public-address.ts';
import type { EntityCard, EventFinding, Finding, Reply, StoryCard } from './reply.ts';
import type { Notice } from './words.ts';

/**
 * A reply as data, best answer first. Documented in README.md; keys are only ever added. The bot's
 * own words in it are English, whatever language people are answered in.
 *
 * @param query what was asked, as it was typed
 * @param publicUrl where the stories' pages are
 */
export function replyJson(
  query: string,
  command: string | null,
  reply: Reply,
  publicUrl: string | undefined,
) {
  const answerJson = (finding: Finding) => findingJson(finding, publicUrl);
  return {
    query,
    command,
    status: reply.status,
    answers: reply.findings.map(answerJson),
    entity: reply.entity === undefined ? null : entityJson(reply.entity),
    events: reply.events.map(eventJson),
    stories: reply.stories.map(storyJson),
    checks: reply.checks.map(({ asked, notices, findings, nearest }) => ({
      asked,
      verdict: findings[0]?.verdict ?? 'not_on_record',
      message: messageOf(notices),
      answers: findings.map(answerJson),
      nearest: nearest.map(answerJson),
    })),
    nearest: reply.nearest.map(answerJson),
    message: messageOf([...reply.notices, ...reply.checks.flatMap(({ notices }) => notices)]),
    suggestions: reply.suggestions,
  };
}

function messageOf(notices: readonly Notice[]): string | null {
  return notices.map((notice) => english.say(notice)).join(' ') || null;
}

function findingJson(finding: Finding, publicUrl: string | undefined) {
  const { sentence, attribution, verdict, score } = finding;
  const [speaker, ...through] = attribution.voices.toReversed().map(voiceJson);
  return {
    story: sentence.story,
    sentence: sentence.id,
    text: sentence.text,
    quote: wordsOf(finding),
    span: finding.plain === undefined ? null : textOf(sentence.text, finding.plain),
    speaker: speaker ?? null,
    via: through.reverse(),
    kind: attribution.kind,
    denied: attribution.statement?.denies ?? false,
    tellsOf: attribution.toldOf.map(({ source }) => ({ ...voiceJson(source), cue: source.cue })),
    held: attribution.held !== undefined,
    verdict,
    differs: finding.comparison?.differs ?? null,
    article: sentence.article.id,
    paragraph: sentence.paragraph,
    citation: citationOf(sentence, english),
    url: sentence.article.url ?? null,
    page: addressOf(sentence, publicUrl) ?? null,
    score: Math.floor(score * 1000) / 1000,
  };
}

/** The id is null for a source that the article does not name, and for several who speak together. */
function voiceJson({ entities, name }: Voice) {
  const [only, ...more] = entities;
  return { id: only === undefined || more.length > 0 ? null : only.id, name };
}

function entityJson({ entity, roles, relations, said, held, about, mentioned }: EntityCard) {
  const cite = (finding: Finding) => ({ text: wordsOf(finding), sentence: finding.sentence.id });
  const linked = ({ type, inverse, other }: Relation) => ({ type, inverse, other });
  return {
    id: entity.id,
    story: entity.story,
    name: entity.name,
    type: entity.type,
    aliases: entity.aliases,
    roles: roles.map(cite),
    relations: relations.flatMap((group) =>
      group.relations.map((relation) => ({ ...linked(relation), ...cite(group.finding) })),
    ),
    said: said.map(cite),
    held: held.map(cite),
    about: about.map(cite),
    mentioned: mentioned.map(({ sentence }) => sentence.id),
  };
}

function storyJson({ id, title, articles, sentences, speakers }: StoryCard) {
  const published = articles.map(({ outlet, published: day }) => ({
    outlet,
    date: day?.text ?? null,
  }));
  return { id, title, articles: published, sentences, speakers };
}

function eventJson({ event, finding }: EventFinding) {
  return {
    date: event.date.text,
    precision: event.date.precision,
    dateText: wordsOf(event.dateText),
    resolvedByCurator: event.resolved !== undefined,
    sentence: finding.sentence.id,
    text: finding.sentence.text,
    what: wordsOf(finding),
    story: finding.sentence.story,
  };
}
