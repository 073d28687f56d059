import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A staged row whose ID number has lost digits, and somebody of its unit who has the name and birth date that it states. */
export type LostNumber = { row: number; kind: 'id-number-lost-digits' | 'id-number-lost-zeros'; value: string; idNumber: string };

const lost = ['id-number-lost-digits', 'id-number-lost-zeros'] as const;

/** For each row whose ID number has lost digits the people with its name and birth date who hold a post in its unit on the day; for a limited importer (after `noteScope`) in a unit of his. */
export const lostNumbers = async (tx: TenantSql, { batch, on, within }: { batch: string; on: IsoDate; within: boolean }): Promise<LostNumber[]> => [
  ...(await tx.execute<LostNumber>(sql`
    select distinct s.row_no as row, q.problem ->> 'kind' as kind, q.problem ->> 'value' as value, p.id_number as "idNumber"
    from stage_people s, jsonb_array_elements(s.problems::jsonb) as q (problem), people p, units u, assignments a
    where s.batch_id = ${batch}::uuid and s.problems is not null and s.id_number is null and q.problem ->> 'kind' = any(${pgArray(lost)}::text[])
      and p.name_sort = s.name_sort and s.birth_precision = 'day' and p.birth_precision = 'day' and p.birth_date = s.birth_date::date and p.id_number is not null
      and u.code = s.unit_code and a.person_id = p.id and a.unit_id = u.id and a.valid_from <= ${on}::date and a.valid_to > ${on}::date
      ${within ? sql`and u.id in (select unit_id from scope_units)` : sql``}
    order by 1, 4`)),
];

/** Puts whole ID numbers where lost ones stood, takes the problem away, and notes it as mended; `told` is what of the number is told. */
export const putNumbers = async (tx: TenantSql, batch: string, found: readonly (LostNumber & { told: string })[]): Promise<void> => {
  if (found.length === 0) return;
  const list = (of: (it: LostNumber & { told: string }) => string | number) => sql`${pgArray(found.map(of))}`;
  await tx.execute(sql`
    update stage_people s set id_number = m.id_number,
      problems = (select nullif(coalesce(jsonb_agg(q.problem order by q.place), '[]'), '[]')::text from jsonb_array_elements(s.problems::jsonb) with ordinality as q (problem, place) where q.problem ->> 'column' <> 'id_number'),
      mends = (coalesce(s.mends::jsonb, '[]') || jsonb_build_object('column', 'id_number', 'kind', 'id-number-completed', 'from', m.value, 'to', m.told))::text
    from unnest(${list((it) => it.row)}::int[], ${list((it) => it.value)}::text[], ${list((it) => it.idNumber)}::text[], ${list((it) => it.told)}::text[]) as m (row_no, value, id_number, told)
    where s.batch_id = ${batch}::uuid and s.row_no = m.row_no`);
};
