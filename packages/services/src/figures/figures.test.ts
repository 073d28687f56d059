import { describe, expect, it } from 'vitest';

import { createFigures, type FiguresQuestion } from './figures.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const left = new Error('left');

/** A work that ends when it is told to, and knows how often it was begun and whether it was stopped. */
const someWork = () => {
  const state = { begun: 0, stopped: 0, finish: (_: unknown): void => {} };
  const work = (signal: AbortSignal): Promise<unknown> => {
    state.begun += 1;
    return new Promise((resolve, reject) => {
      state.finish = resolve;
      signal.addEventListener('abort', () => {
        state.stopped += 1;
        reject(signal.reason as Error);
      });
    });
  };
  return { state, work };
};

const question = (key: string, more: Partial<FiguresQuestion> = {}): FiguresQuestion => ({ tenant: 't', key, keep: true, ...more });

describe('a question about figures', () => {
  it('is worked out once for all who ask at the same time, and not again while the answer is kept', async () => {
    const figures = createFigures();
    const { state, work } = someWork();
    const both = [figures.ask(question('a'), work), figures.ask(question('a'), work)];
    await turn();
    state.finish('answer');
    expect(await Promise.all(both)).toEqual(['answer', 'answer']);
    expect(await figures.ask(question('a'), work)).toBe('answer');
    expect(state.begun).toBe(1);
  });

  it('whose answer is not to be kept is worked out again for whoever comes later', async () => {
    const figures = createFigures();
    let begun = 0;
    const work = (): Promise<number> => Promise.resolve((begun += 1));
    const both = await Promise.all([figures.ask(question('a', { keep: false }), work), figures.ask(question('a', { keep: false }), work)]);
    expect(both).toEqual([1, 1]);
    expect(await figures.ask(question('a', { keep: false }), work)).toBe(2);
  });

  it('is stopped only when the last who waits has left', async () => {
    const figures = createFigures();
    const { state, work } = someWork();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = figures.ask(question('a', { signal: first.signal }), work);
    const other = figures.ask(question('a', { signal: second.signal }), work);
    await turn();
    first.abort(left);
    await expect(one).rejects.toBe(left);
    expect(state.stopped).toBe(0);
    second.abort(left);
    await expect(other).rejects.toBe(left);
    expect(state.stopped).toBe(1);
  });

  it('goes on for who stays when who asked first has left', async () => {
    const figures = createFigures();
    const { state, work } = someWork();
    const leaving = new AbortController();
    const one = figures.ask(question('a', { signal: leaving.signal }), work);
    const other = figures.ask(question('a'), work);
    await turn();
    leaving.abort(left);
    await expect(one).rejects.toBe(left);
    state.finish('answer');
    expect(await other).toBe('answer');
  });

  it('is worked out anew for who asks after all have left', async () => {
    const figures = createFigures();
    const { state, work } = someWork();
    const leaving = new AbortController();
    const one = figures.ask(question('a', { signal: leaving.signal }), work);
    await turn();
    leaving.abort(left);
    const later = figures.ask(question('a'), work);
    await expect(one).rejects.toBe(left);
    await turn();
    state.finish('fresh');
    expect(await later).toBe('fresh');
    expect(state.begun).toBe(2);
  });

  it('that failed is not kept, and fails for all who waited', async () => {
    const figures = createFigures();
    const failing = (): Promise<never> => Promise.reject(left);
    const both = await Promise.allSettled([figures.ask(question('a'), failing), figures.ask(question('a'), failing)]);
    expect(both.map((it) => it.status)).toEqual(['rejected', 'rejected']);
    expect(await figures.ask(question('a'), () => Promise.resolve('well'))).toBe('well');
  });

  it('of a tenant waits for others of it beyond two, and never for those of another tenant; left before its turn it is never begun', async () => {
    const figures = createFigures();
    const works = [someWork(), someWork(), someWork(), someWork()];
    const leaving = new AbortController();
    const [a, b, c, d] = works as [(typeof works)[0], (typeof works)[0], (typeof works)[0], (typeof works)[0]];
    const asked = [figures.ask(question('a'), a.work), figures.ask(question('b'), b.work)];
    const third = figures.ask(question('c', { signal: leaving.signal }), c.work);
    asked.push(figures.ask(question('d', { tenant: 'other' }), d.work));
    await turn();
    expect(works.map((it) => it.state.begun)).toEqual([1, 1, 0, 1]);
    leaving.abort(left);
    await expect(third).rejects.toBe(left);
    for (const it of [a, b, d]) it.state.finish('done');
    expect(await Promise.all(asked)).toEqual(['done', 'done', 'done']);
    await turn();
    expect(c.state.begun).toBe(0);
  });

  it('is forgotten when the memory is needed for others asked later', async () => {
    const figures = createFigures({ bytes: 4_000 });
    let begun = 0;
    const work = (): Promise<string> => {
      begun += 1;
      return Promise.resolve('x'.repeat(1_000));
    };
    for (const key of ['a', 'b', 'a']) await figures.ask(question(key), work);
    expect(begun).toBe(3);
    await figures.ask(question('a'), work);
    expect(begun).toBe(3);
  });
});
