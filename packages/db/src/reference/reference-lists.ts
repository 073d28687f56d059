import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantDb } from '../tenancy/index.ts';

type Names = { vi: string; en: string };
type Dated = { from: IsoDate | '-infinity'; to: IsoDate | 'infinity' };

/** A framework of levels with its levels, lowest first. */
export type FrameworkList = { code: string; name: Names; legalBasis: string; levels: (Dated & { level: number; code: string; name: Names })[] };

/** The reference data that every tenant shares, as lists to pick from. */
export type ReferenceLists = {
  ranks: { code: string; kind: string; name: Names }[];
  languages: { code: string; name: Names }[];
  certificateTypes: { code: string; kind: string; name: Names }[];
  frameworks: FrameworkList[];
  governmentLevels: (Dated & { code: string; name: Names })[];
  provinces: { code: string; name: string; kind: string; formedFrom: string[]; from: IsoDate }[];
};

const names = (alias: string) => sql.raw(`jsonb_build_object('vi', ${alias}.name_vi, 'en', ${alias}.name_en)`);

/** The shared lists, in the order of their codes, in one statement. */
export const referenceLists = async (db: TenantDb): Promise<ReferenceLists> => {
  const [lists] = await db.execute<ReferenceLists>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'kind', r.kind, 'name', ${names('r')}) order by r.code), '[]') from platform.ranks r) as ranks,
      (select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'name', ${names('l')}) order by l.code), '[]') from platform.languages l) as languages,
      (select coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'kind', t.kind, 'name', ${names('t')}) order by t.code), '[]') from platform.certificate_types t) as "certificateTypes",
      (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'name', ${names('f')}, 'legalBasis', f.legal_basis, 'levels',
          (select coalesce(jsonb_agg(jsonb_build_object('level', v.level, 'code', v.code, 'name', ${names('v')}, 'from', v.valid_from, 'to', v.valid_to) order by v.level), '[]')
           from platform.framework_levels v where v.framework_code = f.code)) order by f.code), '[]') from platform.frameworks f) as frameworks,
      (select coalesce(jsonb_agg(jsonb_build_object('code', g.code, 'name', ${names('g')}, 'from', g.valid_from, 'to', g.valid_to) order by g.code), '[]') from platform.government_levels g) as "governmentLevels",
      (select coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name, 'kind', p.kind, 'formedFrom', p.formed_from, 'from', p.valid_from) order by p.code), '[]') from platform.provinces p) as provinces`);
  return lists!;
};
