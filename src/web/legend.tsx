import type { Language } from '../reply/language.ts';
import { notice, type WordKey } from '../reply/words.ts';

/** What the marks mean, each shown as it is drawn. */
export function Legend({ language }: { readonly language: Language }) {
  const say = (key: WordKey) => language.say(notice(key));
  return (
    <p class="legend">
      <span class="source">{say('page-source')}</span> <span class="cue">{say('page-cue')}</span>{' '}
      <span class="content direct h1">{language.quoted(say('verdict-verbatim'))}</span>{' '}
      <span class="content reported h1">{say('kind-indirect')}</span>{' '}
      <span class="content held h1">{say('label-held')}</span>{' '}
      <span class="content reported h2">
        {say('page-through')} <span class="content reported h1">{say('page-passed-on')}</span>
      </span>
    </p>
  );
}
