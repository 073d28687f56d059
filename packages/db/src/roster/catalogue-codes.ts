import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** A code of a reference list with its names. */
export type CatalogueCode = { code: string; vi: string; en: string };

/** The codes of one reference list, in the order of codes. */
export const catalogueCodes = async (tx: TenantSql, table: 'certificate_types' | 'languages'): Promise<CatalogueCode[]> => [
  ...(await tx.execute<CatalogueCode>(sql`select code, name_vi as vi, name_en as en from platform.${sql.identifier(table)} order by code`)),
];
