-- Who may sign in, and where to. One person has one account for all tenants; what he may do in a tenant stands in that tenant's schema.
-- email_key is the address composed (NFC) and in small letters, computed by us: what is unique does not depend on a collation.
-- credentials_version rises whenever what opens the account changes, so that no session is opened with what was valid a moment ago.
create table platform.users (
  id uuid not null default uuidv7(),
  email text not null,
  email_key text collate "C" not null,
  display_name text not null,
  password_hash text collate "C",
  status text collate "C" not null,
  locale text collate "C" not null default 'vi',
  totp_ciphertext text collate "C",
  totp_last_step bigint,
  second_factor_at timestamptz,
  credentials_version integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null
);
--> statement-breakpoint
alter table platform.users add constraint users_pk primary key (id);
--> statement-breakpoint
alter table platform.users add constraint users_email_key unique (email_key);
--> statement-breakpoint
alter table platform.users add constraint users_status_check check (status in ('invited', 'active', 'disabled'));
--> statement-breakpoint
alter table platform.users add constraint users_locale_check check (locale in ('vi', 'en'));
--> statement-breakpoint
alter table platform.users add constraint users_second_factor_check check (second_factor_at is null or totp_ciphertext is not null);
--> statement-breakpoint
-- The door to a tenant; nothing but a door. Ended, not deleted: the account's history goes on naming it.
create table platform.memberships (
  user_id uuid not null,
  tenant_id uuid not null,
  status text collate "C" not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
--> statement-breakpoint
alter table platform.memberships add constraint memberships_pk primary key (user_id, tenant_id);
--> statement-breakpoint
alter table platform.memberships add constraint memberships_user_fk foreign key (user_id) references platform.users (id);
--> statement-breakpoint
alter table platform.memberships add constraint memberships_tenant_fk foreign key (tenant_id) references platform.tenants (id);
--> statement-breakpoint
alter table platform.memberships add constraint memberships_status_check check (status in ('active', 'ended'));
--> statement-breakpoint
create index memberships_tenant_ix on platform.memberships (tenant_id, status);
--> statement-breakpoint
-- id is sha256 of the token that the browser holds, so that a copy of this table opens nothing. expires_at moves with use and never passes
-- ends_at. A session opened by a tenant's single sign-on opens the doors of that tenant alone: its provider vouches for nobody elsewhere.
create table platform.sessions (
  id text collate "C" not null,
  user_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  last_seen_at timestamptz not null,
  user_agent text,
  network text collate "C",
  second_factor_passed boolean not null,
  through_tenant_id uuid
);
--> statement-breakpoint
alter table platform.sessions add constraint sessions_pk primary key (id);
--> statement-breakpoint
alter table platform.sessions add constraint sessions_user_fk foreign key (user_id) references platform.users (id);
--> statement-breakpoint
alter table platform.sessions add constraint sessions_tenant_fk foreign key (through_tenant_id) references platform.tenants (id);
--> statement-breakpoint
create index sessions_user_ix on platform.sessions (user_id);
--> statement-breakpoint
create index sessions_expiry_ix on platform.sessions (expires_at);
--> statement-breakpoint
create table platform.recovery_codes (
  user_id uuid not null,
  digest text collate "C" not null,
  used_at timestamptz
);
--> statement-breakpoint
alter table platform.recovery_codes add constraint recovery_codes_pk primary key (user_id, digest);
--> statement-breakpoint
alter table platform.recovery_codes add constraint recovery_codes_user_fk foreign key (user_id) references platform.users (id);
--> statement-breakpoint
-- What stands in the link of a mail, hashed: opens once, until it expires.
create table platform.user_tokens (
  digest text collate "C" not null,
  user_id uuid not null,
  purpose text collate "C" not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
--> statement-breakpoint
alter table platform.user_tokens add constraint user_tokens_pk primary key (digest);
--> statement-breakpoint
alter table platform.user_tokens add constraint user_tokens_user_fk foreign key (user_id) references platform.users (id);
--> statement-breakpoint
alter table platform.user_tokens add constraint user_tokens_purpose_check check (purpose in ('invitation', 'reset'));
--> statement-breakpoint
create index user_tokens_user_ix on platform.user_tokens (user_id, purpose);
--> statement-breakpoint
-- How one signs in to a tenant. The connection to its identity provider is there as a whole or not at all.
create table platform.sign_in_settings (
  tenant_id uuid not null,
  second_factor_required boolean not null default false,
  sso_issuer text collate "C",
  sso_client_id text collate "C",
  sso_secret_ciphertext text collate "C",
  sso_email_domains jsonb,
  sso_is_second_factor boolean not null default false,
  version integer not null default 1
);
--> statement-breakpoint
alter table platform.sign_in_settings add constraint sign_in_settings_pk primary key (tenant_id);
--> statement-breakpoint
alter table platform.sign_in_settings add constraint sign_in_settings_tenant_fk foreign key (tenant_id) references platform.tenants (id);
--> statement-breakpoint
alter table platform.sign_in_settings add constraint sign_in_settings_sso_check check (num_nulls(sso_issuer, sso_client_id, sso_secret_ciphertext, sso_email_domains) in (0, 4));
--> statement-breakpoint
-- Who somebody is to an identity provider, learnt at the first sign-in through it. By tenant: what one tenant's provider says of a
-- subject says nothing about the same words of another tenant's.
create table platform.user_identities (
  tenant_id uuid not null,
  issuer text collate "C" not null,
  subject text collate "C" not null,
  user_id uuid not null,
  created_at timestamptz not null
);
--> statement-breakpoint
alter table platform.user_identities add constraint user_identities_pk primary key (tenant_id, issuer, subject);
--> statement-breakpoint
alter table platform.user_identities add constraint user_identities_once_key unique (tenant_id, issuer, user_id);
--> statement-breakpoint
alter table platform.user_identities add constraint user_identities_user_fk foreign key (user_id) references platform.users (id);
--> statement-breakpoint
alter table platform.user_identities add constraint user_identities_tenant_fk foreign key (tenant_id) references platform.tenants (id);
--> statement-breakpoint
-- A sign-in that is under way at an identity provider: taken out by its answer, gone after some minutes.
create table platform.sso_attempts (
  state_digest text collate "C" not null,
  tenant_id uuid not null,
  nonce text collate "C" not null,
  code_verifier text collate "C" not null,
  redirect_uri text collate "C" not null,
  expires_at timestamptz not null
);
--> statement-breakpoint
alter table platform.sso_attempts add constraint sso_attempts_pk primary key (state_digest);
--> statement-breakpoint
alter table platform.sso_attempts add constraint sso_attempts_tenant_fk foreign key (tenant_id) references platform.tenants (id);
--> statement-breakpoint
-- Counters of attempts: columns and their order are the limiter's (rate-limiter-flexible). Keys are digests: no address, no account by name.
create table platform.rate_limits (
  key varchar(255) collate "C" not null,
  points integer not null default 0,
  expire bigint
);
--> statement-breakpoint
alter table platform.rate_limits add constraint rate_limits_pk primary key (key);
--> statement-breakpoint
create index rate_limits_expire_ix on platform.rate_limits (expire);
--> statement-breakpoint
-- What was done with accounts, by whom. Only ever added to. user_id is whom it concerns (none where no account has the address), actor_id
-- who did it (none for the operator's command line and for whoever is not signed in). Nothing of a tenant's data, no address, no name.
create table platform.account_events (
  id uuid not null default uuidv7(),
  at timestamptz not null,
  act text collate "C" not null,
  user_id uuid,
  actor_id uuid,
  actor_label text not null,
  tenant_id uuid,
  details jsonb not null default '{}'
);
--> statement-breakpoint
alter table platform.account_events add constraint account_events_pk primary key (id);
--> statement-breakpoint
create index account_events_user_ix on platform.account_events (user_id, id);
--> statement-breakpoint
create index account_events_tenant_ix on platform.account_events (tenant_id, id);
