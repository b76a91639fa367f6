import { drawMessage, drawOwnMessage, redrawMessage } from './discord-message.ts';
import { element } from './element.ts';
import { Entry } from './entry.ts';
import {
  type Exchange,
  fetchCommands,
  type PlayCommand,
  type Press,
  press,
  runCommand,
  runOnMessage,
} from './interactions.ts';

const messages = document.getElementById('messages');
const form = document.getElementById('entry');
if (messages === null || !(form instanceof HTMLFormElement)) throw new Error('not the playground');

const updates = 7;
const updatesLater = 6;
const ephemeral = 64;
start(form).catch(problem);

async function start(form: HTMLFormElement): Promise<void> {
  const { slash, menu } = await fetchCommands();
  const entry = new Entry(form, slash, {
    command(command, values, shown) {
      void show(shown, runCommand(command, values));
    },
    text(text) {
      const asking = slash.find(({ path }) => path === takesPlainQuestions);
      const buttons = menu.map((name) =>
        pressable(name, () => void show(name, runOnMessage(name, text))),
      );
      if (asking !== undefined) {
        const name = `/${asking.path}`;
        const values = new Map(asking.options.slice(0, 1).map((option) => [option.name, text]));
        const asked = () => void show(`${name} ${text}`, runCommand(asking, values));
        buttons.unshift(pressable(name, asked));
      }
      add(drawOwnMessage(text, buttons));
    },
  });
  welcome(slash, entry);
  entry.clear();
}

/** The command that a message may be put to as a question. */
const takesPlainQuestions = 'ask';

function pressable(name: string, pressed: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'button' }, name);
  button.addEventListener('click', pressed);
  return button;
}

async function show(used: string, asked: Promise<Exchange>): Promise<void> {
  try {
    const exchange = await asked;
    const message = drawMessage(used, exchange, (pressed) => void again(pressed, used, message));
    add(message);
  } catch (error) {
    problem(error);
  }
}

async function again(pressed: Press, used: string, message: HTMLElement): Promise<void> {
  try {
    const flags = message.classList.contains('private') ? ephemeral : 0;
    const exchange = await press(pressed, flags);
    const { response, followUp } = exchange;
    const inPlace =
      response.type === updates || (response.type === updatesLater && followUp?.method === 'PATCH');
    if (!inPlace) {
      await show(used, Promise.resolve(exchange));
      return;
    }
    redrawMessage(message, exchange, (pressed) => void again(pressed, used, message));
    message.scrollIntoView({ block: 'nearest' });
  } catch (error) {
    problem(error);
  }
}

function add(message: HTMLElement): void {
  messages?.append(message);
  message.scrollIntoView({ block: 'end' });
}

/** The server has gone, most likely. */
function problem(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  add(element('p', { class: 'problem', role: 'alert' }, `No answer: ${text}`));
}

/** The commands, to be picked with a finger. */
function welcome(slash: readonly PlayCommand[], entry: Entry): void {
  const buttons = slash.map((command) =>
    pressable(`/${command.path}`, () => {
      entry.clear();
      entry.pick(command);
    }),
  );
  add(
    element(
      'div',
      { class: 'welcome' },
      element('h2', {}, 'Try a command'),
      element(
        'p',
        {},
        'Pick one, or type / below. A message without / can be asked as a question or checked for quotes.',
      ),
      element('div', { class: 'buttons' }, ...buttons),
    ),
  );
}
