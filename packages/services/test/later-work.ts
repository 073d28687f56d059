import type { LaterWork } from '@saubac/services/context';
import type { FileStore } from '@saubac/services/files';
import type { TenantDb } from '@saubac/db/tenancy';
import { emptyRegistry } from '@saubac/plugin-api';
import { testCtx } from '@saubac/testing/context';

/** The tenant of `testCtx`. */
export const testTenant = testCtx({ db: undefined as never }).tenant;

/** Work done later in a tenant, as the worker is given it; whatever a test is about is given. */
export const laterWork = (parts: { db: TenantDb; files: FileStore } & Partial<LaterWork>): LaterWork & { files: FileStore } => ({
  tenant: testTenant,
  now: () => new Date('2026-03-01T08:00:00Z'),
  registryOn: () => Promise.resolve(emptyRegistry),
  mayEnter: () => Promise.resolve(true),
  signal: new AbortController().signal,
  complete: () => Promise.resolve(),
  ...parts,
});

/** The bytes of a file as they would come over the network. */
export async function* pieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += size) yield await Promise.resolve(bytes.subarray(start, start + size));
}
