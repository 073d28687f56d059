-- Who stands on the rosters of several provinces, without either learning anything of the other's people: each keeps keyed digests of the
-- identification numbers of its own, made by a key that the database never sees, and asks which of them stand elsewhere too. No login reads the table.
create table person_digests (
  tenant_id uuid not null,
  digest text collate "C" not null,
  since date not null
);
--> statement-breakpoint
alter table person_digests add constraint person_digests_pk primary key (tenant_id, digest);
--> statement-breakpoint
alter table person_digests add constraint person_digests_tenant_fk foreign key (tenant_id) references tenants (id);
--> statement-breakpoint
alter table person_digests add constraint person_digests_check check (digest ~ '^[0-9a-f]{64}$');
--> statement-breakpoint
create index person_digests_digest_idx on person_digests (digest);
--> statement-breakpoint
-- Makes the digests of the tenant who asks exactly these. Whose they are is said by who has signed in, which nobody can choose.
create function keep_person_digests(kept text[]) returns integer
language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
  with me as (
    select id from platform.tenants where role_name = session_user and status = 'active'
  ), wanted as materialized (
    select distinct k.digest from unnest(kept) as k (digest) where k.digest is not null
  ), gone as (
    delete from platform.person_digests d using me where d.tenant_id = me.id and not exists (select 1 from wanted w where w.digest = d.digest)
  ), come as (
    insert into platform.person_digests (tenant_id, digest, since)
    select me.id, w.digest, (now() at time zone 'Asia/Ho_Chi_Minh')::date from me, wanted w
    on conflict on constraint person_digests_pk do nothing
  )
  select count(*)::integer from wanted, me
$$;
--> statement-breakpoint
revoke execute on function keep_person_digests(text[]) from public;
--> statement-breakpoint
-- Which of the digests of the tenant who asks stand elsewhere too: where, and since when. Nothing else of the other tenant.
create function person_digests_elsewhere() returns table (digest text, tenant_name text, since date)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select d.digest, t.name, o.since from platform.person_digests d
  join platform.tenants me on me.id = d.tenant_id and me.role_name = session_user and me.status = 'active'
  join platform.person_digests o on o.digest = d.digest and o.tenant_id <> d.tenant_id
  join platform.tenants t on t.id = o.tenant_id and t.status = 'active'
$$;
--> statement-breakpoint
revoke execute on function person_digests_elsewhere() from public;
