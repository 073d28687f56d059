/**
 * Every privilege there is, written by hand: what the catalog of a fresh installation says must equal this list, for every tenant. Read
 * `t` as the schema and login of a tenant, `t_owner` as its owner. A new table gets a line here, and that line is the decision who may
 * do what with it. Privileges an owner has on his own objects are not listed.
 */

const read = 'SELECT';
const reference = { platform_api: read, tenant_logins: read, tenant_owners: 'REFERENCES, SELECT' };
const write = { t: 'DELETE, INSERT, MAINTAIN, SELECT, UPDATE' };
const append = { t: 'INSERT, SELECT' };

/** Object → role → privileges. */
export const writtenPrivileges: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'database this': { provisioner: 'CONNECT, CREATE', platform_api: 'CONNECT', tenant_logins: 'CONNECT, TEMPORARY' },
  'database postgres': {},
  'database template1': {},

  // pg-boss owns what is in it, through platform_api; nobody else may enter.
  'schema jobs': { platform_api: 'CREATE, USAGE' },
  'table jobs.bam': {},
  'table jobs.job': {},
  'table jobs.job_common': {},
  'table jobs.job_dependency': {},
  'table jobs.queue': {},
  'table jobs.queue_stats': {},
  'table jobs.queue_stats_day': {},
  'table jobs.schedule': {},
  'table jobs.subscription': {},
  'table jobs.version': {},
  'table jobs.warning': {},
  'function jobs.create_queue(text,jsonb)': {},
  'function jobs.delete_queue(text)': {},
  'function jobs.job_now()': {},
  'function jobs.job_table_format(text,text)': {},
  'function jobs.job_table_run(text,text,text)': {},
  'function jobs.job_table_run_async(text,integer,text,text,text)': {},
  'default functions by platform_api': {},

  'schema platform': { platform_api: 'USAGE', tenant_logins: 'USAGE', tenant_owners: 'USAGE' },
  'schema public': { PUBLIC: 'USAGE' },
  'schema t': { t: 'USAGE' },

  'table platform.schema_migrations': {},
  'table platform.reference_files': {},
  'table platform.tenants': { platform_api: read },
  'table platform.tenant_aliases': { platform_api: read },
  'table platform.tenant_secrets': { platform_api: read },
  'table platform.users': { platform_api: 'INSERT, SELECT, UPDATE' },
  'table platform.memberships': { platform_api: 'INSERT, SELECT, UPDATE' },
  'table platform.sessions': { platform_api: 'DELETE, INSERT, SELECT, UPDATE' },
  'table platform.recovery_codes': { platform_api: 'DELETE, INSERT, SELECT, UPDATE' },
  'table platform.user_tokens': { platform_api: 'DELETE, INSERT, SELECT, UPDATE' },
  'table platform.sign_in_settings': { platform_api: 'INSERT, SELECT, UPDATE' },
  'table platform.user_identities': { platform_api: 'DELETE, INSERT, SELECT' },
  'table platform.sso_attempts': { platform_api: 'DELETE, INSERT, SELECT' },
  'table platform.rate_limits': { platform_api: 'DELETE, INSERT, SELECT, UPDATE' },
  // Only ever added to: who did what with accounts cannot be rewritten by what serves.
  'table platform.account_events': { platform_api: 'INSERT, SELECT' },
  'table platform.audit_anchors': { platform_api: 'INSERT, SELECT' },
  'table platform.audit_checks': { platform_api: 'INSERT, SELECT' },
  // Where tenants came from is the operator's business.
  'table platform.parcel_arrivals': {},
  'table platform.sent_mails': { platform_api: 'INSERT, SELECT' },
  // Read and written through the two functions alone, which know by the login whose digests they may touch.
  'table platform.person_digests': {},
  'function platform.keep_person_digests(text[])': { tenant_logins: 'EXECUTE' },
  'function platform.person_digests_elsewhere()': { tenant_logins: 'EXECUTE' },
  'table platform.provinces': reference,
  'table platform.government_levels': reference,
  'table platform.languages': reference,
  'table platform.frameworks': reference,
  'table platform.framework_levels': reference,
  'table platform.office_ranks': reference,
  'table platform.ranks': reference,
  'table platform.certificate_types': reference,
  'table platform.equivalence_tables': reference,
  'table platform.holidays': reference,

  'table t.schema_migrations': { t: read },
  'table t.data_head': { t: 'SELECT, UPDATE' },
  'table t.audit_entries': append,
  'table t.audit_payloads': append,
  'table t.audit_details': append,
  'table t.audit_person_reads': append,
  'table t.outbox': write,
  'table t.files': write,
  'table t.imports': write,
  'table t.import_findings': write,
  'table t.import_edits': write,
  'table t.import_rows': write,
  'table t.import_undo': write,
  'table t.exports': write,
  'table t.export_links': write,
  'table t.closes': write,
  'table t.close_units': write,
  'table t.close_plans': write,
  'table t.close_targets': write,
  'table t.grants': write,
  'table t.idempotency_keys': write,
  'table t.settings': write,
  'table t.tenant_plugins': write,
  'table t.units': write,
  'table t.unit_versions': write,
  'table t.unit_lines': write,
  'table t.unit_successions': write,
  'table t.unit_changes': write,
  'table t.unit_change_moves': write,
  'table t.unit_change_findings': write,
  'table t.unit_change_effects': write,
  'table t.posts': write,
  'table t.post_standards': write,
  'table t.people': write,
  'table t.assignments': write,
  'table t.planned_posts': write,
  'table t.language_training_list': write,
  'table t.issuers': write,
  'table t.issuer_licences': write,
  'table t.certificate_validity': write,
  'table t.equivalence_adoptions': write,
  'table t.specialised_language_proofs': write,
  'table t.certificates': write,
  'table t.level_decisions': write,
  'table t.certificate_levels': write,
  'table t.level_head': { t: 'SELECT, UPDATE' },
  'table t.language_claims': write,
  'table t.workflow_definitions': append,
  'table t.cases': write,
  'table t.case_moves': append,
  'table t.covers': write,
  'table t.notices': write,
  'table t.case_bulks': write,
  'table t.case_bulk_items': write,
  'table t.twin_dismissals': write,
  'table t.person_merges': write,
  'table t.merged_people': write,
  'table t.second_id_numbers': write,
  'table t.people_elsewhere': write,
  'table t.plans': write,
  'table t.plan_versions': write,
  'table t.plan_scopes': write,
  'table t.target_evidence': write,
  'table t.plan_drafts': write,
  'table t.import_layouts': write,
  'table t.roster_batches': write,
  'table t.stage_units': write,
  'table t.stage_posts': write,
  'table t.stage_people': write,
  'table t.stage_certificates': write,
  'table t.remembered_names': write,

  // What the owner's later tables start with, until the migrator's last step.
  'default tables in t by t_owner': { t: 'INSERT, SELECT' },
  'default functions by t_owner': {},
};

/** Member of → with which options. `a < b`: a is a member of b. The provisioner's own are those of a role's creator. */
export const writtenMemberships: readonly string[] = [
  'provisioner < platform_api: admin',
  'provisioner < tenant_logins: admin',
  'provisioner < tenant_owners: admin',
  'provisioner < t: admin',
  'provisioner < t_owner: admin',
  'provisioner < t_owner: set',
  't < tenant_logins: inherit',
  't_owner < tenant_owners: inherit',
];

/** Role → what it may do by itself. */
export const writtenRoles: Readonly<Record<string, string>> = {
  provisioner: 'login, createrole',
  platform_api: 'login',
  tenant_owners: '',
  tenant_logins: '',
  t: 'login',
  t_owner: '',
};

/** Settings that roles start their sessions with. */
export const writtenRoleSettings: Readonly<Record<string, string>> = {
  provisioner: 'createrole_self_grant=set; search_path=platform, public',
  platform_api: 'search_path=platform, public',
  t: 'search_path=t, platform, public',
};
