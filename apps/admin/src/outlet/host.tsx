import { parseIsoDate, textIn } from '@saubac/domain/values';
import { type PluginHost, PluginHostContext } from '@saubac/plugin-api/admin';
import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useCallback, useMemo, useState } from 'react';
import { opensHere, useUnsavedGuard, useWords } from '../shell/index.ts';
import { filled } from './filled.ts';
import type { Caller, OpenPlugin } from './open-plugins.ts';
import { requestsOf } from './requests.ts';

/** The search part of an address, as a page of a plugin reads and changes it. */
export type SearchPart = Pick<PluginHost, 'search' | 'setSearch'>;

type Parts = { me: Caller; plugin: OpenPlugin; search: SearchPart; within?: 'page' | 'view'; children: ReactNode };

/** Where a link that was followed inside of a plugin's part leads, if that is another screen of ours. */
const screenOf = (event: MouseEvent): string | undefined => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target !== '' || link.hasAttribute('download') || link.origin !== window.location.origin || !link.pathname.startsWith('/t/')) return undefined;
  return `${link.pathname}${link.search}${link.hash}`;
};

/** Gives a page or a card of a plugin what it works with, and makes its links those of the product. */
export const PluginHostRoot = ({ me, plugin, search, within = 'page', children }: Parts) => {
  const words = useWords();
  const router = useRouter();
  const { locale } = words;
  const [unsaved, setUnsaved] = useState<readonly string[]>([]);
  const noteUnsaved = useCallback((form: string, is: boolean) => setUnsaved((now) => (now.includes(form) === is ? now : is ? [...now, form] : now.filter((it) => it !== form))), []);
  const question = useUnsavedGuard(unsaved.length > 0, within);
  const tenant = me.tenant.slug;
  const api = useMemo(
    () => requestsOf({ tenant, plugin: plugin.id, locale, unreachable: words.t('shell.unreachable'), notUnderstood: words.t('outlet.notUnderstood'), tooLarge: words.t('outlet.tooLarge') }),
    [tenant, plugin.id, locale, words],
  );
  const host = useMemo((): PluginHost => {
    const today = parseIsoDate(me.today);
    if (today === undefined) throw new Error('The day of the server is none.');
    return {
      plugin: plugin.id, tenant, locale, today, api, noteUnsaved, ...search,
      t: (key, values) => filled(plugin.words[locale][key] ?? key, values),
      text: (text) => textIn(text, locale),
      may: (permission) => plugin.permissions.includes(permission),
      href: (path) => `/t/${tenant}${path}`,
    };
  }, [plugin, tenant, locale, me.today, api, noteUnsaved, search]);
  const follow = (event: MouseEvent) => {
    const screen = event.defaultPrevented || !opensHere(event) ? undefined : screenOf(event);
    if (screen === undefined) return;
    event.preventDefault();
    router.history.push(screen);
  };
  return (
    <PluginHostContext value={host}>
      <div onClick={follow}>{children}</div>
      {question}
    </PluginHostContext>
  );
};
