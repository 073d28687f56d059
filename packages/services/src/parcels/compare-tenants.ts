import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cluster } from '@saubac/db/cluster';
import { accountsThatChanged, carriedTables, copyOut, idReplacer, lineMeter, plainFormats } from '@saubac/db/parcels';
import { actAsOwner, type Tenant } from '@saubac/db/tenancy';
import type { TableContent } from '@saubac/domain/parcels';

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * The content of each table of a tenant as of one moment: how many rows, and a digest of them whatever their order. Accounts that have
 * another id here than where the tenant came from stand in for those, so that it equals what it was there.
 */
export const tenantContents = async (cluster: Cluster, tenant: Tenant): Promise<TableContent[]> => {
  const changed = await accountsThatChanged(cluster.provisioner, tenant.id);
  const back = new Map([...changed].map(([there, here]) => [here, there]));
  return cluster.overOwnConnection((client) =>
    client.begin('isolation level repeatable read read only', async (tx) => {
      await plainFormats(tx);
      await actAsOwner(tx, tenant);
      const contents: TableContent[] = [];
      for (const { name, columns } of await carriedTables(tx, tenant.schemaName)) {
        const { meter, digest } = lineMeter({ change: idReplacer(name, back) });
        await pipeline(await copyOut(tx, name, columns), meter, nowhere());
        contents.push({ name, columns, rows: digest.rows(), content: digest.content() });
      }
      return contents;
    }),
  );
};
