import type { Cluster } from '@saubac/db/cluster';
import type { NewTenant, Tenant, TenantKind } from '@saubac/db/tenancy';
import { ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Commands } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';
import { choiceOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';

const kinds = ['province', 'ministry', 'provider'] as const satisfies readonly TenantKind[];

/** What programs are told of a tenant; the names of its schema and roles stay inside. */
const told = ({ slug, name, kind, provinceCode, status, migrationVersion }: Tenant) => ({ slug, name, kind, code: provinceCode, status, version: migrationVersion });

const tenantTable = (words: Words, tenants: readonly Tenant[]): string =>
  table(
    (['slug', 'name', 'kind', 'code', 'status', 'version'] as const).map((it) => ({ heading: words.t(`tenant.${it}`) })),
    tenants.map((it) => [it.slug, it.name, words.t(`tenant.kind-${it.kind}`), it.provinceCode ?? '', words.t(`tenant.status-${it.status}`), it.migrationVersion ?? '']),
  );

const list = async (words: Words, cluster: Cluster) => {
  const tenants = await cluster.tenants();
  return ok({ json: tenants.map(told), text: tenants.length === 0 ? words.t('tenant.none') : tenantTable(words, tenants) });
};

const create = async (words: Words, cluster: Cluster, input: NewTenant) => {
  const created = await cluster.createTenant(input);
  return created.ok ? ok({ json: told(created.value), text: words.t('tenant.created', { slug: created.value.slug, name: created.value.name }) }) : created;
};

type CreateOptions = { name: string; kind: TenantKind; code?: string };

export const tenantCommands: Commands = (program, { words, env, action }) => {
  const tenant = program.command('tenant').description(words.t('tenant.about'));
  tenant
    .command('list')
    .description(words.t('tenant.listAbout'))
    .action(action(() => withInstallation(env, (cluster) => list(words, cluster))));
  tenant
    .command('create')
    .description(words.t('tenant.createAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .requiredOption('--name <text>', words.t('tenant.nameOption'))
    .addOption(choiceOption(words, '--kind <kind>', words.t('tenant.kindOption'), kinds).makeOptionMandatory())
    .option('--code <code>', words.t('tenant.codeOption'))
    .action(
      action((slug: string, { name, kind, code }: CreateOptions) => withInstallation(env, (cluster) => create(words, cluster, { slug, name, kind, provinceCode: code }))),
    );
};
