// Commits a change of units in a process of its own, to be killed by a test.
import { openParts, roleNames, type Server } from '@saubac/db/cluster';
import { emptyRegistry } from '@saubac/plugin-api';
import { commitLater } from '@saubac/services/unit-changes';

export type ChangeOrder = { server: Server; secrets: Omit<Parameters<typeof openParts>[0]['secrets'], 'key'>; key: { name: string; bytes: string }; change: string };

const { server, secrets, key, change } = JSON.parse(process.argv[2]!) as ChangeOrder;
const cluster = await openParts({ server, roles: roleNames(), secrets: { ...secrets, key: { name: key.name, bytes: Buffer.from(key.bytes, 'base64') } } });
await cluster.withTenant('alpha', async ({ db, tenant }) => {
  process.stdout.write('begun\n');
  await commitLater(
    {
      tenant: { id: tenant.id, slug: tenant.slug }, db, now: () => new Date('2026-03-01T08:00:00Z'), registryOn: () => Promise.resolve(emptyRegistry), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal,
      complete: () => Promise.resolve(),
    },
    change,
  );
});
await cluster.close();
