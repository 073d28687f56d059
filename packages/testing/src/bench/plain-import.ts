// Vietnamese as data: the words of the workbook that the plain import reads, too.
// What a program without a product would do with the same file: read it, copy it, merge it. It checks nothing, compares nothing but what
// decides whether a row is written, shows nothing and records nothing.
import { readFile } from 'node:fs/promises';

import { copyLine, copyText, type TenantDb } from '@saubac/db/tenancy';
import { rosterTemplate, type TemplateSheet } from '@saubac/domain/people';
import { sql, type SQL } from 'drizzle-orm';
import { streamXlsxRows } from 'hucre/xlsx';

async function* lines(bytes: Uint8Array, sheet: TemplateSheet): AsyncGenerator<string> {
  const width = sheet.columns.length;
  let text = '';
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet.name })) {
    if (index === 0) continue;
    text += copyLine(Array.from({ length: width }, (_, i) => (values[i] === null || values[i] === undefined ? null : String(values[i]))));
    if (text.length < 262_144) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

const day = (column: string): SQL => sql.raw(`to_date(${column}, 'DD/MM/YYYY')`);
const kinds = sql.raw(`case s.kind when 'Cán bộ' then 'cadre' when 'Công chức' then 'civil-servant' when 'Viên chức' then 'public-employee' else 'contract-staff' end`);
const bodies = sql.raw(`case s.body_kind when 'Cơ quan nhà nước' then 'state' when 'Cơ quan Đảng' then 'party' when 'Tổ chức chính trị - xã hội' then 'socio-political' else 'public-service' end`);
const tiers = sql.raw(`case s.tier when 'Cấp tỉnh' then 'province' when 'Cấp huyện' then 'district' when 'Cấp xã' then 'commune' else 'central' end`);
const ranks = sql.raw(`case s.office_rank when 'Cấp tổ' then 10 when 'Cấp phòng' then 20 when 'Cấp sở' then 30 when 'Lãnh đạo tỉnh' then 40 else 0 end`);

const merges: readonly SQL[] = [
  sql`insert into units (code) select distinct code from in_units on conflict (code) do nothing`,
  sql`insert into unit_versions (unit_id, valid, parent_id, name, path, tier, body_kind, field)
      select u.id, daterange(${day('s.valid_from')}, ${day('s.valid_to')} + 1), p.id, s.name, s.code || '/', ${tiers}, ${bodies}, s.field
      from in_units s join units u on u.code = s.code left join units p on p.code = s.parent_code
      where not exists (select 1 from unit_versions v where v.unit_id = u.id and lower(v.valid) = ${day('s.valid_from')})`,
  sql`insert into posts (code, name) select distinct on (code) code, name from in_posts on conflict (code) do update set name = excluded.name where posts.name <> excluded.name`,
  sql`insert into people (id_number, full_name, name_sort, name_search, birth_date, sex, ethnicity)
      select s.id_number, s.full_name, lower(s.full_name), lower(s.full_name), ${day("case when length(s.birth_date) = 4 then '01/01/' || s.birth_date else s.birth_date end")}, case s.sex when 'Nam' then 'male' else 'female' end, s.ethnicity from in_people s
      on conflict (id_number) do update set full_name = excluded.full_name, birth_date = excluded.birth_date, sex = excluded.sex, ethnicity = excluded.ethnicity
      where (people.full_name, people.birth_date, people.sex, people.ethnicity) is distinct from (excluded.full_name, excluded.birth_date, excluded.sex, excluded.ethnicity)`,
  sql`insert into assignments (person_id, unit_id, post_id, kind, rank_code, office, office_rank, leader, main, valid_from)
      select p.id, u.id, po.id, ${kinds}, s.rank_code, s.office, ${ranks}, s.leader is not null, true, ${day('s.valid_from')}
      from in_people s join people p on p.id_number = s.id_number join units u on u.code = s.unit_code left join posts po on po.code = s.post_code
      where not exists (
        select 1 from assignments a where a.person_id = p.id and a.valid_from = ${day('s.valid_from')}
          and (a.unit_id, a.post_id, a.kind, a.rank_code, a.office, a.office_rank, a.leader) is not distinct from (u.id, po.id, ${kinds}, s.rank_code, s.office, ${ranks}::smallint, s.leader is not null))`,
];

/** Reads the file with hucre, copies its sheets into temporary tables and merges them, all in one transaction. Answers with how many rows it wrote. */
export const plainImport = async (db: TenantDb, path: string): Promise<number> => {
  const bytes = await readFile(path);
  return db.transaction(async (tx) => {
    for (const sheet of rosterTemplate.filter(({ key }) => key !== 'certificates')) {
      const columns = sheet.columns.map(({ key }) => key);
      await tx.execute(sql.raw(`create temp table in_${sheet.key} (${columns.map((it) => `${it} text`).join(', ')}) on commit drop`));
      await copyText(tx, `in_${sheet.key}`, columns, lines(bytes, sheet), 120_000);
      await tx.execute(sql.raw(`analyze in_${sheet.key}`));
    }
    let written = 0;
    for (const merge of merges) written += (await tx.execute(merge)).count;
    return written;
  });
};
