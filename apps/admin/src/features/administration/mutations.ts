import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import { comparisonQuery, type Grant, type RoleCode, signInSettingsQuery } from './queries.ts';

/** A change of users changes what anybody may do, the reader too. */
const usersAnew = (queries: QueryClient, tenant: string) => () =>
  Promise.all([queries.invalidateQueries({ queryKey: ['t', tenant, 'users'] }), queries.invalidateQueries({ queryKey: ['t', tenant, 'audit'] })]);

/** A role to be given: the whole tenant, or a unit by its code. */
export type Wish = { role: RoleCode; unit: string | null; lastDay: string | null; why?: string };
export type Invitation = Wish & { email: string; name: string; locale: 'vi' | 'en' };

/** Invites somebody; the key makes a request that is sent twice invite once. */
export const inviteUser = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ key, ...body }: Invitation & { key: string }) => ask((api) => api.inviteUser({ params: { tenant }, headers: { 'idempotency-key': key }, body })),
    onSuccess: usersAnew(queries, tenant),
  });

/** Gives a user a role. */
export const giveGrant = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: ({ key, ...body }: Wish & { key: string }) => ask((api) => api.giveGrant({ params: { tenant, id }, headers: { 'idempotency-key': key }, body })),
    onSuccess: usersAnew(queries, tenant),
  });

/** Changes the last day of a role, based on the version that was seen. */
export const changeGrant = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: ({ grant, version, lastDay }: { grant: string; version: number; lastDay: string | null }) =>
      ask((api) => api.changeGrant({ params: { tenant, id, grant }, headers: { 'if-match': `"${version}"` }, body: { lastDay } })),
    onSuccess: usersAnew(queries, tenant),
  });

/** Takes a role back at once. */
export const endGrant = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({ mutationFn: (grant: Pick<Grant, 'id'>) => ask((api) => api.endGrant({ params: { tenant, id, grant: grant.id } })), onSuccess: usersAnew(queries, tenant) });

/** Takes everything from a user. */
export const removeUser = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({ mutationFn: () => ask((api) => api.removeUser({ params: { tenant, id } })), onSuccess: () => queries.invalidateQueries({ queryKey: ['t', tenant, 'users', 'list'] }) });

/** Removes a second factor that was lost. */
export const resetSecondFactor = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({ mutationFn: (why: string) => ask((api) => api.resetUserSecondFactor({ params: { tenant, id }, body: { why } })), onSuccess: usersAnew(queries, tenant) });

/** Ends all sessions of a user. */
export const endSessions = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({ mutationFn: () => ask((api) => api.endUserSessions({ params: { tenant, id }, body: {} })), onSuccess: usersAnew(queries, tenant) });

/** How one shall sign in. A secret that is left out stays as it is. */
export type SignInChange = {
  secondFactorRequired: boolean;
  singleSignOn: null | { issuer: string; clientId: string; emailDomains: string[]; isSecondFactor: boolean; clientSecret?: string };
  why?: string;
};

/** Changes how one signs in, based on the version that was seen. */
export const changeSignIn = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ version, ...body }: SignInChange & { version: number }) => ask((api) => api.changeSignInSettings({ params: { tenant }, headers: { 'if-match': `"${version}"` }, body })),
    onSuccess: (saved) => queries.setQueryData(signInSettingsQuery(tenant).queryKey, saved),
  });

/** Says whether the tenant compares with other provinces. */
export const setComparison = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: (body: { takesPart: boolean; why: string }) => ask((api) => api.setAcrossProvinces({ params: { tenant }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: comparisonQuery(tenant).queryKey }),
  });
