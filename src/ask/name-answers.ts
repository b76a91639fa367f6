import type { Word } from '../search/words.ts';

/** Whether a question asks for a name: “what's it called”, “what is the name of”. */
export function asksName(words: readonly Word[]): boolean {
  const forms = words.map(({ form }) => form);
  if (!/^(?:what|whats|tell)$/.test(forms[0] ?? '')) return false;
  return forms.slice(0, 8).some((form, at) => {
    if (/^names?$/.test(form)) return true;
    return at === forms.length - 1 && /^(?:called|named)$/.test(form) && !forms.includes('did');
  });
}
