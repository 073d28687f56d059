import type { KeyboardEvent, RefObject } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -Infinity, End: Infinity };

/** The row that a key leads to; undefined for keys that lead nowhere. */
export const rowAfterKey = (key: string, here: number, count: number): number | undefined => {
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, here + step));
};

/** Keys of a table that draws only rows that are seen: from row to row, to the first link of each (to the row itself while it is on its way). */
export const rowKeys =
  (scroller: RefObject<HTMLDivElement | null>, count: number, scrollTo: (index: number) => void) =>
  (event: KeyboardEvent<HTMLDivElement>): void => {
    const here = (event.target as HTMLElement).closest('[data-index]')?.getAttribute('data-index');
    const next = here === null || here === undefined ? undefined : rowAfterKey(event.key, Number(here), count);
    if (next === undefined) return;
    event.preventDefault();
    scrollTo(next);
    requestAnimationFrame(() => {
      const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`);
      (row?.querySelector<HTMLElement>('a, button') ?? row)?.focus();
    });
  };
