import type { PersonRead, PersonReadKind } from '@saubac/domain/audit';
import type { PersonId, UserId } from '@saubac/domain/values';
import { describe, expect, it, vi } from 'vitest';

import { createReadLog, type ReadLogOptions } from './index.ts';

const read = (person: string, reader: string | null = 'u', what: PersonReadKind = 'file', at = '2026-03-01T08:10:00Z'): PersonRead => ({ person: person as PersonId, reader: reader as UserId | null, what, at: new Date(at) });

const logWith = (write: ReadLogOptions['write'], options: Partial<ReadLogOptions> = {}) => {
  const onFailure = vi.fn<ReadLogOptions['onFailure']>();
  return { log: createReadLog({ write, onFailure, ...options }), onFailure };
};

describe('the log of readings', () => {
  it('writes the readings of each tenant together', async () => {
    const write = vi.fn<ReadLogOptions['write']>(() => Promise.resolve());
    const { log } = logWith(write);
    log.note('alpha', read('a'));
    log.note('beta', read('b'));
    log.note('alpha', read('c'));
    expect(write).not.toHaveBeenCalled();
    await log.flush();
    expect(write.mock.calls).toEqual([['alpha', [read('a'), read('c')]], ['beta', [read('b')]]]);
    await log.close();
    expect(write).toHaveBeenCalledTimes(2);
  });

  it('folds what the same reader opens of the same person within an hour', async () => {
    const write = vi.fn<ReadLogOptions['write']>(() => Promise.resolve());
    const { log } = logWith(write);
    const kept = [read('a'), read('a', 'v'), read('a', null), read('a', 'u', 'level'), read('a', 'u', 'file', '2026-03-01T09:00:00Z')];
    for (const it of [...kept, read('a', 'u', 'file', '2026-03-01T08:59:00Z')]) log.note('alpha', it);
    await log.close();
    expect(write.mock.calls).toEqual([['alpha', kept]]);
  });

  it('writes by itself within the delay', async () => {
    vi.useFakeTimers();
    const write = vi.fn<ReadLogOptions['write']>(() => Promise.resolve());
    const { log } = logWith(write);
    log.note('alpha', read('a'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(write).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('keeps what could not be written and says so', async () => {
    const write = vi.fn<ReadLogOptions['write']>(() => Promise.resolve()).mockRejectedValueOnce(new Error('no connection'));
    const { log, onFailure } = logWith(write);
    log.note('alpha', read('a'));
    await log.flush();
    expect(onFailure).toHaveBeenCalledWith({ tenant: 'alpha', error: new Error('no connection'), lost: 0 });
    log.note('alpha', read('b'));
    await log.close();
    expect(write.mock.lastCall).toEqual(['alpha', [read('a'), read('b')]]);
  });

  it('keeps no more than it may, and says how many it let go', async () => {
    const write = vi.fn<ReadLogOptions['write']>(() => Promise.resolve());
    const { log, onFailure } = logWith(write, { most: 1 });
    log.note('alpha', read('a'));
    log.note('alpha', read('b'));
    expect(onFailure).toHaveBeenCalledWith({ tenant: 'alpha', error: undefined, lost: 1 });
    await log.close();
    expect(write.mock.calls).toEqual([['alpha', [read('a')]]]);
  });
});
