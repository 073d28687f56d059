import type { Cluster } from '@saubac/db/cluster';
import { hintChannel, tenantsWithOpenRows } from '@saubac/db/outbox';
import type { Tenant } from '@saubac/db/tenancy';
import { tellFault } from '../log.ts';
import { giveRows } from './give-rows.ts';
import type { OutboxWork } from './work-outbox.ts';

/** Watching, until it is stopped; stopping waits for what is under way. */
export type Watch = { stop: () => Promise<void> };

const activeTenants = async (cluster: Cluster): Promise<Tenant[]> => (await cluster.tenants()).filter((tenant) => tenant.status === 'active');

/** One thing at a time for each tenant; a hint that comes meanwhile is one more round, however many they are. */
const givingFor = ({ cluster, jobs, handlers, log }: OutboxWork) => {
  const kinds = Object.keys(handlers);
  const rounds = new Map<string, { again: boolean; done: Promise<void> }>();
  const giveAll = async (tenant: Tenant, round: { again: boolean }): Promise<void> => {
    while (round.again) {
      round.again = false;
      await giveRows(cluster, jobs, tenant, kinds).catch(tellFault(log, 'outbox not read'));
    }
    rounds.delete(tenant.id);
  };
  const give = (tenant: Tenant): Promise<void> => {
    const running = rounds.get(tenant.id);
    if (running) {
      running.again = true;
      return running.done;
    }
    const round = { again: true, done: Promise.resolve() };
    rounds.set(tenant.id, round);
    round.done = giveAll(tenant, round);
    return round.done;
  };
  return { give, settled: () => Promise.all([...rounds.values()].map((round) => round.done)) };
};

/**
 * Gives the rows of every outbox to the queue: at once when a hint comes, and at the latest with the next sweep, the first of which is now.
 * Workers that sweep at the same time do no harm.
 */
export const watchOutboxes = async (work: OutboxWork, sweepEveryMs: number): Promise<Watch> => {
  const { cluster, log } = work;
  const { give, settled } = givingFor(work);
  let listening: { unlisten: () => Promise<void> } | undefined;
  let sweeping = Promise.resolve();
  let stopped = false;

  const hinted = async (schema: string): Promise<void> => {
    const tenant = (await activeTenants(cluster)).find((it) => it.schemaName === schema);
    if (tenant && !stopped) await give(tenant);
  };
  const listen = async (): Promise<void> => {
    await listening?.unlisten();
    listening = await cluster.registry.listen(hintChannel, (schema) => void hinted(schema).catch(tellFault(log, 'hint not followed')));
  };
  const sweep = async (): Promise<void> => {
    // The listener does not come back by itself when the server was away for long, so it is begun anew.
    await listen();
    const open = await tenantsWithOpenRows(cluster.provisioner, await activeTenants(cluster), (tenant, fault) => tellFault(log.child({ tenant: tenant.id }), 'outbox not asked')(fault));
    for (const tenant of open) if (!stopped) await give(tenant);
  };
  const next = (): void => {
    sweeping = sweeping.then(() => (stopped ? undefined : sweep().catch(tellFault(log, 'sweep failed'))));
  };

  await sweep();
  const timer = setInterval(next, sweepEveryMs);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await sweeping;
      await listening?.unlisten().catch(() => {});
      await settled();
    },
  };
};
