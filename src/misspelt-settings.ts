import { settingNames } from './config.ts';
import { slipsAllowed, slipsBetween } from './search/spelling.ts';

/** A name in the environment that is no setting, and the setting it may have been meant for. */
export interface MisspeltSetting {
  readonly name: string;
  readonly meant: string;
}

/** What an operator set under a name that is nearly a setting's, and which therefore does nothing. */
export function misspeltSettings(
  env: Readonly<Record<string, string | undefined>>,
): readonly MisspeltSetting[] {
  return Object.keys(env)
    .filter((name) => env[name]?.trim() && !settingNames.includes(name))
    .flatMap((name) => {
      const meant = settingNames.find((setting) => mayMean(name, setting));
      return meant === undefined ? [] : [{ name, meant }];
    });
}

/** `DISCORD_TOKN`, or with a word too many, as other bots have it: `DISCORD_BOT_TOKEN`. */
function mayMean(name: string, setting: string): boolean {
  const limit = slipsAllowed(setting.length);
  if (slipsBetween(name.toUpperCase(), setting, limit) <= limit) return true;
  const [first, ...others] = setting.split('_');
  const parts = name.split('_');
  return others.length > 0 && parts[0] === first && others.every((part) => parts.includes(part));
}
