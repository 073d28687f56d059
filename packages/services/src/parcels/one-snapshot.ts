import type { Cluster } from '@saubac/db/cluster';

/** A transaction of the provisioner. */
export type ParcelTx = Parameters<Parameters<Cluster['receiveTenant']>[2]['fill']>[0];

/**
 * Reads in one transaction, as of one moment, over a connection of its own. When it fails, the connection is closed at once and not waited
 * for: a COPY that is not read to its end would keep it for ever, and the rollback with it.
 */
export const inOneSnapshot = <T>(cluster: Pick<Cluster, 'overOwnConnection'>, work: (tx: ParcelTx) => Promise<T>): Promise<T> =>
  cluster.overOwnConnection((client) => {
    const failed = Promise.withResolvers<never>();
    const done = client.begin('isolation level repeatable read read only', (tx) =>
      work(tx).catch((error: unknown) => {
        failed.reject(error);
        void client.end({ timeout: 0 });
        throw error;
      }),
    ) as Promise<T>;
    done.catch(() => undefined);
    return Promise.race([done, failed.promise]);
  });
