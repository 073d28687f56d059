import { LoadingRows, NoPermissionState } from '@saubac/ui/states';
import { PageHeading } from '@saubac/ui/frame';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { NothingHere } from '../shell/fallback-pages.tsx';
import { usePageTitle, useWords } from '../shell/index.ts';
import { PluginBoundary } from './boundary.tsx';
import { loadPlugin } from './found-plugins.ts';
import { PluginHostRoot } from './host.tsx';
import type { OpenPlugin } from './open-plugins.ts';
import { pageFound } from './page-found.ts';
import { Part } from './part.tsx';

const route = getRouteApi('/t/$tenant/x/$plugin/$page');

const manifestQuery = (plugin: string) => queryOptions({ queryKey: ['plugin-manifest', plugin], queryFn: async () => (await loadPlugin(plugin))?.manifest ?? null, staleTime: Infinity });

const loadPage = async (plugin: string, page: string) => {
  const load = (await loadPlugin(plugin))?.pages[page];
  if (!load) throw new Error(`The build has no page ${page} of the plugin ${plugin}.`);
  return load();
};

/** A page that is not open to the caller: it needs a permission, or there is none of that name. */
const Closed = ({ plugin, page }: { plugin: OpenPlugin; page: string }) => {
  const words = useWords();
  const manifest = useQuery(manifestQuery(plugin.id));
  const found = pageFound(plugin, page, manifest.data ?? undefined);
  usePageTitle(words.text(plugin.title));
  if (manifest.isPending) return <LoadingRows rows={3} height="4rem" />;
  return (
    <>
      <PageHeading title={words.text(plugin.title)} />
      {found.kind === 'closed' ? (
        <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.text(found.permission) })}</NoPermissionState>
      ) : (
        <NothingHere />
      )}
    </>
  );
};

const Open = ({ plugin, page }: { plugin: OpenPlugin; page: OpenPlugin['pages'][number] }) => {
  const words = useWords();
  const { me } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle(words.text(page.title));
  const part = useMemo(
    () => ({
      search,
      setSearch: (change: Readonly<Record<string, string | undefined>>) =>
        void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...change }).filter((it): it is [string, string] => it[1] !== undefined)), resetScroll: false, ignoreBlocker: true }),
    }),
    [search, navigate],
  );
  return (
    <PluginBoundary plugin={words.text(plugin.title)}>
      {(attempt) => (
        <PluginHostRoot me={me} plugin={plugin} search={part} within="view">
          <Part key={attempt} load={() => loadPage(plugin.id, page.name)} props={{}} rows={4} />
        </PluginHostRoot>
      )}
    </PluginBoundary>
  );
};

/** The outlet of all pages of plugins: what a plugin's page does wrong stays in it. */
export const PluginPage = () => {
  const { plugin: id, page: name } = route.useParams();
  const { plugin } = route.useRouteContext();
  if (!plugin) return <NothingHere />;
  const page = plugin.pages.find((it) => it.name === name);
  return page ? <Open key={`${id}/${name}`} plugin={plugin} page={page} /> : <Closed plugin={plugin} page={name} />;
};
