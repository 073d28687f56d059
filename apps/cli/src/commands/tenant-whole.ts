import { archiveTenant, unarchiveTenant } from '@saubac/db/tenancy';
import type { IsoDate } from '@saubac/domain/values';
import { ok } from '@saubac/domain/values';
import type { Command } from 'commander';
import type { Frame, Outcome } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';
import { dateOption, fileArgument } from '../frame/options.ts';
import { operator } from '../frame/tenant-context.ts';
import { compareTenants } from './tenant-compare.ts';
import { checkFolder, exportTenant, importTenant } from './tenant-parcel.ts';

type Why = { why?: string };

const byOperator = ({ why }: Why = {}) => ({ actor: operator, now: new Date(), why });

const rename = ({ words, env }: Frame, from: string, to: string): Promise<Outcome> =>
  withInstallation(env, async (cluster) => {
    const renamed = await cluster.renameTenant(from, to, byOperator());
    if (!renamed.ok) return renamed;
    const { slug } = renamed.value;
    return ok({ json: { slug, former: from }, text: words.t('parcels.renamed', { from, slug }) });
  });

const archive = ({ words, env }: Frame, slug: string, why: Why): Promise<Outcome> =>
  withInstallation(env, async ({ provisioner }) => {
    const archived = await archiveTenant(provisioner, slug, byOperator(why));
    if (!archived.ok) return archived;
    const { tenant, sessions } = archived.value;
    return ok({ json: { slug: tenant.slug, status: tenant.status, sessions }, text: words.t('parcels.archived', { slug: tenant.slug, count: sessions }) });
  });

const unarchive = ({ words, env }: Frame, slug: string, why: Why): Promise<Outcome> =>
  withInstallation(env, async ({ provisioner }) => {
    const taken = await unarchiveTenant(provisioner, slug, byOperator(why));
    return taken.ok ? ok({ json: { slug: taken.value.slug, status: taken.value.status }, text: words.t('parcels.unarchived', { slug: taken.value.slug }) }) : taken;
  });

/** What is done to a tenant as a whole: `tenant export`, `import`, `parcel check`, `compare`, `rename`, `archive`, `unarchive`. */
export const addWholeTenantCommands = (tenant: Command, frame: Frame): void => {
  const { words, action } = frame;
  const onSlug = (name: string, about: string): Command => tenant.command(name).description(about).argument('<slug>', words.t('tenant.slugArgument'));
  onSlug('export', words.t('parcels.exportAbout'))
    .requiredOption('--out <dir>', words.t('parcels.outOption'))
    .option('--why <text>', words.t('parcels.whyOption'))
    .action(action((slug: string, options: { out: string } & Why) => exportTenant(frame, slug, options)));
  tenant
    .command('import')
    .description(words.t('parcels.importAbout'))
    .addArgument(fileArgument(words, '<dir>', words.t('parcels.folderArgument')))
    .option('--slug <slug>', words.t('parcels.slugOption'))
    .option('--name <text>', words.t('parcels.nameOption'))
    .action(action((folder: string, as: { slug?: string; name?: string }) => importTenant(frame, folder, as)));
  tenant
    .command('parcel')
    .description(words.t('parcels.about'))
    .command('check')
    .description(words.t('parcels.checkAbout'))
    .addArgument(fileArgument(words, '<dir>', words.t('parcels.folderArgument')))
    .action(action((folder: string) => checkFolder(frame, folder)));
  onSlug('compare', words.t('parcels.compareAbout'))
    .argument('<other>', words.t('parcels.otherArgument'))
    .addOption(dateOption(words, '--on <date>', words.t('parcels.onOption')))
    .action(action((first: string, second: string, options: { on?: IsoDate }) => compareTenants(frame, first, second, options)));
  onSlug('rename', words.t('parcels.renameAbout'))
    .argument('<new-slug>', words.t('parcels.newSlugArgument'))
    .action(action((from: string, to: string) => rename(frame, from, to)));
  onSlug('archive', words.t('parcels.archiveAbout'))
    .option('--why <text>', words.t('parcels.whyOption'))
    .action(action((slug: string, why: Why) => archive(frame, slug, why)));
  onSlug('unarchive', words.t('parcels.unarchiveAbout'))
    .option('--why <text>', words.t('parcels.whyOption'))
    .action(action((slug: string, why: Why) => unarchive(frame, slug, why)));
};
