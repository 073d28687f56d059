import type { HandlersOf } from './handler.ts';

/** Every kind of work there is: one file of this folder each, named after its kind. */
export const handlersOf: HandlersOf = () => ({});
