import type { WorkCalendar } from '@saubac/domain/calendar';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

/** The days of the installation's reference data that differ from the week, confirmed or not: a deadline that is reckoned ahead goes by what is known. */
export const workCalendar = async (db: TenantSql): Promise<WorkCalendar> => {
  const days = [...(await db.execute<{ day: IsoDate; kind: 'off' | 'worked' }>(sql`select day::text as day, kind from platform.holidays order by day`))];
  const of = (kind: 'off' | 'worked'): ReadonlySet<IsoDate> => new Set(days.filter((it) => it.kind === kind).map((it) => it.day));
  return { off: of('off'), worked: of('worked') };
};
