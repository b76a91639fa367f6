import type { Command } from '../src/command.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { entity } from './entity.ts';
import { settings } from './settings.ts';
import { story } from './story.ts';
import { storyList } from './story-list.ts';
import { timeline } from './timeline.ts';
import { whoIs } from './who-is.ts';
import { whoSaid } from './who-said.ts';

/** Every command of the bot, in the order help lists them. */
export const commands: readonly Command[] = [
  whoSaid,
  whoIs,
  ask,
  entity,
  timeline,
  check,
  story,
  storyList,
  settings,
];
