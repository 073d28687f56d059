import type { PluginSql } from '@saubac/plugin-api';
import { and, asc, desc, eq, sql } from 'drizzle-orm';

import { classes, programmes } from '../tables.ts';
import type { ProgrammeInput, ProgrammeLine } from './wire.ts';

/** All programmes with how many classes were held by each, those in force latest first. */
export const listProgrammes = async (db: PluginSql): Promise<ProgrammeLine[]> => {
  const held = sql<number>`(select count(*)::int from ${classes} held where held.programme_id = ${programmes}.id)`;
  const rows = await db.select({ row: programmes, held }).from(programmes).orderBy(desc(programmes.inForceFrom), asc(programmes.name), asc(programmes.id));
  return rows.map(({ row, held: count }) => ({ ...row, classes: count }));
};

/** Writes a new programme. */
export const insertProgramme = async (tx: PluginSql, input: ProgrammeInput): Promise<string> => {
  const [row] = await tx.insert(programmes).values(input).returning({ id: programmes.id });
  return row?.id ?? '';
};

/** Changes a programme that still has the version that was seen; undefined if it has another. */
export const updateProgramme = async (tx: PluginSql, id: string, version: number, input: ProgrammeInput): Promise<string | undefined> => {
  const [row] = await tx.update(programmes).set({ ...input, version: version + 1 }).where(and(eq(programmes.id, id), eq(programmes.version, version))).returning({ id: programmes.id });
  return row?.id;
};
