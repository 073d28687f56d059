import { LRUCache } from 'lru-cache';

import { createLane, type Lane } from './lane.ts';

/**
 * One question about figures. `tenant` names the lane it waits in, `key` is everything the answer depends on, the state of the tenant's data
 * included; `keep` false: two who ask at the same time share the answer, and nobody after them.
 */
export type FiguresQuestion = { tenant: string; key: string; keep: boolean; signal?: AbortSignal | undefined };

/** How questions about figures are answered in a process: each once, however many ask, and kept while it is true and asked for. */
export type Figures = {
  /** The answer of a question. `work` is done if nobody has it done already, and is told by its signal when all who waited have left. */
  ask: <T>(question: FiguresQuestion, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** The time a question may take on the server. */
  timeoutMs: number;
};

export type FiguresLimits = {
  /** Memory for kept answers, about so many bytes. */
  bytes: number;
  /** How many questions of one tenant are worked on at once: more would leave its pool nothing for everybody else. */
  atOnce: number;
  timeoutMs: number;
  /** How long an answer is kept at most: data outside the tenant, such as reference tables, have no state to ask about. */
  keptForMs: number;
};

const usual: FiguresLimits = { bytes: 64 * 2 ** 20, atOnce: 2, timeoutMs: 30_000, keptForMs: 10 * 60_000 };

type Kept = { answer: unknown };
type Flight = { answer: Promise<unknown>; waiting: number; stop: AbortController };

const sizeOf = ({ answer }: Kept, key: string): number => 2 * ((JSON.stringify(answer) ?? '').length + key.length) + 200;

/** One who waits: he has the answer when it comes, or leaves by his signal; when the last has left, the work is stopped. */
const waitIn = (flight: Flight, signal: AbortSignal | undefined, abandon: () => void): Promise<unknown> =>
  new Promise((resolve, reject) => {
    flight.waiting += 1;
    const leave = (): void => {
      flight.waiting -= 1;
      if (flight.waiting === 0) abandon();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', leave, { once: true });
    flight.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
  });

/** Makes the answering of figures for one process. */
export const createFigures = (limits: Partial<FiguresLimits> = {}): Figures => {
  const { bytes, atOnce, timeoutMs, keptForMs } = { ...usual, ...limits };
  const kept = new LRUCache<string, Kept>({ maxSize: bytes, sizeCalculation: sizeOf, ttl: keptForMs });
  const flights = new Map<string, Flight>();
  const lanes = new Map<string, { lane: Lane; users: number }>();

  const inLane = async <T>(tenant: string, work: () => Promise<T>): Promise<T> => {
    const mine = lanes.get(tenant) ?? { lane: createLane(atOnce), users: 0 };
    lanes.set(tenant, mine);
    mine.users += 1;
    try {
      return await mine.lane(work);
    } finally {
      mine.users -= 1;
      if (mine.users === 0) lanes.delete(tenant);
    }
  };

  const begin = ({ tenant, key, keep }: FiguresQuestion, work: (signal: AbortSignal) => Promise<unknown>): Flight => {
    const stop = new AbortController();
    const answer = inLane(tenant, async () => {
      stop.signal.throwIfAborted();
      return work(stop.signal);
    });
    const flight: Flight = { answer, waiting: 0, stop };
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const keepIt = (it: unknown): unknown => keep && !stop.signal.aborted && kept.set(key, { answer: it });
    answer.then(keepIt).then(land, land);
    flights.set(key, flight);
    return flight;
  };

  const ask = async (question: FiguresQuestion, work: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> => {
    const { key, signal } = question;
    signal?.throwIfAborted();
    const known = kept.get(key);
    if (known) return known.answer;
    const flight = flights.get(key) ?? begin(question, work);
    return waitIn(flight, signal, () => {
      // Whoever asks from now on begins anew: this work will have no answer.
      if (flights.get(key) === flight) flights.delete(key);
      flight.stop.abort(signal?.reason);
    });
  };

  return { ask: ask as Figures['ask'], timeoutMs };
};
