import type { PeriodEnd } from '@saubac/domain/people';
import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { unitInside } from '../access/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

/** A unit and a post, by their codes, on all days of a period. */
export type Place = { unit: string; post: string | null; from: IsoDate; to: PeriodEnd };

/** What is known of a place: whether the scope holds its unit on the date, whether that unit is there on all its days, and its post in the catalogue. */
export type KnownPlace = { unit: boolean; wholePeriod: boolean; post: boolean };

/** Looks a place up. A unit outside the scope is as good as none. */
export const findPlace = async (tx: TenantSql, scope: UnitScope, { unit, post, from, to }: Place, on: IsoDate): Promise<KnownPlace> => {
  const [row] = await tx.execute<KnownPlace>(sql`
    select u.id is not null as unit,
           coalesce((select range_agg(v.valid) @> daterange(${from}::date, nullif(${to}, 'infinity')::date) from unit_versions v where v.unit_id = u.id), false) as "wholePeriod",
           ${post}::text is null or exists (select 1 from posts where code = ${post}) as post
    from (select 1) one left join units u on u.code = ${unit} and ${unitInside(sql`u.id`, scope, on)}`);
  return row!;
};

/** Whether the scope holds a unit, by its code, on the date. */
export const holdsUnit = async (tx: TenantSql, scope: UnitScope, unit: string, on: IsoDate): Promise<boolean> =>
  scope.kind === 'everything' || (await tx.execute(sql`select 1 from units u where u.code = ${unit} and ${unitInside(sql`u.id`, scope, on)}`)).length > 0;
