import type { KeyboardEvent, RefObject } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -Infinity, End: Infinity };

/** The row that a key leads to; undefined for keys that lead nowhere. */
export const rowAfterKey = (key: string, here: number, count: number): number | undefined => {
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, here + step));
};

/** How high the head of a table is that stays above its rows, in pixels. */
const head = 36;

/** How far a table is scrolled so that a row is seen whole: not at all where it is. */
export const scrollTopFor = (index: number, size: number, { scrollTop, clientHeight }: { scrollTop: number; clientHeight: number }): number => {
  const top = index * size;
  return Math.min(top, Math.max(scrollTop, top + size + head - clientHeight));
};

/** A row that comes into sight is drawn some frames later; after so many it will not come. */
const mostFrames = 60;

const focusOnce = (scroller: HTMLDivElement, index: number, frames = mostFrames): void => {
  const row = scroller.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (row) (row.querySelector<HTMLElement>('a, button') ?? row).focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusOnce(scroller, index, frames - 1));
};

/** Keys of a table that draws only rows that are seen: from row to row, to the first link of each (to the row itself while it is on its way). */
export const rowKeys =
  (scroller: RefObject<HTMLDivElement | null>, count: number, size: number) =>
  (event: KeyboardEvent<HTMLDivElement>): void => {
    const here = (event.target as HTMLElement).closest('[data-index]')?.getAttribute('data-index');
    const next = here === null || here === undefined ? undefined : rowAfterKey(event.key, Number(here), count);
    if (next === undefined || !scroller.current) return;
    event.preventDefault();
    scroller.current.scrollTop = scrollTopFor(next, size, scroller.current);
    focusOnce(scroller.current, next);
  };
