import { dutiesByIds } from '@saubac/db/duties';
import { planVersions } from '@saubac/db/plans';
import type { TenantSql } from '@saubac/db/tenancy';
import { unitChange } from '@saubac/db/unit-changes';

/** A thing of which there are many, that a link within the tenant leads to. Other pages are there for every tenant. */
export type LinkedChange = { kind: 'plan-version'; number: number } | { kind: 'unit-change' | 'duty'; id: string };

/** What a link leads to; undefined for a page of which there is one. */
export const changeOfLink = (link: string): LinkedChange | undefined => {
  const [path = ''] = link.split('?');
  const version = /^\/plan\/versions\/([^/]+)$/.exec(path)?.[1];
  if (version !== undefined) return { kind: 'plan-version', number: /^\d{1,6}$/.test(version) ? Number(version) : 0 };
  const [, of, id = ''] = /^\/(units\/changes|tasks)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(path) ?? [];
  return of === undefined ? undefined : { kind: of === 'tasks' ? 'duty' : 'unit-change', id };
};

/** Whether a link leads to something that is there. */
export const leadsSomewhere = async (db: TenantSql, link: string): Promise<boolean> => {
  const change = changeOfLink(link);
  if (change === undefined) return true;
  if (change.kind === 'plan-version') return (await planVersions(db)).some((it) => it.number === change.number);
  if (change.kind === 'unit-change') return (await unitChange(db, change.id)) !== undefined;
  return (await dutiesByIds(db, [change.id])).length > 0;
};
