import { drawMarkdown } from './discord-markdown.ts';
import { drawMenu } from './discord-menu.ts';
import { element } from './element.ts';
import type { Button, Embed, Exchange, MessagePayload, Press } from './interactions.ts';

/** Called when a button is pressed or something is picked from a menu. */
type OnPress = (press: Press) => void;

const ephemeral = 64;
const botName = 'On the Record';

/** A message of the bot as Discord shows it. */
export function drawMessage(used: string, exchange: Exchange, onPress: OnPress): HTMLElement {
  const payload = shownOf(exchange);
  const isPrivate = ((payload.flags ?? 0) & ephemeral) !== 0;
  const message = element(
    'article',
    { class: isPrivate ? 'message private' : 'message', 'aria-label': `Answer to ${used}` },
    usedLine(used),
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, '“'),
    element(
      'div',
      { class: 'body' },
      element(
        'p',
        { class: 'author' },
        element('strong', {}, botName),
        element('span', { class: 'badge' }, 'APP'),
        element('time', {}, timeNow()),
      ),
      drawPayload(payload, exchange, onPress),
    ),
  );
  if (isPrivate) message.querySelector('.body')?.append(privateNote(message));
  return message;
}

/** What is seen in the end: where the bot asked for patience, what followed. */
function shownOf({ response, followUp }: Exchange): MessagePayload {
  return followUp?.message ?? response.data ?? {};
}

/** Puts another payload into a message, as the bot does when a page is turned. */
export function redrawMessage(message: HTMLElement, exchange: Exchange, onPress: OnPress): void {
  const payload = shownOf(exchange);
  message.querySelector('.payload')?.replaceWith(drawPayload(payload, exchange, onPress));
}

/** What somebody wrote, with the commands of a message's menu. */
export function drawOwnMessage(text: string, menu: readonly HTMLElement[]): HTMLElement {
  return element(
    'article',
    { class: 'message own', 'aria-label': 'Your message' },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, 'Y'),
    element(
      'div',
      { class: 'body' },
      element(
        'p',
        { class: 'author' },
        element('strong', {}, 'you'),
        element('time', {}, timeNow()),
      ),
      element('p', {}, text),
      element('div', { class: 'buttons' }, ...menu),
    ),
  );
}

function usedLine(used: string): HTMLElement {
  return element(
    'p',
    { class: 'used' },
    element('strong', {}, 'you'),
    ' used ',
    element('span', { class: 'command' }, used),
  );
}

function drawPayload(payload: MessagePayload, exchange: Exchange, onPress: OnPress): HTMLElement {
  const rows = (payload.components ?? []).map(({ components = [] }) =>
    element(
      'div',
      { class: 'buttons' },
      ...components.map((each) =>
        each.type === 3
          ? drawMenu(each, (values) => onPress({ customId: each.custom_id, values }))
          : drawButton(each, onPress),
      ),
    ),
  );
  return element(
    'div',
    { class: 'payload' },
    ...(payload.content ? drawMarkdown(payload.content) : []),
    ...(payload.embeds ?? []).map((embed) => drawEmbed(embed, payload, exchange)),
    ...rows,
    rawView(exchange),
  );
}

function drawEmbed(
  { title, description, color, footer, image }: Embed,
  payload: MessagePayload,
  exchange: Exchange,
): HTMLElement {
  const embed = element('div', { class: 'embed' });
  if (color !== undefined) {
    embed.style.borderLeftColor = `#${color.toString(16).padStart(6, '0')}`;
  }
  if (title) embed.append(element('p', { class: 'title' }, ...drawMarkdown(title)));
  if (description) {
    embed.append(element('div', { class: 'description' }, ...drawMarkdown(description)));
  }
  if (image) embed.append(...drawImage(image.url, payload, exchange));
  if (footer) embed.append(element('p', { class: 'footer' }, footer.text));
  return embed;
}

/** An image that came as a file with the message. */
function drawImage(url: string, { attachments = [] }: MessagePayload, { files }: Exchange): Node[] {
  const name = url.replace(/^attachment:\/\//, '');
  const file = files.find((each) => each.name === name);
  if (file === undefined) return [];
  const alt = attachments.find(({ filename }) => filename === name)?.description ?? '';
  return [element('img', { src: file.url, alt })];
}

function drawButton({ label = '', custom_id: id, style = 2, disabled }: Button, onPress: OnPress) {
  const button = element('button', { type: 'button', class: `button style${style}` }, label);
  button.disabled = disabled === true;
  if (id !== undefined) {
    button.dataset.customId = id;
    button.addEventListener('click', () => onPress({ customId: id }));
  }
  return button;
}

function rawView({ interaction, response, followUp }: Exchange): HTMLElement {
  const raw = (title: string, value: object) => [
    element('h3', {}, title),
    element('pre', { tabindex: '0' }, JSON.stringify(value, null, 2)),
  ];
  return element(
    'details',
    { class: 'raw' },
    element('summary', {}, 'Payload'),
    ...raw('What Discord would get', response),
    ...(followUp === undefined ? [] : raw('And then', followUp)),
    ...raw('What Discord would have sent', interaction),
  );
}

function privateNote(message: HTMLElement): HTMLElement {
  const dismiss = element('button', { type: 'button', class: 'link' }, 'Dismiss message');
  dismiss.addEventListener('click', () => message.remove());
  return element('p', { class: 'note' }, 'Only you can see this • ', dismiss);
}

function timeNow(): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(new Date());
}
