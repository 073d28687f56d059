/** Somebody gave the work up, or another attempt has ended it. */
export class GivenUp extends Error {}

const lookEveryMs = 500;

/**
 * Runs later work and looks twice a second: `note` keeps how far it has come where others see it, and tells whether it is still wanted. If it is
 * not, the signal that the work is run with is aborted by `GivenUp`. A look that fails tells nothing. The last one has ended when this resolves.
 */
export const watched = async <T>(signal: AbortSignal, note: () => Promise<boolean>, run: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const stop = new AbortController();
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    if (!(await note())) stop.abort(new GivenUp());
  };
  const timer = setInterval(() => {
    looking ??= look().catch(() => undefined).finally(() => (looking = undefined));
  }, lookEveryMs);
  try {
    return await run(AbortSignal.any([signal, stop.signal]));
  } finally {
    clearInterval(timer);
    await looking;
  }
};
