import type { PluginSql } from '@saubac/plugin-api';
import { desc } from 'drizzle-orm';

import { deskNotes } from '../tables.ts';

type Note = { kind: 'ending' | 'swapped'; place: string };

/** Tells a desk something once: what was told under the same key is not told again. */
export const tellOnce = async (tx: PluginSql, key: string, it: Note & { on: string }): Promise<void> => {
  await tx.insert(deskNotes).values({ key, kind: it.kind, place: it.place, notedOn: it.on }).onConflictDoNothing({ target: deskNotes.key });
};

/** What desks were told, the latest first. */
export const listNotes = (db: PluginSql): Promise<(Note & { id: string; on: string })[]> =>
  db.select({ id: deskNotes.id, kind: deskNotes.kind, place: deskNotes.place, on: deskNotes.notedOn }).from(deskNotes).orderBy(desc(deskNotes.notedOn), desc(deskNotes.id)).limit(20);
