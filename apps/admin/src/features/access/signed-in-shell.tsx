import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { withPluginPages } from '../../outlet/navigation.ts';
import { ask, isLocaleChosen, PageShell, useSetLocale, useWords } from '../../shell/index.ts';
import type { ShellPage } from '../../shell/page-shell.tsx';
import { groupWords, pages } from './pages.ts';
import { accountQuery, meQuery, pluginReportsQuery, waitingQuery } from './queries.ts';

/** The frame for who is signed in: his pages by his permissions, his account, the way out. */
export const SignedInShell = ({ tenant, children }: { tenant?: string; children: ReactNode }) => {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: account } = useQuery(accountQuery());
  const setLocale = useSetLocale();
  const own = account?.locale;
  // Where nobody chose a language on this machine, it is that of the account; a choice here stays above it.
  useEffect(() => {
    if (own !== undefined && !isLocaleChosen()) void setLocale(own);
  }, [own, setLocale]);
  const { data: me } = useQuery({ ...meQuery(tenant ?? ''), enabled: tenant !== undefined });
  const { data: waiting } = useQuery({ ...waitingQuery(tenant ?? ''), enabled: tenant !== undefined && me !== undefined });
  const signOut = async () => {
    // Whether it is told to the server or not, nothing of this account stays on the screen.
    await ask((api) => api.signOut()).catch(() => undefined);
    queries.clear();
    await navigate({ to: '/sign-in', search: {} });
  };
  const plugins = me?.plugins ?? [];
  const { data: reports } = useQuery({ ...pluginReportsQuery(tenant ?? ''), enabled: plugins.length > 0 });
  const held = new Set<string>(me?.permissions);
  const open: ShellPage[] = pages
    .filter(({ needs }) => needs === 'anybody' || (needs === 'plugin-reports' ? (reports?.items.length ?? 0) > 0 : needs.some((permission) => held.has(permission))))
    .map(({ to, label, group }) => ({ to, label: words.t(label), ...(group ? { group: words.t(group) } : {}), ...(to === '/t/$tenant/inbox' ? { waiting: waiting && waiting.counts.all + waiting.elsewhere.length } : {}) }));
  const all = withPluginPages(open, plugins, { text: words.text, group: (name) => words.t(groupWords[name]) });
  return (
    <PageShell {...(me ? { tenant: me.tenant, pages: all } : {})} who={account?.name ?? me?.user.name} onSignOut={() => void signOut()}>
      {children}
    </PageShell>
  );
};
