import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TookTooLong, withinTime } from './within-time.ts';

const lasting = (ms: number) => (): Promise<string> => new Promise((done) => setTimeout(() => done('done'), ms));

describe('the time of a part of a plugin', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is up when the work goes on for longer', async () => {
    const late = expect(withinTime({ timeoutMs: 100 }, lasting(101))).rejects.toBeInstanceOf(TookTooLong);
    await vi.advanceTimersByTimeAsync(101);
    await late;
  });

  it('does not go on while a file is on its way, nor while the last of several is, and goes on afterwards with what was left', async () => {
    const well = withinTime({ timeoutMs: 100 }, async (_, aside) => {
      await lasting(60)();
      await Promise.all([aside(lasting(5_000)), aside(lasting(9_000))]);
      return lasting(39)();
    });
    await vi.advanceTimersByTimeAsync(9_099);
    expect(await well).toBe('done');
    const late = expect(withinTime({ timeoutMs: 100 }, async (_, aside) => {
      await lasting(60)();
      await aside(lasting(5_000));
      return lasting(41)();
    })).rejects.toBeInstanceOf(TookTooLong);
    await vi.advanceTimersByTimeAsync(5_101);
    await late;
  });
});
