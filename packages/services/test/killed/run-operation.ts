// Does one operation in a process of its own, to be killed by a test: says when it is ready, is told what to do, says when it has done it.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openParts, roleNames, type Server } from '@saubac/db/cluster';

import { operations, type Scene } from './operations.ts';

export type Order = {
  operation: string;
  server: Server;
  secrets: Omit<Parameters<typeof openParts>[0]['secrets'], 'key'>;
  key: { name: string; bytes: string };
  scene: Omit<Scene, 'cluster'>;
};

process.stdout.write('ready\n');
const [line] = (await once(createInterface({ input: process.stdin }), 'line')) as [string];
const { operation, server, secrets, key, scene } = JSON.parse(line) as Order;
const begun = performance.now();
const cluster = await openParts({ server, roles: roleNames(), secrets: { ...secrets, key: { name: key.name, bytes: Buffer.from(key.bytes, 'base64') } } });
await operations[operation]!.run({ ...scene, cluster });
process.stdout.write(`done ${performance.now() - begun}\n`);
await cluster.close();
process.exit(0);
