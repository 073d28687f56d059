import type { Cluster } from '@saubac/db/cluster';
import type { Tenant, TenantKind } from '@saubac/db/tenancy';
import { fail, ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';
import { choiceOption, fileOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';
import { createTenantWith, readBeginning } from './tenant-create.ts';
import { addWholeTenantCommands } from './tenant-whole.ts';

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

type CreateOptions = { name: string; kind: TenantKind; code?: string; plan?: string; settings?: string };

const create = async ({ words, env }: Frame, slug: string, { name, kind, code, ...files }: CreateOptions): Promise<Outcome> => {
  if (kind === 'province' && code === undefined) return fail({ kind: 'province-needs-code' });
  const beginning = await readBeginning(words, files);
  if (!beginning.ok) return beginning;
  return withInstallation(env, async (cluster) => {
    const created = await createTenantWith(cluster, words, { slug, name, kind, provinceCode: code }, beginning.value);
    return created.ok ? ok({ json: told(created.value), text: words.t('tenant.created', { slug: created.value.slug, name: created.value.name }) }) : created;
  });
};

export const tenantCommands: Commands = (program, frame) => {
  const { words, env, action } = frame;
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
    .addOption(fileOption(words, '--plan <file>', words.t('tenant.planOption')))
    .addOption(fileOption(words, '--settings <file>', words.t('tenant.settingsOption')))
    .action(action((slug: string, options: CreateOptions) => create(frame, slug, options)));  addWholeTenantCommands(tenant, frame);
};
