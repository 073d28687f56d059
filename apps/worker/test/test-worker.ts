import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { TestCluster } from '@saubac/testing/cluster';
import { inject } from 'vitest';
import type { WorkerSettings } from '../src/settings.ts';

/** A log that says nothing. */
export const silent = pino({ level: 'silent' });

/** What a worker of a test database is given. */
export const workerSettings = ({ server, roles }: Pick<TestCluster, 'server' | 'roles'>, more: Partial<WorkerSettings> = {}): WorkerSettings => {
  const { secrets } = inject('testServer');
  return { server, roles, secrets, dataDir: join(tmpdir(), 'saubac-test-worker'), publicUrl: 'https://example.test', mail: { folder: '/nonexistent' }, sweepEveryMs: 60_000, ...more };
};
