import { endAllSessions, endSessionOf, listSessions, type ListedSession } from '@saubac/auth/sessions';
import { digestOf } from '@saubac/auth/tokens';
import { endOtherSessionsRoute, endSessionRoute, listSessionsRoute } from '@saubac/contract/account';
import type { Context } from 'hono';
import { refuse } from '../answers/index.ts';
import type { SignedInEnv } from '../env.ts';
import { takeCookie } from '../middleware/session-cookie.ts';
import { platformRoutes, raw } from './frame.ts';
import { membershipsOf, slugAmong } from './tenants.ts';

/** What a session is called outside. Not the digest by which it is found: nothing that stands in the table leaves. */
const outsideName = ({ id }: Pick<ListedSession, 'id'>): string => digestOf('session', id).slice(0, 16);

/** The sessions that a caller may see and end: his own; through a tenant's single sign-on, which vouches for him there alone, only those that it opened. */
const reachable = async ({ var: { installation, visitor } }: Context<SignedInEnv>): Promise<ListedSession[]> => {
  const { user, throughTenant } = visitor;
  const all = await listSessions(installation.auth, user, installation.now());
  return throughTenant === null ? all : all.filter((it) => it.throughTenant === throughTenant);
};

const end = ({ var: { installation, visitor } }: Context<SignedInEnv>, session: string): Promise<boolean> =>
  endSessionOf(installation.auth, { user: visitor.user, session, by: { id: visitor.user, label: 'user' }, now: installation.now() });

const endOthers = async (c: Context<SignedInEnv>): Promise<number> => {
  const { user, session, throughTenant } = c.var.visitor;
  const { auth, now } = c.var.installation;
  if (throughTenant === null) return endAllSessions(auth, { user, but: session, by: { id: user, label: 'user' }, now: now() });
  let ended = 0;
  for (const { id } of await reachable(c)) if (id !== session && (await end(c, id))) ended += 1;
  return ended;
};

export const ownSessionRoutes = platformRoutes((app) => {
  app.openapi(listSessionsRoute, async (c) => {
    const [sessions, memberships] = await Promise.all([reachable(c), membershipsOf(c)]);
    const items = sessions.map((it) => ({
      id: outsideName(it),
      current: it.id === c.var.visitor.session,
      createdAt: it.createdAt.toISOString(),
      lastSeenAt: it.lastSeenAt.toISOString(),
      userAgent: it.userAgent,
      network: it.network,
      secondFactorPassed: it.secondFactorPassed,
      throughTenant: slugAmong(memberships, it.throughTenant),
    }));
    return c.answer({ items }, 200);
  });
  app.openapi(endSessionRoute, async (c) => {
    const { id } = c.req.valid('param');
    const found = (await reachable(c)).find((it) => outsideName(it) === id);
    if (!found || !(await end(c, found.id))) return refuse(c, { kind: 'unknown-session' });
    if (found.id === c.var.visitor.session && c.var.byCookie) takeCookie(c);
    return raw(c.body(null, 204));
  });
  app.openapi(endOtherSessionsRoute, async (c) => c.answer({ ended: await endOthers(c) }, 200));
});
