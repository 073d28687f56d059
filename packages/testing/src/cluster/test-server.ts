import type { Login, Secrets, Server } from '@saubac/db/cluster';
import type { NewTenant } from '@saubac/db/tenancy';

/** What a test file needs to clone the template database; plain data, because it passes between processes. */
export type TestServer = Server & { superuser: Login; secrets: Omit<Secrets, 'key'> & { key: { name: string; bytes: string } } };

/** The tenants of the template: without units, people or plans. */
export const testTenants: readonly NewTenant[] = [
  { slug: 'alpha', name: 'Alpha', kind: 'province' },
  { slug: 'beta', name: 'Beta', kind: 'province' },
];

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}
