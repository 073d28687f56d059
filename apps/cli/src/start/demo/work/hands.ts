import { emailKeyOf } from '@saubac/auth/accounts';
import type { Auth } from '@saubac/auth/context';
import { heldRoles, unitTopology } from '@saubac/db/access';
import { findAccountByEmail } from '@saubac/db/accounts';
import { workCalendar } from '@saubac/db/reference';
import { listUnits } from '@saubac/db/units';
import { type HeldRole, type Role, scopeOfGrant } from '@saubac/domain/access';
import { everything, type Result, type UnitId } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { CaseCtx } from '@saubac/services/cases';
import { createCtx, type Ctx } from '@saubac/services/context';
import type { DemoAccount } from '../demo-accounts.ts';
import { demoPlaces } from '../demo-places.ts';
import type { PlaceOfWork } from './sample-work.ts';

/** Who does the work of a sample: each verb is done by whoever would do it, with his rights and no more. */
export type Hands = {
  /** The sample account of a role. */
  as: (role: Role) => Promise<CaseCtx>;
  /** An officer of a unit: its sample account where there is one, else somebody who needs none. */
  of: (unit: PlaceOfWork) => Promise<CaseCtx>;
  /** The unit that a place of the sample is; undefined where a small sample has none such. */
  unit: (place: PlaceOfWork) => UnitId | undefined;
};

/** What was done, or an end of the loading: a sample that its own product refuses is a fault of one of the two. */
export const done = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`The work of a sample was refused: ${JSON.stringify(result.failure).slice(0, 500)}`);
  return result.value;
};

const once = <Key, Value>(make: (key: Key) => Promise<Value>): ((key: Key) => Promise<Value>) => {
  const made = new Map<Key, Promise<Value>>();
  return (key) => made.get(key) ?? made.set(key, make(key)).get(key)!;
};

/** The hands of a sample tenant, whose accounts are there. */
export const handsIn = async (ctx: Ctx, auth: Auth, words: Words, accounts: readonly DemoAccount[]): Promise<Hands> => {
  const units = await listUnits(ctx.db, everything, ctx.today, undefined);
  const places = demoPlaces(units);
  const calendar = await workCalendar(ctx.db);
  const topology = unitTopology(ctx.db, []);
  const codeOf = (place: PlaceOfWork): string | undefined => (place === 'agency' || place === 'commune' ? places[place] : place);
  const found = (place: PlaceOfWork) => units.find((it) => it.code === codeOf(place));
  const acting = (actor: Ctx['actor'], held: readonly HeldRole[]): CaseCtx => ({ ...createCtx({ ...ctx, actor, access: { kind: 'granted', held } }), calendar });
  const as = once(async (role: Role): Promise<CaseCtx> => {
    const account = await findAccountByEmail(auth.sql, emailKeyOf(accounts.find((it) => it.role === role)?.email ?? ''));
    if (!account) throw new Error(`The sample has no account for the role ${role}.`);
    return acting({ id: account.id, label: account.displayName }, await heldRoles(ctx.db, account.id, ctx.today));
  });
  const of = once(async (place: PlaceOfWork): Promise<CaseCtx> => {
    const code = codeOf(place);
    // The officer stands after the head.
    const account = accounts.findLast((it) => it.unit !== null && it.unit === code);
    if (account) return as(account.role);
    const unit = found(place);
    if (!unit) throw new Error(`The sample has no unit ${place}.`);
    const scope = scopeOfGrant(await topology, { unit: unit.id, line: 'uses' });
    return acting({ id: null, label: `${words.named('roles', 'agency-officer')}, ${unit.name}` }, [{ role: 'agency-officer', scope }]);
  });
  return { as, of, unit: (place) => found(place)?.id };
};
