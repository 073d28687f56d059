/** A small seeded source of chance (sfc32). The same words give the same numbers on every machine; nothing here is for secrets. */
export type Random = {
  /** Starts anew from some words, so that one object serves all people without being made again. */
  reseed(...words: readonly number[]): Random;
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number;
  /** A whole number between two bounds, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Around 0, roughly normal with deviation 1, never beyond ±3. */
  bell(): number;
};

const mix = (state: number, word: number): number => {
  let hash = Math.imul(state ^ word, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** A source of chance that depends on the words alone. */
export const randomFrom = (...words: readonly number[]): Random => {
  let a = 0, b = 0, c = 0, counter = 0;
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  const random: Random = {
    reseed: (...from) => {
      a = 0x2545f491; b = 0x6c078965; c = 0x1b873593; counter = 1;
      for (const word of from) {
        a = mix(a, word);
        b = mix(b ^ a, word);
        c = mix(c ^ b, word);
      }
      for (let i = 0; i < 6; i += 1) step();
      return random;
    },
    next: step,
    below: (limit) => Math.floor(step() * limit),
    between: (low, high) => low + Math.floor(step() * (high - low + 1)),
    chance: (probability) => step() < probability,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('Nothing to pick from');
      return from[Math.floor(step() * from.length)]!;
    },
    bell: () => (step() + step() + step() - 1.5) * 2,
  };
  return random.reseed(...words);
};

/** The first entry whose running weight passes a point between 0 and 1: a draw that anyone holding the point can repeat. */
export const weightedAt = <T extends { weight: number }>(from: readonly T[], point: number): T => {
  let rest = point * from.reduce((sum, { weight }) => sum + weight, 0);
  const found = from.find(({ weight }) => (rest -= weight) < 0) ?? from.at(-1);
  if (!found) throw new RangeError('Nothing to pick from');
  return found;
};
