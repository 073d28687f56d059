import { caseHandlers } from './cases.ts';
import { closeHandlers } from './closes.ts';
import { exportHandlers } from './exports.ts';
import type { HandlersOf } from './handler.ts';
import { importHandlers } from './imports.ts';
import { verbParts } from './later-work.ts';
import { pluginHandlers } from './plugins.ts';
import { twinHandlers } from './twins.ts';
import { unitChangeHandlers } from './unit-changes.ts';

/** Every kind of work there is: a file of this folder for each noun. */
export const handlersOf: HandlersOf = async (given) => {
  const parts = await verbParts(given);
  return {
    ...importHandlers(parts),
    ...exportHandlers(parts),
    ...closeHandlers(parts),
    ...caseHandlers(parts),
    ...unitChangeHandlers(parts),
    ...twinHandlers(parts),
    ...pluginHandlers(parts),
  };
};
