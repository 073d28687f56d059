import type { TenantDb } from '@saubac/db/tenancy';
import type { IsoDate, UnitScope, UserId } from '@saubac/domain/values';
import type { Registry } from '@saubac/plugin-api';

/** Who acts: a user, or the operator at the command line, who has no account in the tenant. */
export type Actor = { id: UserId | null; label: string };

/** What every verb is given: one tenant's database, who asks, what he may see, what plugins bring, and the time. */
export type Ctx = {
  db: TenantDb;
  actor: Actor;
  scope: UnitScope;
  registry: Registry;
  /** Today in Vietnam (Asia/Ho_Chi_Minh). */
  today: IsoDate;
  /** The moment a write is recorded with. */
  now: () => Date;
};

/** Today in Vietnam at a moment: until seven in the morning it is already tomorrow there for UTC. */
export const dayInVietnam = (moment: Date): IsoDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment) as IsoDate;
