import type { Command } from '../command.ts';
import type { Library } from '../library.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import type { Illustrator } from './illustration.ts';

/** What a transport needs to answer with. */
export interface Desk {
  readonly library: Library;
  readonly commands: readonly Command[];
  /** Whether answers are for the asker only, unless the server or the asker chooses. */
  readonly ephemeral: boolean;
  /** What servers have chosen; where it is absent they can't choose anything. */
  readonly settings?: ServerSettings | undefined;
  /** How much a person may ask at a time; as much as they like where it is absent. */
  readonly pace?: Pace | undefined;
  /** Told of what went wrong on our side; the asker only hears that it did. */
  readonly report: (problem: string) => void;
  /** Where the stories' pages are, without a slash at its end; absent while they are not public. */
  readonly publicUrl?: string | undefined;
  /** Absent where no files can be sent; messages then go without pictures. */
  readonly draw?: Illustrator | undefined;
}

/** Holds back people who ask too much at a time. */
export interface Pace {
  /** @returns undefined, or how long the asker should wait, in milliseconds */
  asks(user: string): Promise<number | undefined>;
  /** The same for what is offered while somebody types. */
  types(user: string): Promise<number | undefined>;
}
