import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { unitInside } from '../access/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A row of the workbook as normalised values by column key; null is blank or, where the column allows it, not known. */
export type ExportRow = Readonly<Record<string, string | null>>;
export type ExportedPerson = ExportRow & { birth_precision: string };

const pageSize = 4_000;

/** The stable codes of the units of a scope on a date. */
export const unitCodesOn = async (tx: TenantSql, scope: UnitScope, on: IsoDate): Promise<Set<string>> => {
  const rows = await tx.execute<{ code: string }>(sql`select u.code from units u join unit_versions v on v.unit_id = u.id and v.valid @> ${on}::date where ${unitInside(sql`u.id`, scope, on)}`);
  return new Set(rows.map(({ code }) => code));
};

/** The successions on each day, by the code of the unit that ended. */
export const successionsByUnit = async (tx: TenantSql): Promise<Map<string, { on: IsoDate; to: string | null; kind: string }[]>> => {
  const rows = await tx.execute<{ from: string; on: IsoDate; to: string | null; kind: string }>(sql`
    select f.code as from, s.on_date::text as on, t.code as to, s.kind from unit_successions s join units f on f.id = s.from_unit_id left join units t on t.id = s.to_unit_id order by t.code`);
  return Map.groupBy(rows, ({ from }) => from);
};

type Page = { name_sort: string; id: string };

async function* peoplePages(tx: TenantSql, scope: UnitScope, on: IsoDate): AsyncGenerator<string[]> {
  let after: Page = { name_sort: '', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const page: Page[] = await tx.execute<Page>(sql`
      select p.name_sort, p.id from people p
      where (p.name_sort, p.id) > (${after.name_sort}, ${after.id}::uuid)
        and exists (select 1 from assignments a where a.person_id = p.id and a.valid_from <= ${on}::date and a.valid_to > ${on}::date and ${unitInside(sql`a.unit_id`, scope, on)})
      order by p.name_sort, p.id limit ${pageSize}`);
    const last = page.at(-1);
    if (!last) return;
    yield page.map(({ id }) => id);
    after = last;
  }
}

/** The posts held on a date, main posts first, people in the order of their names; a page at a time. Last days are inclusive. */
export async function* exportPeople(tx: TenantSql, scope: UnitScope, on: IsoDate): AsyncGenerator<ExportedPerson> {
  for await (const page of peoplePages(tx, scope, on)) {
    yield* await tx.execute<ExportedPerson>(sql`
      select p.id_number, p.full_name, p.birth_date::text as birth_date, p.birth_precision, p.sex, p.ethnicity, u.code as unit_code, po.code as post_code, a.kind, a.rank_code, a.office,
             a.office_rank::text as office_rank, a.leader::text as leader, (not a.main)::text as concurrent, a.valid_from::text as valid_from,
             case when a.valid_to < 'infinity' then (a.valid_to - 1)::text end as valid_to,
             case when a.main then l.office_rank::text end as planned_rank, (a.main and t.id is not null)::text as training_list,
             case when row_number() over (partition by p.id order by a.main desc, a.valid_from, u.code, po.code) = 1 then c.text_as_given end as language_text
      from people p
      join assignments a on a.person_id = p.id and a.valid_from <= ${on}::date and a.valid_to > ${on}::date and ${unitInside(sql`a.unit_id`, scope, on)}
      join units u on u.id = a.unit_id left join posts po on po.id = a.post_id
      left join planned_posts l on l.person_id = p.id and l.valid_from <= ${on}::date and l.valid_to > ${on}::date
      left join language_training_list t on t.person_id = p.id and t.valid_from <= ${on}::date and t.valid_to > ${on}::date
      left join lateral (select text_as_given from language_claims x where x.person_id = p.id order by x.recorded_on desc, x.id desc limit 1) c on true
      where p.id = any(${pgArray(page)}::uuid[]) order by p.name_sort, p.id, a.main desc, a.valid_from, u.code, po.code`);
  }
}

/** The certificates taken until a date by those who hold a post on it; decisions made until it. */
export async function* exportCertificates(tx: TenantSql, scope: UnitScope, on: IsoDate): AsyncGenerator<ExportRow> {
  for await (const page of peoplePages(tx, scope, on)) {
    yield* await tx.execute<ExportRow>(sql`
      select p.id_number, c.type_code, c.language_code, c.number, coalesce(i.code, c.issuer_name) as issuer, c.exam_date::text as exam_date, c.expires_on::text as expires_on,
             trim_scale(c.score)::text as score, trim_scale(c.listening)::text as listening, trim_scale(c.reading)::text as reading, trim_scale(c.speaking)::text as speaking,
             trim_scale(c.writing)::text as writing, c.grade, c.state, d.level::text as decision_level, d.document as decision_document, d.decided_on::text as decision_date
      from certificates c join people p on p.id = c.person_id left join issuers i on i.id = c.issuer_id
      left join level_decisions d on d.certificate_id = c.id and d.decided_on <= ${on}::date
      where c.person_id = any(${pgArray(page)}::uuid[]) and c.exam_date <= ${on}::date order by p.name_sort, p.id, c.exam_date, c.type_code, c.language_code, c.number`);
  }
}
