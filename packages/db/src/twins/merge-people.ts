import { nameKeys, type Career } from '@saubac/domain/people';
import type { MergedFields } from '@saubac/domain/twins';
import type { PersonId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { rewriteCertificateLevels } from '../levels/index.ts';
import { saveCareer } from '../people/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';
import { fieldsOfRow, type KeptRow, type Moved, moveRows, moveRowsBack } from './merge-rows.ts';

/** What is to be made of two records. Careers are those that stand and the one that they become, with ids. */
export type Merging = { merge: string; staying: PersonId; going: PersonId; rows: { staying: KeptRow; going: KeptRow }; fields: MergedFields; careers: { staying: Career; going: Career; merged: Career } };

/** All that it takes to make two records of one again. */
export type WayBack = Pick<Merging, 'rows' | 'fields' | 'careers'> & { moved: Moved; ways: string[]; numbers: string[] };

const bare: Career = { main: [], concurrent: [], planned: [], training: [] };

const saveFields = async (tx: TenantSql, id: PersonId, { fullName, birth, sex, ethnicity, idNumber, user }: MergedFields): Promise<void> => {
  const [sort, search] = nameKeys(fullName);
  await tx.execute(sql`
    update people set (full_name, name_sort, name_search, birth_date, birth_precision, sex, ethnicity, id_number, user_id, version)
      = (${fullName}, ${sort}, ${search}, ${birth?.date ?? null}::date, ${birth?.precision ?? 'day'}, ${sex}, ${ethnicity}, ${idNumber}, ${user}::uuid, version + 1) where id = ${id}::uuid`);
};

/** Numbers of either record beside the one that stays, and those that led to the one that goes. */
const keepNumbers = async (tx: TenantSql, { merge, staying, going, rows, fields }: Merging): Promise<string[]> => {
  const moved = await tx.execute<{ number: string }>(sql`update second_id_numbers set person_id = ${staying}::uuid where person_id = ${going}::uuid returning id_number as number`);
  const second = [fieldsOfRow(rows.staying), fieldsOfRow(rows.going)].map((it) => it.idNumber).filter((it) => it !== null && it !== fields.idNumber);
  await tx.execute(sql`insert into second_id_numbers (id_number, person_id, merge_id) select x, ${staying}::uuid, ${merge}::uuid from unnest(${pgArray(second as string[])}::text[]) x on conflict (id_number) do nothing`);
  return moved.map((it) => it.number);
};

/** Makes one record of two. Both must be locked, and the levels taken. Answers with the way back. */
export const mergePeople = async (tx: TenantSql, merging: Merging): Promise<WayBack> => {
  const { merge, staying, going, rows, fields, careers } = merging;
  const moved = await moveRows(tx, staying, going);
  await saveCareer(tx, going, careers.going, bare);
  await saveCareer(tx, staying, careers.staying, careers.merged);
  const numbers = await keepNumbers(tx, merging);
  const ways = await tx.execute<{ id: string }>(sql`update merged_people set into_id = ${staying}::uuid where into_id = ${going}::uuid returning id`);
  await rewriteCertificateLevels(tx, { people: [staying] });
  await tx.execute(sql`delete from people where id = ${going}::uuid`);
  await saveFields(tx, staying, fields);
  await tx.execute(sql`insert into merged_people (id, into_id, merge_id) values (${going}::uuid, ${staying}::uuid, ${merge}::uuid)`);
  return { rows, fields, careers, moved, ways: ways.map((it) => it.id), numbers };
};

/** Makes two records of one again, as they were. Whatever depends on the merge must have been looked for, and the levels be taken. */
export const unmergePeople = async (tx: TenantSql, { merge, staying, going }: Pick<Merging, 'merge' | 'staying' | 'going'>, back: WayBack): Promise<void> => {
  await tx.execute(sql`delete from second_id_numbers where merge_id = ${merge}::uuid`);
  await tx.execute(sql`delete from merged_people where merge_id = ${merge}::uuid`);
  await saveCareer(tx, staying, back.careers.merged, back.careers.staying);
  await saveFields(tx, staying, fieldsOfRow(back.rows.staying));
  await tx.execute(sql`insert into people select * from jsonb_populate_record(null::people, ${JSON.stringify(back.rows.going)}::jsonb)`);
  await saveCareer(tx, going, bare, back.careers.going);
  await moveRowsBack(tx, staying, going, back.moved);
  await tx.execute(sql`update merged_people set into_id = ${going}::uuid where id = any(${pgArray(back.ways)}::uuid[])`);
  await tx.execute(sql`update second_id_numbers set person_id = ${going}::uuid where id_number = any(${pgArray(back.numbers)}::text[])`);
  await rewriteCertificateLevels(tx, { people: [staying, going] });
};
