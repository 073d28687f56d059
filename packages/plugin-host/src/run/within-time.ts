/** The time of a part of a plugin was up before it was done. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** The work, or the reason of the signal as soon as it comes. Work that does not listen goes on unseen. */
export const abortOf = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  work.catch(() => {});
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new TookTooLong('aborted'));
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop));
};

/** Does something without the time going on. */
export type Aside = <T>(work: () => Promise<T>) => Promise<T>;

/** Does something within so much time, or until nobody waits any more: then its signal is aborted, and this rejects with `TookTooLong` or the reason. What is done `aside` takes none of the time. */
export const withinTime = async <T>({ timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal | undefined }, work: (signal: AbortSignal, aside: Aside) => Promise<T>): Promise<T> => {
  const time = new AbortController();
  const clock = { left: timeoutMs, since: 0, timer: undefined as NodeJS.Timeout | undefined };
  const stop = (): void => {
    clearTimeout(clock.timer);
    clock.left -= performance.now() - clock.since;
  };
  const go = (): void => {
    clock.since = performance.now();
    clock.timer = setTimeout(() => time.abort(new TookTooLong(`not done after ${timeoutMs} ms`)), Math.max(0, clock.left));
  };
  let [asides, ended] = [0, false];
  const aside: Aside = async (waited) => {
    if (asides === 0) stop();
    asides += 1;
    try {
      return await waited();
    } finally {
      asides -= 1;
      if (asides === 0 && !ended) go();
    }
  };
  go();
  const both = signal ? AbortSignal.any([signal, time.signal]) : time.signal;
  try {
    return await abortOf(both, work(both, aside));
  } finally {
    ended = true;
    clearTimeout(clock.timer);
  }
};
