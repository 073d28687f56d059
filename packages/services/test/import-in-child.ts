// Imports a roster in a process of its own, to be killed by a test.
import { openParts, roleNames, type Server } from '@saubac/db/cluster';
import { isoDate } from '@saubac/domain/values';
import { importRoster } from '@saubac/services/roster';
import { testCtx } from '@saubac/testing/context';

export type ChildOrder = { server: Server; secrets: Omit<Parameters<typeof openParts>[0]['secrets'], 'key'>; key: { name: string; bytes: string }; path: string };

const { server, secrets, key, path } = JSON.parse(process.argv[2]!) as ChildOrder;
const cluster = await openParts({ server, roles: roleNames(), secrets: { ...secrets, key: { name: key.name, bytes: Buffer.from(key.bytes, 'base64') } } });
await cluster.withTenant('alpha', async ({ db }) => {
  process.stdout.write('begun\n');
  await importRoster(
    testCtx({ db, today: isoDate('2026-01-01') }),
    { path, effectiveDate: isoDate('2026-01-01'), onProgress: () => process.stdout.write('staging\n') },
  );
});
await cluster.close();
