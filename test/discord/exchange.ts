import type { RawInteraction } from './interactions.ts';
import { type JsonObject, objectOf } from './json.ts';
import { isEphemeral, type MessagePayload, type StoredMessage } from './message.ts';

/** What the bot answered to an interaction. */
export interface Answer {
  interaction: { id: string; token: string };
  /** 4 message, 5 deferred, 6 deferred update, 7 update, 8 autocomplete, 9 modal. */
  type: number;
  /** The payload the callback carried. */
  data: MessagePayload;
  ephemeral: boolean;
  /** From the dispatch of the interaction to the callback. */
  elapsedMs: number;
  /** The payload the user ends up with: after a deferral, the latest edit of @original. */
  final(): Promise<MessagePayload>;
  /** The message as it stands now, with all edits; undefined when there is none. */
  readonly message: StoredMessage | undefined;
  /** The follow-up messages so far, as sent. */
  readonly followUps: MessagePayload[];
}

/** One interaction and all that the bot sends about it. */
export class Exchange {
  readonly interaction: RawInteraction;
  readonly sentAt = Date.now();
  /** Resolves when the bot has answered, however it did. */
  readonly responded: Promise<void>;
  /** Resolves when there is something to show: at once, or with the edit after a deferral. */
  readonly finished: Promise<void>;
  response: { type: number; data: MessagePayload; at: number } | undefined;
  original: StoredMessage | undefined;
  latest: MessagePayload = {};
  readonly sent = new Map<string, StoredMessage>();
  readonly followUps: MessagePayload[] = [];
  /** Why payloads for this interaction were refused: explains an answer that never came. */
  readonly refusals: string[] = [];
  /** The message the pressed button belongs to. */
  readonly source: StoredMessage | undefined;
  #isFinished = false;
  #resolveResponded: () => void = () => undefined;
  #resolveFinished: () => void = () => undefined;

  constructor(interaction: RawInteraction, source: StoredMessage | undefined) {
    this.interaction = interaction;
    this.source = source;
    this.responded = new Promise((resolve) => {
      this.#resolveResponded = resolve;
    });
    this.finished = new Promise((resolve) => {
      this.#resolveFinished = resolve;
    });
  }

  /** Whether a deferral still waits for its message. */
  get isLoading(): boolean {
    return this.response?.type === 5 && !this.#isFinished;
  }

  /** The bot's answer arrived and was accepted. */
  respond(type: number, data: MessagePayload, original: StoredMessage | undefined): void {
    this.response = { type, data, at: Date.now() };
    this.original = original;
    this.#resolveResponded();
    if (type !== 5 && type !== 6) this.show(data);
  }

  /** The user sees something new in place of the original. */
  show(payload: MessagePayload): void {
    this.latest = payload;
    this.#isFinished = true;
    this.#resolveFinished();
  }

  /** The message an `@original` or an id stands for. */
  message(reference: string): StoredMessage | undefined {
    return reference === '@original' || reference === this.original?.id
      ? this.original
      : this.sent.get(reference);
  }

  /** A message is gone. */
  remove(reference: string): void {
    if (this.message(reference) === this.original) this.original = undefined;
    else this.sent.delete(reference);
  }

  /** What Discord notes on a message about the interaction it came from. */
  metadata(): JsonObject {
    const { id, type, data } = this.interaction;
    const member = objectOf(this.interaction.member);
    return {
      id,
      type,
      user: this.interaction.user ?? member.user,
      authorizing_integration_owners: this.interaction.authorizing_integration_owners,
      ...(type === 2 ? { name: data.name, command_type: data.type } : {}),
      ...(this.source === undefined ? {} : { interacted_message_id: this.source.id }),
    };
  }
}

/** The answer of an exchange, once there is one. */
export function answerOf(
  exchange: Exchange,
  final: () => Promise<MessagePayload>,
): Answer | undefined {
  const { response, interaction } = exchange;
  if (response === undefined) return undefined;
  const changesSource = response.type === 6 || response.type === 7;
  return {
    interaction: { id: interaction.id, token: interaction.token },
    type: response.type,
    data: response.data,
    ephemeral: isEphemeral(changesSource ? (exchange.source ?? {}) : response.data),
    elapsedMs: response.at - exchange.sentAt,
    final,
    get message() {
      return exchange.original;
    },
    get followUps() {
      return [...exchange.followUps];
    },
  };
}
