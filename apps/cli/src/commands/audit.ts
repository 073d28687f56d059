import { checkAudit, type AuditCheck } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import { fail, ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Commands, Outcome } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';

/** More faults than this say nothing new. */
const toldFaults = 50;

const outcomeOf = (words: Words, slug: string, { faults, ...counts }: AuditCheck): Outcome => {
  if (faults.length === 0) return ok({ json: { slug, ...counts, faults }, text: words.t('auditCheck.whole', { slug, ...counts }) });
  return fail({ kind: 'audit-faulty', slug, count: faults.length, faults, sentences: faults.slice(0, toldFaults).map((fault) => words.told('auditCheck', fault)) });
};

const verify = async (words: Words, cluster: Cluster, slug: string): Promise<Outcome> => {
  if (!(await cluster.findTenant(slug))) return fail({ kind: 'unknown-tenant', slug });
  return outcomeOf(words, slug, await cluster.withTenant(slug, (handle) => checkAudit(cluster.registry, handle)));
};

export const auditCommands: Commands = (program, { words, env, action }) => {
  const audit = program.command('audit').description(words.t('auditCheck.about'));
  audit
    .command('verify')
    .description(words.t('auditCheck.verifyAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .action(action((slug: string) => withInstallation(env, (cluster) => verify(words, cluster, slug))));
};
