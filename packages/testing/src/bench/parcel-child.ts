// One export or import of a tenant in a process of its own, so that its peak memory is its own.
import { join } from 'node:path';
import { openParts, roleNames, secretsIn, type Server } from '@saubac/db/cluster';
import { openFileStore } from '@saubac/services/files';
import { exportParcel, importParcel } from '@saubac/services/parcels';

export type ParcelOrder = { way: 'export' | 'import'; dataDir: string; server: Server; out: string };
/** `before`: what the process had when it began. */
export type ParcelAnswer = { ms: number; megabytes: number; before: number };

const { way, dataDir, server, out } = JSON.parse(process.argv[2]!) as ParcelOrder;
const cluster = await openParts({ server, secrets: secretsIn(dataDir), roles: roleNames() });
const parts = { cluster, files: await openFileStore(join(dataDir, 'files')) };
const by = { id: null, label: 'bench' };
// The kernel's own record of the peak begins with what the parent had when it made this process.
const megabytesNow = (): number => process.memoryUsage.rss() / 1_048_576;
const before = megabytesNow();
let peak = before;
const look = setInterval(() => (peak = Math.max(peak, megabytesNow())), 20);
const begun = performance.now();
const done =
  way === 'export'
    ? await exportParcel(parts, { slug: 'bench', out, product: '0', by, now: new Date() })
    : await importParcel(parts, { folder: out, slug: 'bench-again', plugins: [], by, now: new Date() });
if (!done.ok) throw new Error(JSON.stringify(done.failure));
const answer: ParcelAnswer = { ms: performance.now() - begun, megabytes: peak, before };
clearInterval(look);
process.stdout.write(JSON.stringify(answer));
await cluster.close();
