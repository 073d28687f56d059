import type { Commands } from '../frame/frame.ts';

/** Every noun of the command line, in the order of the help. */
export const commands: readonly Commands[] = [];
