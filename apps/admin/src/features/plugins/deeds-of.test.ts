import { describe, expect, it } from 'vitest';
import { deedsOf } from './deeds-of.ts';

const words = (state: Parameters<typeof deedsOf>[0]['state'], version: string | null = '1.0.0', enabledVersion: string | null = version) => deedsOf({ state, version, enabledVersion }).map((it) => it.word);

describe('what can be done with a plugin', () => {
  it('is to enable one that never was', () => {
    expect(words('available', '1.0.0', null)).toEqual(['enable']);
  });

  it('is to disable one that is enabled, and to upgrade it where a newer one is installed', () => {
    expect(words('enabled')).toEqual(['disable']);
    expect(words('enabled', '1.1.0', '1.0.0')).toEqual(['upgrade', 'disable']);
  });

  it('is to enable again or to remove one that is disabled: nothing that is enabled is removed', () => {
    expect(words('disabled')).toEqual(['enableAgain', 'remove']);
  });

  it('is to try again or to put aside one that failed; one that is gone can’t be tried', () => {
    expect(words('failed')).toEqual(['retry', 'disable']);
    expect(words('failed', null, '1.0.0')).toEqual(['disable']);
    expect(words('failed', '1.0.0', null)).toEqual(['retry']);
  });

  it('is nothing while the installation runs without plugins', () => {
    expect(words('safe-mode')).toEqual([]);
  });
});
