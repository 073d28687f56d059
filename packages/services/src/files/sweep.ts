import type { TenantDb } from '@saubac/db/tenancy';
import { keptFiles, type SweptTransfers, sweepTransfers } from '@saubac/db/transfers';

import type { FileStore } from './file-store.ts';

const dayMs = 86_400_000;
/** Lists and files of imports name people: they stay as long as somebody may ask about an import, no longer. */
const importsKeptDays = 30;
const pageSize = 1_000;

const removeUnkept = async (db: TenantDb, store: FileStore, tenant: string, ids: readonly string[]): Promise<number> => {
  const kept = await keptFiles(db, ids);
  const gone = ids.filter((id) => !kept.has(id));
  for (const id of gone) await store.remove(tenant, id);
  return gone.length;
};

/**
 * The nightly sweep of a tenant's transfers: expired exports, old imports, and objects without a row to keep them (their upload was killed,
 * or they were deleted). Objects younger than a day are left: their row may be on its way. Answers with what went.
 */
export const sweepFiles = async ({ db, store, tenant, now }: { db: TenantDb; store: FileStore; tenant: string; now: Date }): Promise<SweptTransfers & { objects: number; drafts: number }> => {
  const yesterday = new Date(now.getTime() - dayMs);
  const swept = await db.transaction((tx) => sweepTransfers(tx, { now: now.toISOString(), endedBefore: new Date(now.getTime() - importsKeptDays * dayMs).toISOString() }));
  let objects = 0;
  let page: string[] = [];
  for await (const { id, modifiedAt } of store.objects(tenant)) {
    if (modifiedAt >= yesterday) continue;
    page.push(id);
    if (page.length < pageSize) continue;
    objects += await removeUnkept(db, store, tenant, page);
    page = [];
  }
  objects += await removeUnkept(db, store, tenant, page);
  return { ...swept, objects, drafts: await store.sweepDrafts(yesterday) };
};
