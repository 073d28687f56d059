import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** What was spent and is gone, or marked so that its object goes. */
export type SweptTransfers = { exports: number; imports: number; abandoned: number; stuck: number };

const count = async (rows: PromiseLike<readonly unknown[]>): Promise<number> => (await rows).length;

/**
 * Takes away what transfers leave behind: files of exports that have expired, links, the lists and files of imports that ended before
 * `endedBefore`. Imports that nobody agreed to since then expire, and what is at work with nobody to do the work (its job was given up)
 * fails.
 */
export const sweepTransfers = async (tx: TenantSql, { now, endedBefore }: { now: string; endedBefore: string }): Promise<SweptTransfers> => {
  await tx.execute(sql`delete from export_links where expires_at <= ${now}::timestamptz`);
  const exports = await count(tx.execute(sql`
    update files f set deleted_at = ${now}::timestamptz from exports e where e.file_id = f.id and e.expires_at <= ${now}::timestamptz and f.deleted_at is null returning f.id`));
  const abandoned = await count(tx.execute(sql`
    update imports set state = 'cancelled', failure = '{"kind":"import-expired"}', ended_at = ${now}::timestamptz, version = version + 1
    where state = 'checked' and created_at < ${endedBefore}::timestamptz returning id`));
  const stuck = await count(tx.execute(sql`
    with dead as (
      select coalesce(payload ->> 'import', payload ->> 'export')::uuid as id from outbox where kind in ('import.check', 'import.commit', 'export.make')
      group by 1 having bool_and(state in ('done', 'dead')) and bool_or(state = 'dead')
    ), imports_failed as (
      update imports i set state = 'failed', failure = '{"kind":"import-failed"}', ended_at = ${now}::timestamptz, version = version + 1
      from dead where i.id = dead.id and i.state in ('uploaded', 'checking', 'committing') returning i.id
    ), exports_failed as (
      update exports e set state = 'failed', failure = '{"kind":"export-failed"}', ended_at = ${now}::timestamptz, version = version + 1
      from dead where e.id = dead.id and e.state in ('queued', 'running') returning e.id
    ) select id from imports_failed union all select id from exports_failed`));
  const spent = sql`select id from imports where ended_at < ${endedBefore}::timestamptz`;
  await tx.execute(sql`delete from import_findings where import_id in (${spent})`);
  await tx.execute(sql`update imports set preview = jsonb_build_object('effectiveDate', preview -> 'effectiveDate', 'mode', preview -> 'mode', 'counts', preview -> 'counts', 'peopleAdded', preview -> 'peopleAdded', 'claims', preview -> 'claims',
      'removals', '[]'::jsonb, 'absent', null, 'departing', '{"people":0,"first":[]}'::jsonb, 'stranded', '{"people":0,"first":[]}'::jsonb, 'listed', '{"changes":0,"refusals":0}'::jsonb)
    where ended_at < ${endedBefore}::timestamptz and preview -> 'listed' <> '{"changes":0,"refusals":0}'::jsonb`);
  const imports = await count(tx.execute(sql`
    update files f set deleted_at = ${now}::timestamptz from imports i where i.file_id = f.id and i.ended_at < ${endedBefore}::timestamptz and f.deleted_at is null returning f.id`));
  return { exports, imports, abandoned, stuck };
};
