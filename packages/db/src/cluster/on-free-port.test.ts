import { describe, expect, it } from 'vitest';
import { ClusterError } from './cluster-error.ts';
import { onFreePort } from './on-free-port.ts';

const taken = new ClusterError('start-failed', 'PostgreSQL did not start', { portTaken: 'yes' });

/** Ports one after the other, and a start that succeeds on the first that is not in use. */
const startBeside = (used: readonly number[], fault: Error = taken) => {
  let next = 0;
  const tried: number[] = [];
  const start = (port: number): Promise<number> => {
    tried.push(port);
    return used.includes(port) ? Promise.reject(fault) : Promise.resolve(port);
  };
  return { tried, started: onFreePort(start, () => Promise.resolve((next += 1))) };
};

describe('a server on a free port', () => {
  it('takes another where somebody was faster', async () => {
    expect(await startBeside([1, 2]).started).toBe(3);
  });

  it('gives up when that happens again and again', async () => {
    const { tried, started } = startBeside([1, 2, 3, 4, 5, 6]);
    await expect(started).rejects.toBe(taken);
    expect(tried).toEqual([1, 2, 3, 4, 5]);
  });

  it('tries nothing else where the start failed for another reason', async () => {
    const { tried, started } = startBeside([1], new ClusterError('start-failed', 'PostgreSQL did not start'));
    await expect(started).rejects.toThrow('did not start');
    expect(tried).toEqual([1]);
  });
});
