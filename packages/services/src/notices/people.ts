import { rolesOfAll } from '@saubac/db/access';
import type { KeptCase } from '@saubac/db/cases';
import { coversOn } from '@saubac/db/covers';
import { type Access, type HeldRole, isInside, type UnitTopology } from '@saubac/domain/access';
import type { UserId } from '@saubac/domain/values';

import { type AnyCaseKind, type CaseInHand, casesInHand } from '../cases/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { caseKinds } from '../inbox/index.ts';

/** Somebody who may be told of cases: what he holds himself, and with whose rights he could act besides. */
export type Somebody = { user: UserId; held: readonly HeldRole[]; hands: readonly (readonly HeldRole[])[] };

/** Everybody who holds a role today, and who covers for somebody; read once for all that is told. */
export type Everybody = { topology: UnitTopology; people: readonly Somebody[] };

/** Reads who holds which role today and who covers for whom. */
export const everybody = async (ctx: Ctx): Promise<Everybody> => {
  const { topology, held } = await rolesOfAll(ctx.db, ctx.today);
  const covers = Map.groupBy(await coversOn(ctx.db, ctx.today), (it) => it.covering);
  const users = [...new Set([...held.keys(), ...covers.keys()])];
  const rolesOf = (user: UserId): readonly HeldRole[] => held.get(user) ?? [];
  return { topology, people: users.map((user) => ({ user, held: rolesOf(user), hands: [rolesOf(user), ...(covers.get(user) ?? []).map((it) => rolesOf(it.covered))] })) };
};

const granted = (held: readonly HeldRole[]): Access => ({ kind: 'granted', held });

/** The verbs as somebody of the tenant would use them today: what he may see and do decides what he is told. */
const ctxOf = (ctx: Ctx, { user, held }: Somebody): Ctx => ({ ...ctx, actor: { id: user, label: 'notices' }, access: granted(held) });

// Whom it is worth asking about a case: the units of his roles are looked at here, so that not everybody's inbox is read for each case.
const mayBeSeenBy = ({ registry, today }: Ctx, topology: UnitTopology, { hands }: Somebody, { seenBy }: AnyCaseKind, { unit }: KeptCase): boolean =>
  hands.some((held) => {
    const scope = permit({ access: granted(held), registry }, seenBy);
    return scope.ok && (scope.value.kind === 'everything' || (unit !== null && isInside(topology, scope.value, unit, today)));
  });

/** What somebody sees of some cases of any kind, as his inbox would show them. */
const seenOf = async (ctx: Ctx, topology: UnitTopology, somebody: Somebody, cases: readonly KeptCase[]): Promise<CaseInHand<unknown>[]> => {
  const own = ctxOf(ctx, somebody);
  const seen: CaseInHand<unknown>[] = [];
  for (const kind of caseKinds(own)) {
    const ids = cases.filter((it) => it.workflow === kind.workflow.id && mayBeSeenBy(ctx, topology, somebody, kind, it)).map((it) => it.id);
    if (ids.length > 0) seen.push(...(await casesInHand(own, kind, ids)));
  }
  return seen;
};

/** Who sees which of some cases, person after person. */
export async function* whoSees(ctx: Ctx, { topology, people }: Everybody, cases: readonly KeptCase[]): AsyncGenerator<{ somebody: Somebody; seen: CaseInHand<unknown>[] }> {
  for (const somebody of cases.length === 0 ? [] : people) {
    const seen = await seenOf(ctx, topology, somebody, cases);
    if (seen.length > 0) yield { somebody, seen };
  }
}
