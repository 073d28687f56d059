import type { OpenPlugin } from './open-plugins.ts';

/** The cards of plugins that the caller may see at a place, in the order of the plugins. */
export const cardsAt = (plugins: readonly OpenPlugin[], at: string): { plugin: OpenPlugin; slot: OpenPlugin['slots'][number] }[] =>
  plugins.flatMap((plugin) => plugin.slots.filter((slot) => slot.at === at).map((slot) => ({ plugin, slot })));
