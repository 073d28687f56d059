import type { Plugin, PluginAct } from './queries.ts';

/** What can be done with a plugin: the act, and by which word. Upgrading and trying again are enabling it once more. */
export type Deed = { act: PluginAct; word: 'enable' | 'enableAgain' | 'upgrade' | 'retry' | 'disable' | 'remove' };

/** What can be done with a plugin as it stands; the first is what is most likely meant. */
export const deedsOf = ({ state, version, enabledVersion }: Pick<Plugin, 'state' | 'version' | 'enabledVersion'>): Deed[] => {
  switch (state) {
    case 'available':
      return [{ act: 'enable', word: 'enable' }];
    case 'enabled':
      return [...(version !== enabledVersion ? [{ act: 'enable', word: 'upgrade' } as const] : []), { act: 'disable', word: 'disable' }];
    case 'disabled':
      return [{ act: 'enable', word: 'enableAgain' }, { act: 'remove', word: 'remove' }];
    case 'failed':
      // One that is gone from the installation can only be put aside.
      return [...(version === null ? [] : [{ act: 'enable', word: 'retry' } as const]), ...(enabledVersion === null ? [] : [{ act: 'disable', word: 'disable' } as const])];
    case 'safe-mode':
      return [];
  }
};
