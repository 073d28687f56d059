import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestCluster } from './clone-database.ts';

/** The environment in which a command finds a test database as if it were an installation, and the folder that it uses; `remove` deletes it. */
export type CommandEnvironment = { env: Record<string, string>; folder: string; remove: () => void };

/** Lets commands run as an operator runs them, against the cloned database of a test file. */
export const commandEnvironment = ({ server }: Pick<TestCluster, 'server'>): CommandEnvironment => {
  const { superuser, secrets } = inject('testServer');
  const folder = mkdtempSync(join(tmpdir(), 'saubac-command-'));
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ ...secrets, key: secrets.key.bytes }), { mode: 0o600 });
  const url = new URL(server.url);
  url.username = superuser.user;
  url.password = superuser.password;
  url.pathname = `/${server.database}`;
  return { env: { DATABASE_URL: url.href, SAUBAC_DATA_DIR: folder }, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
