import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GivenUp, watched } from './watched.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new AbortController().signal;
const untilAborted = (signal: AbortSignal): Promise<never> => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('work that is watched', () => {
  it('is told when it is not wanted any more', async () => {
    const wanted = [true, false];
    const run = expect(watched(never, () => Promise.resolve(wanted.shift() ?? false), untilAborted)).rejects.toBeInstanceOf(GivenUp);
    await vi.advanceTimersByTimeAsync(1_000);
    await run;
    expect(wanted).toEqual([]);
  });

  it('goes on when a look at it fails', async () => {
    const work = watched(never, () => Promise.reject(new Error('no connection')), async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      return signal.aborted;
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await work).toBe(false);
  });

  it('has ended with its last look, and is not looked at again', async () => {
    const seen: string[] = [];
    const note = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      seen.push('looked');
      return true;
    };
    const work = watched(never, note, () => new Promise<void>((resolve) => setTimeout(resolve, 600))).then(() => seen.push('ended'));
    await vi.advanceTimersByTimeAsync(5_000);
    await work;
    expect(seen).toEqual(['looked', 'ended']);
  });
});
