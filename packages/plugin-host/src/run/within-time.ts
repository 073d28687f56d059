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

/** Does something within so much time, or until nobody waits any more: then its signal is aborted, and this rejects with `TookTooLong` or the reason. */
export const withinTime = async <T>({ timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal | undefined }, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const time = new AbortController();
  const timer = setTimeout(() => time.abort(new TookTooLong(`not done after ${timeoutMs} ms`)), timeoutMs);
  const both = signal ? AbortSignal.any([signal, time.signal]) : time.signal;
  try {
    return await abortOf(both, work(both));
  } finally {
    clearTimeout(timer);
  }
};
