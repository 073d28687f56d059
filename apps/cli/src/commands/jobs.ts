import type { Cluster } from '@saubac/db/cluster';
import { openJobs, type Jobs } from '@saubac/db/jobs';
import { deadMails, reviveMails } from '@saubac/db/mail';
import { deadRows, hintWorker, reviveRows } from '@saubac/db/outbox';
import { fail, ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { servingParts, withInstallation } from '../frame/installation.ts';
import { table } from '../frame/table.ts';
import { WrongUsage } from '../frame/wrong-usage.ts';

type Opened = { cluster: Cluster; jobs: Jobs };

const withJobs = (env: Frame['env'], work: (opened: Opened) => Promise<Outcome>): Promise<Outcome> =>
  withInstallation(env, async (cluster) => {
    const jobs = await openJobs(cluster.server, servingParts(env).login, { role: 'send', onFault: () => {} });
    try {
      return await work({ cluster, jobs });
    } finally {
      await jobs.stop();
    }
  });

type Given = { id: string; tenant: string | null; kind: string; attempts: number | null; failure: string | null; givenUpAt: string };

const givenUp = async (words: Words, { cluster, jobs }: Opened): Promise<Given[]> => {
  const found: Given[] = (await deadMails(jobs)).map(({ template, ...mail }) => ({ ...mail, tenant: null, kind: words.t('jobs.mail', { template }), attempts: null }));
  for (const tenant of await cluster.tenants()) {
    for (const { id, kind, attempts, failure, givenUpAt } of await deadRows(cluster.provisioner, tenant)) found.push({ id, tenant: tenant.slug, kind, attempts, failure, givenUpAt });
  }
  return found;
};

const list = async (words: Words, opened: Opened): Promise<Outcome> => {
  const found = await givenUp(words, opened);
  const headings = (['id', 'tenant', 'kind', 'attempts', 'failure', 'givenUpAt'] as const).map((it) => ({ heading: words.t(`jobs.${it}`) }));
  const rows = found.map((it) => [it.id, it.tenant ?? '', it.kind, it.attempts === null ? '' : words.number(it.attempts), it.failure ?? '', it.givenUpAt]);
  return ok({ json: found, text: found.length === 0 ? words.t('jobs.none') : table(headings, rows) });
};

const retry = async (words: Words, { cluster, jobs }: Opened, id: string | null): Promise<Outcome> => {
  let count = await reviveMails(jobs, id);
  for (const tenant of (await cluster.tenants()).filter((it) => it.status === 'active')) {
    const revived = await reviveRows(cluster.provisioner, tenant, id);
    if (revived > 0) await hintWorker(cluster.registry, tenant);
    count += revived;
  }
  if (id !== null && count === 0) return fail({ kind: 'unknown-job', id });
  return ok({ json: { retried: count }, text: words.t('jobs.retried', { count }) });
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const chosen = (words: Words, id: string | undefined, all: boolean | undefined): string | null => {
  if (all && id === undefined) return null;
  if (id === undefined || all || !uuid.test(id)) throw new WrongUsage(words.t('cli.invalidValue', { name: 'id', value: id ?? '', expected: words.t('jobs.idOrAll') }));
  return id;
};

export const jobsCommands: Commands = (program, { words, env, action }) => {
  const jobs = program.command('jobs').description(words.t('jobs.about'));
  jobs
    .command('list')
    .description(words.t('jobs.listAbout'))
    .action(action(() => withJobs(env, (opened) => list(words, opened))));
  jobs
    .command('retry')
    .description(words.t('jobs.retryAbout'))
    .argument('[id]', words.t('jobs.idArgument'))
    .option('--all', words.t('jobs.allOption'))
    .action(
      action((id: string | undefined, { all }: { all?: boolean }) => {
        const which = chosen(words, id, all);
        return withJobs(env, (opened) => retry(words, opened, which));
      }),
    );
};
