import { maskedIdNumber } from '@saubac/domain/people';
import type { IsoDate, PersonId, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import { pgArray, type TenantSql, type Vault } from '../tenancy/index.ts';

/** Somebody whose number stands on the roster of another province too: which, and since when it is known. */
export type PersonElsewhere = { id: PersonId; fullName: string; nameSort: string; idNumber: string | null; province: string; since: IsoDate };

/** What a comparison did: how many numbers the tenant stated, and how many of its people stand elsewhere too. */
export type Compared = { stated: number; elsewhere: number };

const purpose = 'person-digest';
const setting = 'across-provinces';

/** Whether the tenant takes part in the comparison with other provinces. It does not until it has said so. */
export const takesPart = async (db: TenantSql): Promise<boolean> => (await db.execute(sql`select 1 from settings where key = ${setting} and value = 'true'::jsonb`)).length > 0;

/** Says whether the tenant takes part; answers whether that is a change. */
export const saveTakesPart = async (tx: TenantSql, takes: boolean): Promise<boolean> =>
  (await tx.execute(sql`
    insert into settings as s (key, value) values (${setting}, ${JSON.stringify(takes)}::jsonb)
    on conflict (key) do update set value = excluded.value, version = s.version + 1 where s.value <> excluded.value returning 1`)).length > 0;

type Numbered = { id: PersonId; number: string };

// Also numbers under which somebody was kept by mistake: the other province may have made the same one.
const numbersOf = async (tx: TenantSql): Promise<Numbered[]> => [
  ...(await tx.execute<Numbered>(sql`select id, id_number as number from people where id_number is not null union all select person_id, id_number from second_id_numbers`)),
];

/**
 * States the digests of the tenant's numbers and asks which stand elsewhere too; what it finds takes the place of what was found before. A
 * tenant that takes no part states none, and is told of none.
 */
export const compareAcrossProvinces = async (tx: TenantSql, { digest }: Pick<Vault, 'digest'>): Promise<Compared> => {
  const people = (await takesPart(tx)) ? await numbersOf(tx) : [];
  const byDigest = new Map(people.map(({ id, number }) => [digest(number, purpose), id]));
  await tx.execute(sql`select platform.keep_person_digests(${pgArray([...byDigest.keys()])}::text[])`);
  const found = await tx.execute<{ digest: string; province: string; since: IsoDate }>(sql`select digest, tenant_name as province, since::text as since from platform.person_digests_elsewhere()`);
  const rows = found.flatMap((it) => { const id = byDigest.get(it.digest); return id ? [{ id, province: it.province, since: it.since }] : []; });
  await tx.execute(sql`delete from people_elsewhere`);
  await tx.execute(sql`
    insert into people_elsewhere (person_id, province, since) select r.id, r.province, min(r.since) from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, province text, since date) group by 1, 2`);
  return { stated: byDigest.size, elsewhere: new Set(rows.map((it) => it.id)).size };
};

/** People of a scope who stand on the roster of another province too, in name order. `numbers`: the units whose people's numbers may be read; null: none. */
export const peopleElsewhere = async (db: TenantSql, scope: UnitScope, on: IsoDate, { numbers, after, limit }: { numbers: UnitScope | null; after: { nameSort: string; id: string } | null; limit: number }): Promise<PersonElsewhere[]> => {
  const beyond = after ? sql` and (p.name_sort, p.id) > (${after.nameSort}, ${after.id}::uuid)` : sql``;
  const rows = await db.execute<PersonElsewhere & { readable: boolean }>(sql`
    select p.id, p.full_name as "fullName", p.name_sort as "nameSort", p.id_number as "idNumber", string_agg(e.province, ', ' order by e.province) as province, min(e.since)::text as since,
           ${numbers === null ? sql`false` : personInside(sql`p.id`, numbers, on)} as readable
    from people_elsewhere e join people p on p.id = e.person_id where ${personInside(sql`p.id`, scope, on)}${beyond} group by p.id order by p.name_sort, p.id limit ${limit}`);
  return rows.map(({ readable, idNumber, ...it }) => ({ ...it, idNumber: idNumber === null || readable ? idNumber : maskedIdNumber(idNumber) }));
};
