import type { Client } from '../cluster/index.ts';
import type { Tenant } from '../tenancy/index.ts';

export type Scan = {
  privileges: Record<string, Record<string, string>>;
  memberships: string[];
  roles: Record<string, string>;
  settings: Record<string, string>;
};

type Row = { object: string; grantee: string; privilege: string };

// Every kind of object that carries privileges. A null list means the defaults of the server, which acldefault spells out.
const allPrivileges = `
  with lists (object, owner, list) as (
    select 'database ' || case when datname = current_database() then 'this' else datname end, datdba, coalesce(datacl, acldefault('d', datdba))
      from pg_database where datname in (current_database(), 'postgres', 'template1')
    union all
    select 'schema ' || nspname, nspowner, coalesce(nspacl, acldefault('n', nspowner)) from pg_namespace
      where nspname !~ '^pg_' and nspname <> 'information_schema'
    union all
    select case relkind when 'S' then 'sequence ' else 'table ' end || relnamespace::regnamespace || '.' || relname, relowner,
           coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner)) from pg_class
      where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
    union all
    select 'column ' || attrelid::regclass || '.' || attname, relowner, attacl from pg_attribute join pg_class c on c.oid = attrelid
      where attacl is not null and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
    union all
    select 'function ' || p.oid::regprocedure, proowner, coalesce(proacl, acldefault('f', proowner)) from pg_proc p
      where pronamespace::regnamespace::text !~ '^(pg_|information_schema)'
        and not exists (select 1 from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    union all
    select 'type ' || t.oid::regtype, typowner, typacl from pg_type t where typacl is not null and typnamespace::regnamespace::text !~ '^(pg_|information_schema)'
    union all
    select 'foreign server ' || srvname, srvowner, coalesce(srvacl, acldefault('S', srvowner)) from pg_foreign_server
    union all
    select 'large object ' || oid, lomowner, coalesce(lomacl, acldefault('L', lomowner)) from pg_largeobject_metadata
    union all
    select 'parameter ' || parname, 10, paracl from pg_parameter_acl
    union all
    select 'default ' || case defaclobjtype when 'r' then 'tables' when 'f' then 'functions' when 'S' then 'sequences' when 'T' then 'types' when 'n' then 'schemas' else 'others' end
           || coalesce(' in ' || nullif(defaclnamespace, 0)::regnamespace, '') || ' by ' || defaclrole::regrole, defaclrole, defaclacl from pg_default_acl
  )
  select l.object, case g.grantee when 0 then 'PUBLIC' else pg_get_userbyid(g.grantee) end as grantee, g.privilege_type as privilege
  from lists l left join lateral aclexplode(l.list) g on g.grantee <> l.owner
  order by 1, 2, 3`;

const ourRoles = (tenants: readonly Tenant[]): string[] => [
  'provisioner',
  'platform_api',
  'tenant_owners',
  'tenant_logins',
  ...tenants.flatMap(({ roleName }) => [roleName, `${roleName}_owner`]),
];

/** Reads who may do what from the catalog, as a superuser. */
export const scanPrivileges = async (superuser: Client, tenants: readonly Tenant[]): Promise<Scan> => {
  const scan: Scan = { privileges: {}, memberships: [], roles: {}, settings: {} };
  for (const { object, grantee, privilege } of await superuser.unsafe<Row[]>(allPrivileges)) {
    // pg-boss makes a partition of its figures for every day.
    const of = (scan.privileges[object.replace(/^(table jobs\.queue_stats_)\d+$/, '$1day')] ??= {});
    if (grantee !== null) of[grantee] = of[grantee] ? `${of[grantee]}, ${privilege}` : privilege;
  }
  const names = ourRoles(tenants);
  const members = await superuser<{ member: string; role: string; options: string }[]>`
    select pg_get_userbyid(member) as member, pg_get_userbyid(roleid) as role,
           concat_ws(', ', case when admin_option then 'admin' end, case when inherit_option then 'inherit' end, case when set_option then 'set' end) as options
    from pg_auth_members order by 1, 2, 3`;
  // Other test files make tenants on the same server: theirs are roles of another installation.
  const foreign = (name: string): boolean => !names.includes(name) && /^(t_|pg_|other_)/.test(name);
  scan.memberships = members.filter(({ member, role }) => !foreign(member) && !foreign(role)).map(({ member, role, options }) => `${member} < ${role}: ${options}`);
  const roles = await superuser<{ name: string; attributes: string; settings: string | null }[]>`
    select rolname as name, array_to_string(rolconfig, '; ') as settings,
           concat_ws(', ', case when rolsuper then 'superuser' end, case when rolcanlogin then 'login' end, case when rolcreaterole then 'createrole' end,
             case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end, case when rolbypassrls then 'bypassrls' end) as attributes
    from pg_roles where rolname <> 'postgres' order by 1`;
  for (const { name, attributes, settings } of roles.filter((role) => !foreign(role.name))) {
    scan.roles[name] = attributes;
    if (settings !== null) scan.settings[name] = settings;
  }
  return scan;
};
