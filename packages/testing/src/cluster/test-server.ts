import type { Login, Secrets, Server } from '@saubac/db/cluster';
import type { NewTenant } from '@saubac/db/tenancy';
import type { Marks } from './marks.ts';

/** What a test file needs to clone the template database; plain data, because it passes between processes. */
export type TestServer = Server & {
  /** A clone of the template that may be read: nobody may be connected to the template while it is cloned. */
  pristine: string;
  /** What the template and a fresh clone are like. */
  marks: Marks;
  superuser: Login;
  secrets: Omit<Secrets, 'key'> & { key: { name: string; bytes: string } };
};

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
