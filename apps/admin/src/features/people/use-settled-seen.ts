import { useCallback, useEffect, useRef } from 'react';
import type { Seen } from './pages-seen.ts';

const nextMs = 60;
const stillMs = 140;

/**
 * Tells which rows are seen, but not of each step: of rows near those told last a few times a second, of a leap (`far` rows and more) only
 * once it has come to rest. Who drags the bar across thousands of rows asks for what he stops at, and not for all that he passes.
 */
export const useSettledSeen = (tell: (seen: Seen) => void, far: number) => {
  const timer = useRef<number>(undefined);
  const next = useRef<Seen>({ first: 0, last: 0 });
  const told = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(
    (first: number, last: number) => {
      next.current = { first, last };
      const leaps = Math.abs(first - told.current) >= far;
      if (timer.current !== undefined && !leaps) return;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        timer.current = undefined;
        told.current = next.current.first;
        tell(next.current);
      }, leaps ? stillMs : nextMs);
    },
    [tell, far],
  );
};
