import * as z from 'zod';
import type { Library } from '../library.ts';
import { withNeighbours } from '../record/shown-sentences.ts';
import type { Language } from '../reply/language.ts';
import { languageFor } from '../reply/languages/index.ts';
import { type Question, type Reply, reply } from '../reply/reply.ts';
import { notice, type WordKey } from '../reply/words.ts';
import type { Request, Server } from '../request.ts';
import { type Settings, unchanged } from '../settings/settings.ts';
import { allowedStories } from '../stories-in-force.ts';
import { type Press, readCustomId } from './custom-id.ts';
import type { Desk } from './desk.ts';
import { illustrated } from './illustration.ts';
import { askerOf, type Interaction, localeOf, mayManage, readInteraction } from './interaction.ts';
import { contextMessage, isEphemeral, messageOf, noticeMessage } from './message.ts';
import type { Edition } from './message-lines.ts';
import { type Answered, type Finished, inTime, type Response } from './patience.ts';
import { commandNamed, privateOption } from './registration.ts';
import { ask, questionOf, spelt, storiesFor, type Typed } from './typed-question.ts';

export type { Answered, FollowUp, Response } from './patience.ts';

/**
 * Answers a raw interaction, the same over the gateway as over HTTP. It never rejects, and has
 * something to send well within Discord's three seconds.
 *
 * @param interaction `raw`, where it has been read already
 */
export async function respond(
  raw: unknown,
  desk: Desk,
  interaction = readInteraction(raw),
): Promise<Answered> {
  if (interaction === undefined) {
    desk.report('an interaction of a kind the bot does not offer');
    return { response: failure(raw), files: [], followUp: undefined };
  }
  const exchange = new Exchange(interaction, desk);
  const answered = exchange.answer().catch((error: unknown) => {
    desk.report(`no answer: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    return failure(raw);
  });
  const finished = answered.then((response) => withPicture(response, desk));
  return inTime(finished, interaction, () => exchange.isEphemeral);
}

async function withPicture(response: Response, { draw, report }: Desk): Promise<Finished> {
  if (response.type !== 4 && response.type !== 7) return { response, files: [] };
  const { message, files } = await illustrated(response.data, draw, report);
  return { response: { type: response.type, data: message }, files };
}

/** To a completion Discord takes nothing but choices. */
function failure(raw: unknown): Response {
  if (completion.safeParse(raw).success) return noChoices;
  return { type: 4, data: noticeMessage('failed', languageFor(localeOf(raw))) };
}

const completion = z.object({ type: z.literal(4) });
const noChoices: Response = { type: 8, data: { choices: [] } };

type MenuData = Exclude<Extract<Interaction, { type: 2 }>['data'], Typed>;
type Asking = Extract<Press, { kind: 'ask' }>;
type PressData = Extract<Interaction, { type: 3 }>['data'];

/** One interaction and what is known of the server it comes from. */
class Exchange {
  /** Whether the answer is for the asker only; until the server's choice is known it is, to be safe. */
  isEphemeral = true;

  constructor(
    private readonly interaction: Interaction,
    private readonly desk: Desk,
  ) {}

  async answer(): Promise<Response> {
    const { interaction } = this;
    if (interaction.type === 1) return { type: 1 };
    const waitMs = await this.#held();
    if (waitMs !== undefined) return interaction.type === 4 ? noChoices : this.#heldBack(waitMs);
    const server = await this.#server();
    switch (interaction.type) {
      case 2: {
        const { data } = interaction;
        return 'message' in data ? this.#checkMessage(data, server) : this.#command(data, server);
      }
      case 3:
        return this.#pressed(interaction.data, server);
      case 4:
        return { type: 8, data: { choices: this.#complete(interaction.data, server) } };
    }
  }

  async #held(): Promise<number | undefined> {
    const { interaction, desk } = this;
    const user = askerOf(interaction);
    if (user === undefined || desk.pace === undefined) return undefined;
    return interaction.type === 4 ? desk.pace.types(user) : desk.pace.asks(user);
  }

  async #server(): Promise<Server | undefined> {
    const { interaction, desk } = this;
    const { guild_id: guild } = interaction;
    if (guild === undefined || desk.settings === undefined) {
      this.isEphemeral = this.#wished(unchanged);
      return undefined;
    }
    const settings = await desk.settings.of(guild);
    this.isEphemeral = this.#wished(settings);
    const manageable = mayManage(interaction);
    return { settings, manageable, usuallyEphemeral: desk.ephemeral };
  }

  /** Who may see the answer: as the asker, the server and the operator wish, in this order. */
  #wished({ ephemeral = this.desk.ephemeral }: Settings): boolean {
    const { interaction } = this;
    if (interaction.type === 3) return isEphemeral(interaction.message.flags);
    if (interaction.type !== 2 || 'message' in interaction.data) return true;
    const { name, options } = interaction.data;
    if (commandNamed(name, this.desk.commands)?.scope === 'server') return true;
    const wish = options.find((option) => option.name === privateOption)?.value;
    return typeof wish === 'boolean' ? wish : ephemeral;
  }

  async #command(data: Typed, server: Server | undefined): Promise<Response> {
    const request = this.#request(questionOf(data, this.desk), server);
    const answered = await this.#asked(request);
    const language = languageFor(request.locale);
    const asked = spelt(request, this.desk, language);
    return {
      type: 4,
      data: messageOf(answered, { ephemeral: this.isEphemeral, asked, ...this.#in(language) }),
    };
  }

  /** What a command of the message menu says of a message is between the bot and the asker. */
  async #checkMessage({ name, message }: MenuData, server: Server | undefined): Promise<Response> {
    const command = this.desk.commands.find(({ menu }) => menu?.name === name);
    if (command?.menu === undefined) return this.#notice('stale-button');
    const question = { command: command.name, options: { [command.menu.option]: message } };
    const answered = await this.#asked(this.#request(question, server));
    return this.#toAsker(answered);
  }

  #complete({ name, options }: Typed, server: Server | undefined) {
    const { commands, library } = this.desk;
    const focused = options.find((option) => option.focused === true);
    const command = commandNamed(name, commands);
    if (focused === undefined || command === undefined) return [];
    const question = questionOf({ name, options }, this.desk);
    const among = storiesFor(focused.name, command, this.#request(question, server), library);
    return [...command.complete(focused.name, String(focused.value), among, this.#own)];
  }

  async #pressed({ custom_id, values }: PressData, server: Server | undefined): Promise<Response> {
    const pressed = readCustomId(custom_id);
    switch (pressed?.kind) {
      case undefined:
        return this.#notice('stale-button');
      case 'context':
        return this.#context(pressed, allowedStories({ server }, this.desk.library));
      case 'ask':
        return this.#again(pressed, server);
      case 'choose': {
        const options = { [pressed.option]: (values ?? []).join(',') };
        const question = { command: pressed.command, options };
        return this.#again({ question, page: 1, language: this.#own }, server);
      }
    }
  }

  /** A button holds all of its question: the story in force may have changed since it was drawn. */
  async #again(
    { question, page, language }: Pick<Asking, 'question' | 'page' | 'language'>,
    server: Server | undefined,
  ): Promise<Response> {
    const command = this.desk.commands.find(({ name }) => name === question.command);
    if (command === undefined) return this.#notice('stale-button');
    const request = { ...this.#request(question, server), story: undefined };
    const answered = await this.#asked(request);
    if (answered.status !== 'found') return this.#toAsker(answered);
    const asked = command.scope === 'server' ? {} : { asked: spelt(question, this.desk, language) };
    return { type: 7, data: messageOf(answered, { ...this.#in(language), page, ...asked }) };
  }

  /** An answer that everybody sees is in the server's language, one for the asker in the asker's. */
  #request({ command, options }: Question, server: Server | undefined): Request {
    const { locale: own } = this.interaction;
    const locale = this.isEphemeral ? own : (server?.settings.language ?? own);
    return { command, options, locale, story: server?.settings.story, server };
  }

  /** The language the asker reads. */
  get #own(): Language {
    return languageFor(this.interaction.locale);
  }

  #in(language: Language): Edition {
    return { language, publicUrl: this.desk.publicUrl };
  }

  #toAsker(answered: Reply): Response {
    return { type: 4, data: messageOf(answered, { ...this.#in(this.#own), ephemeral: true }) };
  }

  #notice(key: WordKey, values: Readonly<Record<string, string>> = {}): Response {
    return { type: 4, data: noticeMessage(key, this.#own, values) };
  }

  /** Discord shows the moment in the asker's own words and time: “in 12 seconds”. */
  #heldBack(waitMs: number): Response {
    const when = `<t:${Math.ceil((Date.now() + waitMs) / 1000)}:R>`;
    return this.#notice('slow-down', { when });
  }

  #context(
    { story: storyId, sentence: id }: Extract<Press, { kind: 'context' }>,
    library: Library,
  ): Response {
    const story = library.story(storyId);
    const sentence = story?.sentences.find((each) => each.id === id);
    if (story === undefined || sentence === undefined) return this.#notice('gone-button');
    const around = withNeighbours(sentence, story);
    return { type: 4, data: contextMessage(sentence, around, this.#in(this.#own)) };
  }

  /** Asks, and keeps what the server has chosen before anybody is told that it is kept. */
  async #asked(request: Request): Promise<Reply> {
    const answered = ask(request, this.desk);
    const { guild_id: guild } = this.interaction;
    if (answered.change === undefined || guild === undefined) return answered;
    try {
      await this.desk.settings?.change(guild, answered.change);
      return answered;
    } catch {
      return reply('error', { notices: [notice('settings-not-kept')] });
    }
  }
}
