/** One of the bot's own sentences, by its key, with what goes into its gaps. */
export interface Notice {
  readonly key: WordKey;
  readonly values: Readonly<Record<string, string>>;
}

export type WordKey = keyof typeof english;

/** Everything the bot says in its own words. Quotes of articles never come from here. */
const english = {
  'not-on-record': 'Not on record in this story.',
  'nearest-only': 'The nearest thing in it, but not what was asked:',
  checked: 'On “{text}”:',
  'none-checked': 'Nothing of that is on record in this story.',
  'said-by-other': '{asked} is not on record saying that. On record saying it: {speaker}',
  'said-of-asked':
    '{asked} is not on record saying that. {speaker} is, and tells of {asked}: “{cue}”',
  'said-by-nobody-asked':
    '{asked} is not on record saying that. It stands in the article as its own words:',
  'unknown-entity': 'Nobody and nothing called “{name}” is on record in this story.',
  'which-entity': '“{name}” may mean several here. Which one?',
  'did-you-mean': 'The nearest names that are:',
  'nothing-dated': 'Nothing dated is on record for that.',
  'nothing-cited': 'The story names {name}, but says nothing citable about who or what that is.',
  'no-story': 'No story is loaded yet.',
  'no-story-here':
    'None of the stories allowed on this server is loaded. Who manages it can allow others with /settings.',
  'unknown-story': 'No story called “{title}” is here. There are:',
  'which-story': '“{title}” may be several stories here. Which one?',
  'which-of-stories': 'There are {count} stories here. Which one?',
  'stories-here': 'Stories that can be asked about here: {count}.',
  'every-story': 'Every story',
  'settings-elsewhere': 'Settings belong to a Discord server. Use /settings there.',
  'settings-forbidden':
    'Only those who may “Manage Server” can see or change what this server has chosen.',
  'settings-shown': 'On this server:',
  'settings-kept': 'Kept. From now on, on this server:',
  'settings-not-kept':
    'That could not be kept, so everything stays as it was. Please try again later; why it failed is in the bot’s log.',
  'setting-name': '{name}',
  'setting-every-story': 'every story',
  'setting-own-language': 'the asker’s own language',
  'setting-everyone': 'everybody',
  'setting-asker': 'the asker only',
  'setting-unknown':
    '“{value}” is no choice for “{option}”. Those there are come up while you type.',
  'label-setting-story': 'Questions are about',
  'label-setting-language': 'Answers are written in',
  'label-setting-answers': 'Answers are seen by',
  'label-setting-stories': 'Allowed are',
  'slow-down': 'That was a lot at once. Please ask again {when}.',
  'empty-option': 'Please give some words for “{option}”.',
  'no-words': 'There are no words in that to look for. Try a few words of a quote, or a name.',
  'too-long': 'That is too long for “{option}”: {limit} characters are plenty.',
  'bad-date':
    '“{date}” is no date. Write a day, month or year, such as 2020-08-01, 2020-08 or 2020.',
  'dates-reversed': 'The time would end before it starts: “from” is {from}, “to” is {to}.',
  'empty-line': 'There is no question in that line.',
  'unknown-command': 'There is no command “{name}”. There are: {commands}.',
  'stale-button': 'This button is from an older version of the bot. Please ask again.',
  'gone-button': 'What this button showed is no longer in the story. Please ask again.',
  failed: 'Something went wrong on our side. Please try again.',
  'label-who': 'Who',
  'label-how': 'How',
  addressee: 'to “{words}”',
  'label-heard-through': 'Heard through',
  'label-tells-of': 'Tells of',
  'label-verdict': 'Verdict',
  'label-difference': 'Difference',
  'label-citation': 'Source',
  'label-called': 'Also called',
  'label-roles': 'Who or what',
  'label-relations': 'Connections',
  'label-said': 'Said or passed on',
  'label-held': 'Said to think or want',
  'label-about': 'Said about them',
  'label-mentioned': 'Also named in',
  'label-speakers': 'On record',
  'label-try': 'Try',
  'label-curator': 'worked out by the curator',
  'kind-direct': 'direct quote',
  'kind-indirect': 'reported speech',
  'kind-mixed': 'partly direct quote, partly reported speech',
  'kind-narration': 'the article’s own words',
  'verdict-verbatim': 'word for word',
  'verdict-altered': 'altered: these are not quite the words',
  'verdict-reported': 'reported: the words are the article’s, the claim is the source’s',
  'verdict-mixed': 'partly word for word, partly reported: the claim is the source’s',
  'verdict-denied': 'denied: the speaker says that this is not so',
  'verdict-narration': 'in the article, said by nobody in it',
  'verdict-not_on_record': 'not on record',
  nobody: 'nobody: these are the article’s own words',
  'citation-place': 'paragraph {paragraph}, sentence {place} ({id})',
  'story-size': '{sentences} sentences, {speakers} voices on record',
  context: 'In context',
  'context-of': 'Context of {id}',
  'and-more': '… and {count} more.',
  page: 'Page {page} of {pages}',
  previous: 'Previous',
  next: 'Next',
  'relation-owns': 'owns {other}',
  'relation-owns-inverse': 'owned by {other}',
  'relation-operates': 'operates {other}',
  'relation-operates-inverse': 'operated by {other}',
  'relation-founded': 'founded {other}',
  'relation-founded-inverse': 'founded by {other}',
  'relation-backs': 'backs {other}',
  'relation-backs-inverse': 'backed by {other}',
  'relation-leads': 'leads {other}',
  'relation-leads-inverse': 'led by {other}',
  'relation-works for': 'works for {other}',
  'relation-works for-inverse': 'has {other} working for it',
  'relation-houses': 'houses {other}',
  'relation-houses-inverse': 'housed within {other}',
  'relation-part of': 'part of {other}',
  'relation-part of-inverse': 'includes {other}',
  'relation-member of': 'member of {other}',
  'relation-member of-inverse': 'has {other} as a member',
  'relation-reviews': 'reviews {other}',
  'relation-reviews-inverse': 'reviewed by {other}',
  'relation-negotiates with': 'negotiates with {other}',
  'relation-negotiates with-inverse': 'negotiates with {other}',
} as const;

export function notice(key: WordKey, values: Readonly<Record<string, string>> = {}): Notice {
  return { key, values };
}

/** The sentence of a notice, its gaps filled; `dress` may escape or colour what fills them. */
export function say(
  { key, values }: Notice,
  dress: (value: string) => string = (value) => value,
): string {
  return english[key].replace(/\{(\w+)\}/g, (gap, name: string) => dress(values[name] ?? gap));
}
