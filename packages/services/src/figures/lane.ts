/** A lane lets so many works through at once; the others wait in their order. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes a lane for a few works at once. */
export const createLane = (atOnce: number): Lane => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = (): void => {
    if (running >= atOnce) return;
    const begin = waiting.shift();
    if (!begin) return;
    running += 1;
    begin();
  };
  return async (work) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      next();
    });
    try {
      return await work();
    } finally {
      running -= 1;
      next();
    }
  };
};
