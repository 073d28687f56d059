import type { TenantHandle } from '@saubac/db/tenancy';
import { filesOfPlugin } from '@saubac/db/transfers';
import { getTableName, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';

import type { FrontDoor } from './front-door.ts';

const pdf = new TextEncoder().encode('%PDF-1.7\n%nothing\n');

/** Which of some ids stand in rows of the plugin's own tables. */
const namedInTables = async ({ db }: TenantHandle, { plugin }: FrontDoor): Promise<string> => {
  const rows = await Promise.all(Object.values(plugin.tables ?? {}).map((it) => db.execute<{ row: string }>(sql`select to_jsonb(t)::text as row from ${sql.identifier(getTableName(it))} t`)));
  return rows.flatMap((it) => [...it]).map((it) => it.row).join('\n');
};

/** What files of a plugin must hold: `door` is opened, and filled by the plugin's sample, before; `here` is its tenant, `elsewhere` another. */
export const describeFiles = (door: () => FrontDoor, here: () => TenantHandle, elsewhere: () => TenantHandle): void => {
  it('names in its tables every file that it keeps: one that nothing names could neither be seen nor taken away', async () => {
    const named = await namedInTables(here(), door());
    const kept = await filesOfPlugin(here().db, door().plugin.manifest.id);
    expect(kept.filter((it) => !named.includes(it.id)).map((it) => it.originalName)).toEqual([]);
  });

  it('keeps files that neither another tenant nor another plugin reads or takes away', async () => {
    const own = await door().ctx('command line');
    const taken = await own.files.take({ content: pdf, name: 'one.pdf' });
    if (!taken.ok) throw new Error(taken.failure.kind);
    await own.write((_, __, tools) => tools.keepFile(taken.value));
    const ids = (await filesOfPlugin(here().db, door().plugin.manifest.id)).map((it) => it.id);
    expect((await own.files.find(ids)).size).toBe(ids.length);
    for (const other of [door().ctxElsewhere(elsewhere()), door().ctxElsewhere(here(), 'another')]) {
      const ctx = await other;
      expect([(await ctx.files.find(ids)).size, await Promise.all(ids.map((id) => ctx.files.open(id)))]).toEqual([0, ids.map(() => undefined)]);
      expect(await ctx.write((_, __, tools) => tools.removeFile(taken.value.id))).toBe(false);
    }
    expect(await own.write((_, __, tools) => tools.removeFile(taken.value.id))).toBe(true);
    expect(await own.files.open(taken.value.id)).toBeUndefined();
  });
};
