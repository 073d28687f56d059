import { signInRequirement } from '@saubac/auth/second-factor';
import { listTenantsRoute } from '@saubac/contract/tenants';
import { listMemberships, type Membership } from '@saubac/db/accounts';
import type { Context } from 'hono';
import type { SignedInEnv } from '../env.ts';
import { platformRoutes } from './frame.ts';

/** The tenants that the caller may or might enter. */
export const membershipsOf = ({ var: { installation, visitor } }: Context<SignedInEnv>): Promise<Membership[]> => listMemberships(installation.auth.sql, visitor.user);

/** The short name of the tenant that a session came through; null for one that came through none. */
export const slugAmong = (memberships: readonly Membership[], tenant: string | null): string | null => memberships.find((it) => it.tenant === tenant)?.slug ?? null;

/** The tenants among them that the session leads to, by their short names, and what each still asks for before it is entered. */
export const doorsAmong = async ({ var: { installation, visitor } }: Context<SignedInEnv>, memberships: readonly Membership[]) => {
  const leadsTo = new Set(visitor.doors.map((it) => it.tenant));
  const tenants = await Promise.all(memberships.filter((it) => leadsTo.has(it.tenant)).map(({ slug }) => installation.tenant(slug)));
  return tenants
    .flatMap((it) => (it?.status === 'active' ? [it] : []))
    .map(({ id, slug, name, kind }) => ({ slug, name, kind, asksFor: signInRequirement(visitor, id) === 'nothing' ? ('nothing' as const) : ('enrolment' as const) }));
};

export const tenantListRoutes = platformRoutes((app) => {
  app.openapi(listTenantsRoute, async (c) => c.answer({ items: await doorsAmong(c, await membershipsOf(c)) }, 200));
});
