import { certificatesWaiting, closesWaiting, mergesWaiting, mostCounted, unitChangesWaiting, type Waiting } from '@saubac/db/inbox';
import type { Permission } from '@saubac/domain/access';
import type { LocalText, UnitScope } from '@saubac/domain/values';
import { caseWord } from '../cases/index.ts';
import { type Ctx, permit, permitWhole } from '../context/index.ts';

/** Things of one kind that wait for whoever asks and are decided on a page of their own. `more`: there are more than are counted. */
export type WaitingLine = { kind: string; label: LocalText; count: number; more: boolean; link: string };

type Source = {
  kind: string;
  permission: Permission;
  /** A permission for some units only is none. */
  whole?: true;
  count: (ctx: Ctx, scope: UnitScope) => Promise<Waiting>;
  /** Where they are listed, and where one of them is decided. */
  links: { all: string; one?: (id: string) => string };
};

const sources: readonly Source[] = [
  { kind: 'close-to-sign', permission: 'close.approve', whole: true, count: (ctx) => closesWaiting(ctx.db, ctx.actor.id), links: { all: '/closes', one: (id) => `/closes/${id}` } },
  { kind: 'unit-change-to-approve', permission: 'unit.commit', whole: true, count: (ctx) => unitChangesWaiting(ctx.db, ctx.actor.id), links: { all: '/units/changes', one: (id) => `/units/changes/${id}` } },
  { kind: 'merge-to-confirm', permission: 'person.merge', count: (ctx, scope) => mergesWaiting(ctx.db, scope, ctx.today, ctx.actor.id), links: { all: '/duplicates', one: (id) => `/duplicates/merges/${id}` } },
  { kind: 'certificate-to-verify', permission: 'certificate.verify', count: (ctx, scope) => certificatesWaiting(ctx.db, scope, ctx.today, ctx.actor.id), links: { all: '/verification' } },
];

const lineOf = async (ctx: Ctx, { kind, permission, whole, count, links }: Source): Promise<WaitingLine[]> => {
  const scope = whole ? permitWhole(ctx, permission) : permit(ctx, permission);
  if (!scope.ok) return [];
  const { count: waiting, first } = await count(ctx, scope.value);
  if (waiting === 0) return [];
  const link = waiting === 1 && first !== null && links.one ? links.one(first) : links.all;
  return [{ kind, label: caseWord(kind)('name'), count: Math.min(waiting, mostCounted), more: waiting > mostCounted, link }];
};

/** The other acts of two people that wait for whoever asks to be the second: one line a kind, however many there are. */
export const waitingElsewhere = async (ctx: Ctx): Promise<WaitingLine[]> => (await Promise.all(sources.map((it) => lineOf(ctx, it)))).flat();
