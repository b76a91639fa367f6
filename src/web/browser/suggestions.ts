import { element } from './element.ts';

/** Something to choose while typing. */
export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  choose(): void;
}

/** The list above the entry: arrows move in it, Enter or Tab takes what is marked, Escape closes it. */
export class Suggestions {
  #shown: readonly Suggestion[] = [];
  #marked = -1;
  #input: HTMLInputElement | undefined;

  constructor(private readonly list: HTMLElement) {}

  get open(): boolean {
    return !this.list.hidden;
  }

  /** Whether Enter would take a suggestion. */
  get marked(): Suggestion | undefined {
    return this.open ? this.#shown[this.#marked] : undefined;
  }

  show(input: HTMLInputElement, suggestions: readonly Suggestion[], marked: number): void {
    this.close();
    if (suggestions.length === 0) return;
    this.#input = input;
    this.#shown = suggestions;
    this.list.replaceChildren(...suggestions.map((each, at) => this.#row(each, at)));
    this.list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    this.#mark(marked);
  }

  close(): void {
    this.list.hidden = true;
    this.#marked = -1;
    this.#input?.setAttribute('aria-expanded', 'false');
    this.#input?.removeAttribute('aria-activedescendant');
  }

  /** @returns whether the key was for the list */
  take(key: string): boolean {
    if (!this.open) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      const count = this.#shown.length;
      this.#mark((Math.max(this.#marked, step === 1 ? -1 : 0) + step + count) % count);
      return true;
    }
    if (key === 'Escape') {
      this.close();
      return true;
    }
    const { marked } = this;
    if ((key !== 'Enter' && key !== 'Tab') || marked === undefined) return false;
    this.close();
    marked.choose();
    return true;
  }

  #row({ label, detail, choose }: Suggestion, at: number): HTMLElement {
    const row = element(
      'div',
      { role: 'option', id: `choice-${at}`, class: 'choice', 'aria-selected': 'false' },
      element('span', { class: 'label' }, label),
      element('span', { class: 'detail' }, detail),
    );
    // The input keeps the focus.
    row.addEventListener('pointerdown', (event) => event.preventDefault());
    row.addEventListener('click', () => {
      this.close();
      choose();
    });
    return row;
  }

  #mark(at: number): void {
    this.#marked = at;
    for (const [index, row] of [...this.list.children].entries()) {
      row.setAttribute('aria-selected', String(index === at));
      if (index === at) row.scrollIntoView({ block: 'nearest' });
    }
    if (at >= 0) this.#input?.setAttribute('aria-activedescendant', `choice-${at}`);
  }
}
