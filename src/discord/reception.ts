import type { Command } from '../command.ts';
import type { InFlight } from '../in-flight.ts';
import type { Library } from '../library.ts';
import { messageOf } from '../log.ts';
import type { Transport } from '../metrics.ts';
import { type Observation, observed } from '../observed.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import { timelinePicture } from '../timeline/picture.ts';
import type { Pace } from './desk.ts';
import type { Upload } from './illustration.ts';
import { type Interaction, readInteraction } from './interaction.ts';
import { commandNamed } from './registration.ts';
import { type Response, respond } from './respond.ts';
import { sendFollowUp, type WebhookDesk } from './webhook.ts';

/** What is answered with, and who is told of it. */
export interface ReceptionDesk extends WebhookDesk {
  /** The library in force; an answer keeps the one it begins with. */
  readonly library: () => Library;
  readonly commands: readonly Command[];
  readonly ephemeral: boolean;
  readonly settings?: ServerSettings;
  readonly pace?: Pace;
  /** Where the stories' pages are; absent while they are not public. */
  readonly publicUrl?: string | undefined;
  readonly inFlight: InFlight;
  /** Whether what people ask may be written to the log. */
  readonly logQuestions: boolean;
}

/** Takes a first response, and the files that go with it, to Discord. */
export type Send = (response: Response, files: readonly Upload[]) => Promise<unknown>;

/** Where interactions arrive, whichever way they come: each is answered, timed and counted. */
export class Reception {
  readonly #desk: ReceptionDesk;
  readonly #commands: readonly Command[];

  constructor(desk: ReceptionDesk) {
    this.#desk = desk;
    this.#commands = observed(desk.commands, (observation) => this.#note(observation));
  }

  /**
   * Answers one interaction.
   *
   * @param send takes the first response to Discord; time counts until it is done
   */
  receive(raw: unknown, transport: Transport, send: Send): Promise<void> {
    return this.#desk.inFlight.add(this.#answer(raw, transport, send));
  }

  async #answer(raw: unknown, transport: Transport, send: Send): Promise<void> {
    const { library, ephemeral, settings, pace, publicUrl, metrics, log } = this.#desk;
    const start = performance.now();
    const interaction = readInteraction(raw);
    const desk = {
      library: library(),
      commands: this.#commands,
      ephemeral,
      settings,
      pace,
      publicUrl,
      draw: timelinePicture,
      report: (problem: string) =>
        log.error({ problem: messageOf(problem) }, 'an answer went wrong'),
    };
    const { response, files, followUp } = await respond(raw, desk, interaction);
    await send(response, files);
    const { kind, command } = this.#labels(interaction);
    const seconds = (performance.now() - start) / 1000;
    metrics.interactions.observe({ transport, kind, command }, seconds);
    if (followUp !== undefined) await sendFollowUp(raw, await followUp, this.#desk);
  }

  /** Of what kind an interaction is, in words of our own. */
  #labels(interaction: Interaction | undefined): { kind: string; command: string } {
    const kind = kinds.get(interaction?.type ?? 0) ?? 'other';
    if (interaction?.type !== 2 && interaction?.type !== 4) return { kind, command: '' };
    const { name } = interaction.data;
    const command =
      commandNamed(name, this.#commands) ?? this.#commands.find(({ menu }) => menu?.name === name);
    return { kind, command: command?.name ?? 'unknown' };
  }

  #note({ command, outcome, seconds, options }: Observation): void {
    const { metrics, log, logQuestions } = this.#desk;
    metrics.answering.observe({ command }, seconds);
    metrics.answers.inc({ command, outcome });
    if (outcome === 'not_on_record') metrics.abstentions.inc({ command });
    if (logQuestions) log.info({ command, options, outcome, ms: seconds * 1000 }, 'question');
  }
}

const kinds: ReadonlyMap<number, string> = new Map([
  [1, 'ping'],
  [2, 'command'],
  [3, 'button'],
  [4, 'completion'],
]);
