import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** What was spent and is gone, or marked so that its object goes. */
export type SweptTransfers = { exports: number; imports: number; abandoned: number };

const count = async (rows: PromiseLike<readonly unknown[]>): Promise<number> => (await rows).length;

/**
 * Takes away what transfers leave behind: files of exports that have expired, links, the lists and files of imports that ended before
 * `endedBefore`. Imports that nobody agreed to since then expire.
 */
export const sweepTransfers = async (tx: TenantSql, { now, endedBefore }: { now: string; endedBefore: string }): Promise<SweptTransfers> => {
  await tx.execute(sql`delete from export_links where expires_at <= ${now}::timestamptz`);
  const exports = await count(tx.execute(sql`
    update files f set deleted_at = ${now}::timestamptz from exports e where e.file_id = f.id and e.expires_at <= ${now}::timestamptz and f.deleted_at is null returning f.id`));
  const abandoned = await count(tx.execute(sql`
    update imports set state = 'cancelled', failure = '{"kind":"import-expired"}', ended_at = ${now}::timestamptz, version = version + 1
    where state in ('checked', 'needs-layout') and created_at < ${endedBefore}::timestamptz returning id`));
  const spent = sql`select id from imports where ended_at < ${endedBefore}::timestamptz`;
  await tx.execute(sql`delete from import_findings where import_id in (${spent})`);
  await tx.execute(sql`update imports set proposal = null where ended_at < ${endedBefore}::timestamptz and proposal is not null`);
  await tx.execute(sql`update imports set preview = jsonb_build_object('effectiveDate', preview -> 'effectiveDate', 'mode', preview -> 'mode', 'reading', preview -> 'reading', 'counts', preview -> 'counts', 'peopleAdded', preview -> 'peopleAdded', 'claims', preview -> 'claims',
      'removals', '[]'::jsonb, 'absent', null, 'departing', '{"people":0,"first":[]}'::jsonb, 'stranded', '{"people":0,"first":[]}'::jsonb, 'encoding', preview -> 'encoding', 'mended', preview -> 'mended', 'listed', '{"changes":0,"refusals":0,"mends":0}'::jsonb)
    where ended_at < ${endedBefore}::timestamptz and preview -> 'listed' <> '{"changes":0,"refusals":0,"mends":0}'::jsonb`);
  const imports = await count(tx.execute(sql`
    update files f set deleted_at = ${now}::timestamptz from imports i where i.file_id = f.id and i.ended_at < ${endedBefore}::timestamptz and f.deleted_at is null returning f.id`));
  return { exports, imports, abandoned };
};
