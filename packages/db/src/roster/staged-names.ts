import type { MendKind, NamedThing } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A column of a staged sheet that names a unit or a post. */
export type NamingColumn = { sheet: 'units' | 'people'; column: string; of: 'unit' | 'post' };

/** A text in such a column that is no known code, on the day of which its rows speak. */
export type StagedName = { text: string; day: IsoDate };

/** What such a text is taken for, and how that is told. */
export type ResolvedName = StagedName & { code: string; kind: MendKind; told: string };

// A row speaks of the effective date, or of its first day if that is later, or of its last day if that was earlier.
const dayOf = (on: IsoDate): SQL =>
  sql`case when s.valid_to::date < ${on}::date then s.valid_to::date else greatest(${on}::date, coalesce(s.valid_from::date, ${on}::date)) end`;

const stageOf = { unit: 'stage_units', post: 'stage_posts' } as const;
const keptIn = { unit: 'units', post: 'posts' } as const;

/** The texts of a naming column that are no code of the tenant or the file, each once a day. */
export const stagedNames = async (tx: TenantSql, { sheet, column, of }: NamingColumn, { batch, on }: { batch: string; on: IsoDate }): Promise<StagedName[]> => {
  const text = sql.raw(`s.${column}`);
  return [
    ...(await tx.execute<StagedName>(sql`
      select ${text} as text, (${dayOf(on)})::text as day from ${sql.identifier(`stage_${sheet}`)} s
      where s.batch_id = ${batch}::uuid and ${text} is not null and not exists (select 1 from ${sql.identifier(keptIn[of])} k where k.code = ${text})
        and not exists (select 1 from ${sql.identifier(stageOf[of])} f where f.batch_id = ${batch}::uuid and f.code = ${text})
      group by 1, 2`)),
  ];
};

/** Everything a text of the file may name: the units of the tenant with their names of all days, and those that the file itself brings. */
export const unitsToName = async (tx: TenantSql, batch: string): Promise<NamedThing[]> => [
  ...(await tx.execute<NamedThing>(sql`
    select u.code, v.name, p.name as above, coalesce(lower(v.valid), '0001-01-01')::text as from, coalesce(upper(v.valid)::text, 'infinity') as to
    from unit_versions v join units u on u.id = v.unit_id
    left join unit_versions p on p.unit_id = v.parent_id and p.valid @> greatest(lower(v.valid), least(coalesce(upper(v.valid), 'infinity') - 1, upper(p.valid) - 1))
    union all
    select s.code, s.name, p.name, coalesce(s.valid_from, '0001-01-01'), coalesce((s.valid_to::date + 1)::text, 'infinity')
    from stage_units s left join lateral (select name from stage_units p where p.batch_id = s.batch_id and p.code = s.parent_code order by p.row_no desc limit 1) p on true
    where s.batch_id = ${batch}::uuid and s.code is not null and s.name is not null`)),
];

/** The posts of the tenant and of the file; a post is there on all days. */
export const postsToName = async (tx: TenantSql, batch: string): Promise<NamedThing[]> => [
  ...(await tx.execute<NamedThing>(sql`
    select code, name, null as above, '0001-01-01' as from, 'infinity' as to from posts
    union select s.code, s.name, null, '0001-01-01', 'infinity' from stage_posts s where s.batch_id = ${batch}::uuid and s.code is not null and s.name is not null`)),
];

/** Puts codes where names stood, and notes it as mended. */
export const putCodes = async (tx: TenantSql, { sheet, column }: NamingColumn, { batch, on }: { batch: string; on: IsoDate }, resolved: readonly ResolvedName[]): Promise<void> => {
  if (resolved.length === 0) return;
  const name = sql.raw(column);
  const list = (of: (it: ResolvedName) => string) => sql`${pgArray(resolved.map(of))}::text[]`;
  await tx.execute(sql`
    update ${sql.identifier(`stage_${sheet}`)} s set ${name} = m.code,
      mends = (coalesce(s.mends::jsonb, '[]') || jsonb_build_object('column', ${column}::text, 'kind', m.kind, 'from', m.text, 'to', m.told))::text
    from unnest(${list((it) => it.text)}, ${list((it) => it.day)}, ${list((it) => it.code)}, ${list((it) => it.kind)}, ${list((it) => it.told)}) as m (text, day, code, kind, told)
    where s.batch_id = ${batch}::uuid and s.${name} = m.text and (${dayOf(on)})::text = m.day`);
};
