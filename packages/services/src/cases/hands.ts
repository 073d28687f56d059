import { heldRoles } from '@saubac/db/access';
import { findCase } from '@saubac/db/cases';
import { coveredBy } from '@saubac/db/covers';
import type { TenantSql } from '@saubac/db/tenancy';
import type { Access, Forbidden, Permission, PluginPermission } from '@saubac/domain/access';
import { ok, type Result, type UnitScope, type UserId } from '@saubac/domain/values';
import type { Mover, Workflow } from '@saubac/domain/workflow';
import { type Ctx, permit } from '../context/index.ts';

/** With whose rights the caller acts: his own, or those of somebody for whom he covers today. Rights that the other one only covers for are not among them. */
export type Hand = { coveredFor: UserId | null; access: Access };

/** The hands of the caller, his own first. */
export const handsOf = async (ctx: Ctx): Promise<Hand[]> => {
  const { id } = ctx.actor;
  const covered = id === null ? [] : await coveredBy(ctx.db, id, ctx.today);
  const others = covered.map(async (user): Promise<Hand> => ({ coveredFor: user, access: { kind: 'granted', held: await heldRoles(ctx.db, user, ctx.today) } }));
  return [{ coveredFor: null, access: ctx.access }, ...(await Promise.all(others))];
};

/** The units over which a hand has a permission. */
export const scopeOfHand = ({ registry }: Pick<Ctx, 'registry'>, { access }: Hand, permission: string): Result<UnitScope, Forbidden> => permit({ access, registry }, permission as Permission | PluginPermission);

/** Over which units the caller has a permission: by his own rights, and by those of each for whom he covers. */
export const seenScopes = async (ctx: Ctx, permission: string): Promise<UnitScope[]> => (await handsOf(ctx)).map((hand) => scopeOfHand(ctx, hand, permission)).flatMap((it) => (it.ok ? [it.value] : []));

/** Something found over the units of a hand: by the caller's own rights, or in the place of this user only. */
export type ThroughHand<Found> = { found: Found; coveredFor: UserId | null };

/** What the first hand finds over the units where it has a permission, the caller's own first; undefined where none does. Refused where no hand has it. */
export const throughHands = async <Found>(ctx: Ctx, permission: string, find: (scope: UnitScope) => Promise<Found | undefined>): Promise<Result<ThroughHand<Found> | undefined, Forbidden>> => {
  const hands = (await handsOf(ctx)).map((hand) => ({ coveredFor: hand.coveredFor, scope: scopeOfHand(ctx, hand, permission) }));
  const [own] = hands;
  if (own && !own.scope.ok && hands.every(({ scope }) => !scope.ok)) return own.scope;
  for (const { coveredFor, scope } of hands) {
    const found = scope.ok ? await find(scope.value) : undefined;
    if (found !== undefined) return ok({ found, coveredFor });
  }
  return ok(undefined);
};

/** How an act says that it was done in the place of somebody else. */
export const inPlaceOf = (coveredFor: UserId | null): { coveredFor?: UserId } => (coveredFor === null ? {} : { coveredFor });

/** The permissions that the moves of a workflow ask for. */
export const permissionsOf = (workflow: Workflow<never>): readonly string[] => [...new Set(Object.values(workflow.moves).map((it) => it.permission))];

/** Who moves with a hand, where `held` are its permissions over the case. The operator at the command line has no account: he counts as somebody else than any officer. */
export const moverOf = (ctx: Ctx, { coveredFor }: Hand, held: ReadonlySet<string>): Mover =>
  ({ by: 'person', id: ctx.actor.id ?? 'command-line', inPlaceOf: coveredFor ?? undefined, may: (permission) => held.has(permission) });

/** Which of some permissions a hand has over the unit of a case. */
export const heldOverCase = async (ctx: Ctx, sql: TenantSql, hand: Hand, permissions: readonly string[], id: string): Promise<ReadonlySet<string>> => {
  const held = new Set<string>();
  for (const permission of permissions) {
    const scope = scopeOfHand(ctx, hand, permission);
    if (scope.ok && (await findCase(sql, scope.value, id, ctx.today))) held.add(permission);
  }
  return held;
};
