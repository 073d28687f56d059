import type { Cluster } from '@saubac/db/cluster';
import type { TenantMigration } from '@saubac/db/migrations';
import { fail, ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Commands, Outcome } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';
import { table } from '../frame/table.ts';

const resultOf = (words: Words, { applied, failure }: TenantMigration): string => {
  if (failure) return words.t('tenant.failed', { message: failure.kind === 'statement-failed' ? failure.message : failure.kind });
  return applied.length === 0 ? words.t('tenant.upToDate') : words.t('tenant.applied', { count: applied.length });
};

const migrationTable = (words: Words, migrations: readonly TenantMigration[]): string =>
  table([{ heading: words.t('tenant.slug') }, { heading: words.t('tenant.result') }], migrations.map((it) => [it.slug, resultOf(words, it)]));

const migrate = async (words: Words, cluster: Cluster, slug: string | undefined, say: (line: string) => void): Promise<Outcome> => {
  if (slug !== undefined && !(await cluster.findTenant(slug))) return fail({ kind: 'unknown-tenant', slug });
  const migrations = await cluster.migrateTenants(slug === undefined ? {} : { slug });
  const failed = migrations.filter((it) => it.failure !== null).map((it) => it.slug);
  if (failed.length > 0) {
    say(migrationTable(words, migrations).trimEnd());
    return fail({ kind: 'migrations-failed', tenants: failed });
  }
  return ok({ json: migrations, text: migrationTable(words, migrations) });
};

export const migrateCommands: Commands = (program, { words, env, say, action }) => {
  program
    .command('migrate')
    .description(words.t('tenant.migrateAbout'))
    .option('--tenant <slug>', words.t('tenant.tenantOption'))
    .action(action(({ tenant }: { tenant?: string }) => withInstallation(env, (cluster) => migrate(words, cluster, tenant, say))));
};
