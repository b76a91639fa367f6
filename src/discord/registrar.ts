import type { REST } from 'discord.js';
import type { Command } from '../command.ts';
import type { Library } from '../library.ts';
import { register } from './application.ts';
import { commandBody } from './registration.ts';

/** Keeps Discord's list of commands as the stories that are served want it. */
export class Registrar {
  #known: string | undefined;

  constructor(
    private readonly commands: readonly Command[],
    private readonly rest: REST,
    private readonly applicationId: string,
    private readonly guildId: string | undefined,
  ) {}

  /**
   * Discord is only asked where the list is another than the last time.
   *
   * @returns whether anything had to be sent
   * @throws Error, with one line for the operator, when Discord does not take the commands
   */
  async register(library: Library): Promise<boolean> {
    const { commands, rest, applicationId, guildId } = this;
    const wanted = JSON.stringify(commandBody(commands, library, guildId));
    if (wanted === this.#known) return false;
    const changed = await register(commands, library, rest, applicationId, guildId);
    this.#known = wanted;
    return changed;
  }
}
