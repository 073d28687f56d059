import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import { accountQuery, sessionsQuery } from './queries.ts';

const sessionsAnew = (queries: QueryClient) => () => queries.invalidateQueries({ queryKey: sessionsQuery().queryKey });
const accountAnew = (queries: QueryClient) => () => queries.invalidateQueries({ queryKey: accountQuery().queryKey });

/** Ends one session of the account. */
export const endSession = (queries: QueryClient) => mutationOptions({ mutationFn: (id: string) => ask((api) => api.endSession({ params: { id } })), onSettled: sessionsAnew(queries) });

/** Ends all but this one. */
export const endOtherSessions = (queries: QueryClient) => mutationOptions({ mutationFn: () => ask((api) => api.endOtherSessions()), onSettled: sessionsAnew(queries) });

/** Changes the password; all other sessions end. */
export const changePassword = (queries: QueryClient) =>
  mutationOptions({ mutationFn: (body: { current: string; password: string }) => ask((api) => api.changePassword({ body })), onSettled: sessionsAnew(queries) });

/** Begins to set up a second factor. Nothing is in force yet. */
export const beginSecondFactor = () => mutationOptions({ mutationFn: (password: string | null) => ask((api) => api.beginSecondFactor({ body: { password } })) });

/** Puts it into force; what tenants ask for is asked anew. */
export const confirmSecondFactor = (queries: QueryClient) =>
  mutationOptions({ mutationFn: (code: string) => ask((api) => api.confirmSecondFactor({ body: { code } })), onSuccess: accountAnew(queries) });

/** Takes the second factor away. */
export const removeSecondFactor = (queries: QueryClient) =>
  mutationOptions({ mutationFn: (password: string) => ask((api) => api.removeSecondFactor({ body: { password } })), onSuccess: accountAnew(queries) });

/** New recovery codes in the place of the old ones. */
export const renewRecoveryCodes = (queries: QueryClient) =>
  mutationOptions({ mutationFn: (password: string) => ask((api) => api.renewRecoveryCodes({ body: { password } })), onSuccess: accountAnew(queries) });

/** Changes name and language, based on the version that was seen. */
export const changeAccount = (queries: QueryClient) =>
  mutationOptions({
    mutationFn: ({ version, ...body }: { name: string; locale: 'vi' | 'en'; version: number }) => ask((api) => api.changeAccount({ headers: { 'if-match': `"${version}"` }, body })),
    onSuccess: (saved) => queries.setQueryData(accountQuery().queryKey, saved),
  });
