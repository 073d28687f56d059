import { maskedIdNumber, type Birth } from '@saubac/domain/people';
import type { IsoDate, PersonId, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import { unitOfPerson } from '../people/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Somebody as two records are laid side by side. */
export type TwinCard = {
  id: PersonId; version: number; fullName: string; birth: Birth | null; sex: 'female' | 'male' | null;
  /** Masked where it may not be read. */
  idNumber: string | null;
  unit: { code: string; name: string } | null;
  certificates: number;
};

type Row = Omit<TwinCard, 'birth'> & { readable: boolean; birthDate: IsoDate | null; birthPrecision: Birth['precision'] };

const cardOf = ({ readable, birthDate, birthPrecision, idNumber, ...it }: Row): TwinCard => ({
  ...it,
  idNumber: idNumber === null || readable ? idNumber : maskedIdNumber(idNumber),
  birth: birthDate === null ? null : { date: birthDate, precision: birthPrecision },
});

/** Some people, each with the unit where he is or was last on the date. `numbers`: the units whose people's numbers may be read; null: none. */
export const twinCards = async (db: TenantSql, ids: readonly PersonId[], on: IsoDate, numbers: UnitScope | null): Promise<Map<PersonId, TwinCard>> => {
  const rows = await db.execute<Row>(sql`
    select p.id, p.version, p.full_name as "fullName", p.birth_date::text as "birthDate", p.birth_precision as "birthPrecision", p.sex, p.id_number as "idNumber",
           ${numbers === null ? sql`false` : personInside(sql`p.id`, numbers, on)} as readable, case when u.id is not null then jsonb_build_object('code', u.code, 'name', coalesce(v.name, u.code)) end as unit,
           (select count(*)::int from certificates c where c.person_id = p.id) as certificates
    from people p left join units u on u.id = ${unitOfPerson(sql`p.id`, on)} left join lateral (select x.name from unit_versions x where x.unit_id = u.id order by x.valid desc limit 1) v on true
    where p.id = any(${pgArray(ids)}::uuid[])`);
  return new Map(rows.map((it) => [it.id, cardOf(it)]));
};
