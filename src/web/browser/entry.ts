import { element } from './element.ts';
import { completions, type PlayCommand, type PlayOption, type Values } from './interactions.ts';
import { Suggestions } from './suggestions.ts';

/** What is done with what was entered. */
export interface Entered {
  command(command: PlayCommand, values: Values, shown: string): void;
  text(text: string): void;
}

/** Where a command is written: its name first, then a field for each of its options. */
export class Entry {
  readonly #suggestions: Suggestions;
  readonly #nameInput: HTMLInputElement;
  readonly #fields: HTMLElement;
  readonly #hint: HTMLElement;
  #command: PlayCommand | undefined;
  /** A choice is shown by its name and sent as its value. */
  readonly #values = new Map<HTMLInputElement, string>();
  #asked = 0;

  constructor(
    form: HTMLFormElement,
    private readonly commands: readonly PlayCommand[],
    private readonly entered: Entered,
  ) {
    const part = <T extends HTMLElement>(id: string, type: new () => T): T => {
      const found = document.getElementById(id);
      if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
      return found;
    };
    this.#suggestions = new Suggestions(part('choices', HTMLElement));
    this.#nameInput = part('command', HTMLInputElement);
    this.#fields = part('fields', HTMLElement);
    this.#hint = part('hint', HTMLElement);
    this.#nameInput.addEventListener('input', () => this.#suggestCommands());
    this.#nameInput.addEventListener('focus', () => this.#suggestCommands());
    form.addEventListener('keydown', (event) => this.#onKey(event));
    form.addEventListener('focusout', () => this.#suggestions.close());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /** Ready for the next command. */
  clear(): void {
    this.#command = undefined;
    this.#values.clear();
    for (const field of this.#fields.querySelectorAll('.pill, .field, .more')) field.remove();
    this.#nameInput.hidden = false;
    this.#nameInput.value = '';
    this.#hint.textContent = '';
    this.#nameInput.focus();
    this.#suggestions.close();
  }

  #suggestCommands(): void {
    const typed = this.#nameInput.value.toLowerCase();
    const fitting = typed.startsWith('/')
      ? this.commands.filter(({ path }) => `/${path}`.startsWith(typed.trimEnd()))
      : [];
    const exact = fitting.find(({ path }) => typed === `/${path} `);
    if (exact !== undefined) {
      this.pick(exact);
      return;
    }
    const suggestions = fitting.map((command) => ({
      label: `/${command.path}`,
      detail: command.description,
      choose: () => this.pick(command),
    }));
    this.#suggestions.show(this.#nameInput, suggestions, 0);
  }

  /** Makes room for a command's options. */
  pick(command: PlayCommand): void {
    this.#suggestions.close();
    this.#command = command;
    this.#nameInput.hidden = true;
    const remove = element(
      'button',
      { type: 'button', class: 'pill', 'aria-label': `Remove /${command.path}` },
      `/${command.path}`,
    );
    remove.addEventListener('click', () => this.clear());
    const send = this.#fields.querySelector('#send');
    send?.before(remove);
    for (const option of command.options) {
      const drawn = option.required ? this.#field(option) : this.#offer(option);
      send?.before(drawn);
    }
    const [first] = this.#inputs();
    this.#hint.textContent = command.description;
    if (first === undefined) this.#fields.querySelector<HTMLElement>('#send')?.focus();
    else first.focus();
  }

  #offer(option: PlayOption): HTMLElement {
    const offer = element('button', { type: 'button', class: 'more' }, `+ ${option.name}`);
    offer.title = option.description;
    offer.addEventListener('click', () => {
      const field = this.#field(option);
      offer.replaceWith(field);
      field.querySelector('input')?.focus();
    });
    return offer;
  }

  #field(option: PlayOption): HTMLElement {
    const input = element('input', {
      type: 'text',
      name: option.name,
      role: 'combobox',
      'aria-label': `${option.name}: ${option.description}`,
      'aria-expanded': 'false',
      'aria-controls': 'choices',
      'aria-autocomplete': 'list',
      enterkeyhint: 'send',
      spellcheck: 'false',
      maxlength: '6000',
    });
    input.required = option.required === true;
    const suggest = () => {
      this.#hint.textContent = option.description;
      void this.#suggestValues(option, input);
    };
    input.addEventListener('input', () => {
      this.#values.delete(input);
      suggest();
    });
    input.addEventListener('focus', suggest);
    return element('label', { class: 'field' }, element('span', {}, option.name), input);
  }

  async #suggestValues(option: PlayOption, input: HTMLInputElement): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const choices =
      option.type === 5
        ? ['True', 'False'].map((name) => ({ name, value: name }))
        : option.autocomplete === true && this.#command !== undefined
          ? await completions(this.#command, this.#written(), option.name)
          : [];
    // A slower answer to what was typed before is of no use.
    if (asked !== this.#asked || document.activeElement !== input) return;
    const suggestions = choices.map(({ name, value }) => ({
      label: name,
      detail: '',
      choose: () => {
        input.value = name;
        this.#values.set(input, value);
      },
    }));
    this.#suggestions.show(input, suggestions, -1);
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#suggestions.take(event.key)) {
      event.preventDefault();
      return;
    }
    const { target } = event;
    if (event.key !== 'Backspace' || !(target instanceof HTMLInputElement)) return;
    if (target !== this.#nameInput && target.value === '') {
      event.preventDefault();
      this.clear();
    }
  }

  #inputs(): readonly HTMLInputElement[] {
    return [...this.#fields.querySelectorAll<HTMLInputElement>('.field input')];
  }

  #written(): Values {
    return new Map(
      this.#inputs().map((input) => [input.name, this.#values.get(input) ?? input.value]),
    );
  }

  #send(): void {
    const text = this.#nameInput.value.trim();
    if (this.#command === undefined) {
      if (text === '') return;
      if (text.startsWith('/')) {
        this.#hint.textContent = `There is no command ${text}.`;
        return;
      }
      this.clear();
      this.entered.text(text);
      return;
    }
    const given = [...this.#written()].filter(([, value]) => value.trim() !== '');
    const shown = this.#inputs()
      .filter(({ value }) => value.trim() !== '')
      .map(({ name, value }) => ` ${name}:${value}`);
    const command = this.#command;
    this.clear();
    this.entered.command(command, new Map(given), `/${command.path}${shown.join('')}`);
  }
}
