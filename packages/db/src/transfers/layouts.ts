import type { Layout } from '@saubac/domain/layouts';
import type { UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { moment } from './scope-of-transfer.ts';

/** A layout as it is kept: who confirmed it last, and when. */
export type StoredLayout = { id: string; name: string; fingerprint: string; definition: Layout; version: number; confirmedBy: UserId | null; confirmedLabel: string; confirmedAt: string };

const columns = sql`l.id, l.name, l.fingerprint, l.definition, l.version, l.confirmed_by as "confirmedBy", l.confirmed_label as "confirmedLabel", ${moment('l.confirmed_at')} as "confirmedAt"`;

/** The layouts of the tenant, the one confirmed last first: of two for the same headings that one counts. */
export const savedLayouts = async (db: TenantSql): Promise<StoredLayout[]> => [...(await db.execute<StoredLayout>(sql`select ${columns} from import_layouts l order by l.confirmed_at desc, l.id desc`))];

/** A layout by its id; undefined if there is none. */
export const layoutById = async (db: TenantSql, id: string): Promise<StoredLayout | undefined> => (await db.execute<StoredLayout>(sql`select ${columns} from import_layouts l where l.id = ${id}::uuid`))[0];

/** A layout by its name, large and small letters being the same; undefined if there is none. */
export const layoutByName = async (db: TenantSql, name: string): Promise<StoredLayout | undefined> =>
  (await db.execute<StoredLayout>(sql`select ${columns} from import_layouts l where lower(l.name) = lower(${name})`))[0];

type NewLayout = Pick<StoredLayout, 'name' | 'fingerprint' | 'definition' | 'confirmedBy' | 'confirmedLabel' | 'confirmedAt'>;

/** Keeps a layout under a name that is free; its id, undefined if the name is taken. */
export const insertLayout = async (tx: TenantSql, it: NewLayout): Promise<string | undefined> =>
  (
    await tx.execute<{ id: string }>(sql`
      insert into import_layouts (name, fingerprint, definition, confirmed_by, confirmed_label, confirmed_at)
      values (${it.name}, ${it.fingerprint}, ${JSON.stringify(it.definition)}::jsonb, ${it.confirmedBy}::uuid, ${it.confirmedLabel}, ${it.confirmedAt}::timestamptz)
      on conflict (lower(name)) do nothing returning id`)
  )[0]?.id;

/** Gives a layout that still has that version another name; 'taken' if it is another's, false if the version is another. */
export const renameLayout = async (tx: TenantSql, id: string, version: number, name: string): Promise<boolean | 'taken'> => {
  const [taken] = await tx.execute(sql`select 1 from import_layouts where lower(name) = lower(${name}) and id <> ${id}::uuid`);
  if (taken) return 'taken';
  return (await tx.execute(sql`update import_layouts set name = ${name}, version = version + 1 where id = ${id}::uuid and version = ${version} returning id`)).length > 0;
};

/** Takes away a layout that still has that version; false if it has not. */
export const deleteLayout = async (tx: TenantSql, id: string, version: number): Promise<boolean> =>
  (await tx.execute(sql`delete from import_layouts where id = ${id}::uuid and version = ${version} returning id`)).length > 0;
