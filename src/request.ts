import type { Settings } from './settings/settings.ts';

/** A question as an adapter hands it over: no Discord, no terminal, just what was asked. */
export interface Request {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** The language the asker reads, as Discord writes it: `en-US`, `zh-CN`. */
  readonly locale: string;
  /** The id of the story that is meant where the question names none; undefined for all of them. */
  readonly story: string | undefined;
  /** The server it is asked on; undefined elsewhere. */
  readonly server: Server | undefined;
}

/** A server as commands see it. */
export interface Server {
  readonly settings: Settings;
  /** Whether the asker may change them. */
  readonly manageable: boolean;
  /** Whether answers are for the asker only where the server has not chosen. */
  readonly usuallyEphemeral: boolean;
}

/** Asked by somebody of whom no more is known, such as on a terminal. */
export const anywhere = { locale: 'en', story: undefined, server: undefined } as const;
