/** A slash command as the bot registers it, its group's name included: `who said`. */
export interface PlayCommand {
  readonly path: string;
  readonly description: string;
  readonly options: readonly PlayOption[];
}

export interface PlayOption {
  readonly name: string;
  readonly type: number;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
}

export interface PlayChoice {
  readonly name: string;
  readonly value: string;
}

/** What the bot sends back; `data` is drawn, the whole is shown raw. */
export interface PlayResponse {
  readonly type: number;
  readonly data?: MessagePayload & { readonly choices?: readonly PlayChoice[] };
}

export interface MessagePayload {
  readonly content?: string;
  readonly embeds?: readonly Embed[];
  readonly components?: readonly { readonly components?: readonly (Button | SelectMenu)[] }[];
  readonly flags?: number;
  readonly attachments?: readonly { readonly filename: string; readonly description?: string }[];
}

export interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly color?: number;
  readonly footer?: { readonly text: string };
  readonly image?: { readonly url: string };
}

export interface Button {
  readonly type: 2;
  readonly label?: string;
  readonly style?: number;
  readonly custom_id?: string;
  readonly disabled?: boolean;
}

export interface SelectMenu {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly default?: boolean;
  }[];
}

/** What went to the bot and what came back. */
export interface Exchange {
  readonly interaction: object;
  readonly response: PlayResponse;
  /** The files sent along, to be shown. */
  readonly files: readonly { readonly name: string; readonly url: string }[];
  /** What follows where the bot only asked for patience at first. */
  readonly followUp?: { readonly method: 'PATCH' | 'POST'; readonly message: MessagePayload };
}

interface RegisteredCommand {
  readonly name: string;
  readonly type: number;
  readonly description?: string;
  readonly options?: readonly (PlayOption & { readonly options?: readonly PlayOption[] })[];
}

const kinds = { command: 2, press: 3, completion: 4 } as const;
const subcommand = 1;

/** The slash commands, and the names of those in a message's menu. */
export async function fetchCommands(): Promise<{
  readonly slash: readonly PlayCommand[];
  readonly menu: readonly string[];
}> {
  const answer = await fetch('/play/commands');
  const registered: readonly RegisteredCommand[] = await answer.json();
  const slash = registered
    .filter(({ type }) => type === 1)
    .flatMap(({ name, description = '', options = [] }) => {
      const members = options.filter(({ type }) => type === subcommand);
      if (members.length === 0) return [{ path: name, description, options }];
      return members.map((member) => ({
        path: `${name} ${member.name}`,
        description: member.description,
        options: member.options ?? [],
      }));
    });
  return { slash, menu: registered.filter(({ type }) => type === 3).map(({ name }) => name) };
}

/** The options of a command that is being written, by their names. */
export type Values = ReadonlyMap<string, string>;

export function runCommand(command: PlayCommand, values: Values): Promise<Exchange> {
  return send(kinds.command, commandData(command, values));
}

export async function completions(
  command: PlayCommand,
  values: Values,
  focused: string,
): Promise<readonly PlayChoice[]> {
  const typed = new Map([...values, [focused, values.get(focused) ?? '']]);
  const { response } = await send(kinds.completion, commandData(command, typed, focused));
  return response.data?.choices ?? [];
}

/** A button that was pressed or a menu that was picked from, by its custom id. */
export interface Press {
  readonly customId: string;
  /** What was picked; undefined for a button. */
  readonly values?: readonly string[];
}

/** @param flags of the message that the button or the menu is on */
export function press({ customId, values }: Press, flags: number): Promise<Exchange> {
  const message = { id: newId(), flags };
  const used = values === undefined ? { component_type: 2 } : { component_type: 3, values };
  return send(kinds.press, { ...used, custom_id: customId }, { message });
}

/** Somebody picks a command in the menu of a message. */
export function runOnMessage(name: string, content: string): Promise<Exchange> {
  const target = newId();
  const message = { id: target, content, embeds: [], attachments: [] };
  const resolved = { messages: { [target]: message } };
  return send(kinds.command, { id: newId(), name, type: 3, target_id: target, resolved });
}

function commandData({ path, options }: PlayCommand, values: Values, focused?: string): object {
  const [name = '', member] = path.split(' ');
  const given = options
    .filter((option) => values.has(option.name))
    .map(({ name: option, type }) => ({
      name: option,
      type,
      value: type === 5 ? values.get(option) === 'True' : (values.get(option) ?? ''),
      ...(option === focused ? { focused: true } : {}),
    }));
  const inner = member === undefined ? given : [{ name: member, type: subcommand, options: given }];
  return { id: newId(), name, type: 1, options: inner };
}

/** An interaction as Discord sends it, with made-up ids. */
async function send(type: number, data: object, more: object = {}): Promise<Exchange> {
  const interaction = {
    id: newId(),
    application_id: '100000000000000001',
    type,
    token: 'playground',
    version: 1,
    guild_id: '100000000000000002',
    channel_id: '100000000000000003',
    locale: navigator.language,
    member: { user: { id: '100000000000000004', username: 'you' }, permissions: manageServer },
    data,
    ...more,
  };
  const answer = await fetch('/play/interactions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(interaction),
  });
  if (!answer.ok) throw new Error(`The bot answered ${answer.status}.`);
  return { interaction, ...(await answer.json()) };
}

/** Whoever plays may also try the settings of a server. */
const manageServer = '32';

let ids = 0;

function newId(): string {
  ids += 1;
  return String(100_000_000_000_000_100n + BigInt(ids));
}
