import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { takeMove } from '../../cases/index.ts';
import { Refused, useWords } from '../../shell/index.ts';
import type { InboxItem } from './queries.ts';

/** What became of one of many cases. */
export type BulkResult = { item: InboxItem; ok: boolean; text: string };

/** A decision about many cases: how far it has come, and what became of each. */
export type Bulk = { total: number; results: readonly BulkResult[]; running: boolean };

/** Takes one move in many cases, each for itself: what is refused does not hold up the others, and what was decided stays when it is interrupted. */
export const useBulk = (tenant: string) => {
  const words = useWords();
  const queries = useQueryClient();
  const [bulk, setBulk] = useState<Bulk>();
  const run = async (items: readonly InboxItem[], move: string, reason: string | undefined) => {
    const results: BulkResult[] = [];
    setBulk({ total: items.length, results, running: true });
    for (const item of items) {
      try {
        const moved = await takeMove(tenant, { id: item.id, version: item.version, move, reason });
        results.push({ item, ok: true, text: words.text(moved.stateLabel) });
      } catch (error) {
        results.push({ item, ok: false, text: error instanceof Refused ? words.text(error.problem.text) : words.t('shell.unreachable') });
      }
      setBulk({ total: items.length, results: [...results], running: true });
    }
    setBulk({ total: items.length, results, running: false });
    void queries.invalidateQueries({ queryKey: ['t', tenant], predicate: ({ queryKey }) => queryKey[2] !== 'me' });
  };
  return { bulk, run, clear: () => setBulk(undefined) };
};
