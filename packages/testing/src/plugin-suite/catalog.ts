import type { TenantHandle } from '@saubac/db/tenancy';
import { sql } from 'drizzle-orm';

/** One thing of a tenant's schema as the server's catalog describes it, to be compared before and after. */
export type CatalogLine = { object: string; what: string };

const lines = (schema: string) => sql`
  select c.relname as object, concat_ws(' ', 'relation', c.relkind, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) as what
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relnamespace = ${schema}::regnamespace
  union all select c.relname, concat_ws(' ', 'constraint', k.conname, pg_get_constraintdef(k.oid)) from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = ${schema}::regnamespace
  union all select c.relname, concat_ws(' ', 'trigger', t.tgname) from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = ${schema}::regnamespace and not t.tgisinternal
  union all select c.relname, concat_ws(' ', 'policy', c.relrowsecurity, c.relhasrules) from pg_class c where c.relnamespace = ${schema}::regnamespace
  union all select c.relname, concat_ws(' ', 'grant', g.grantee::regrole, g.privilege_type) from pg_class c, aclexplode(c.relacl) g where c.relnamespace = ${schema}::regnamespace
  union all select p.proname, 'function' from pg_proc p where p.pronamespace = ${schema}::regnamespace
  union all select t.typname, 'type' from pg_type t where t.typnamespace = ${schema}::regnamespace and t.typtype <> 'c' and t.typelem = 0
  order by 1, 2`;

/** Everything in the schema of a tenant: relations with their columns, constraints, triggers, grants, functions, types. */
export const catalogOf = async ({ db, tenant }: TenantHandle): Promise<CatalogLine[]> => [...(await db.execute<CatalogLine>(lines(tenant.schemaName)))];
