import { EmptyState, NoPermissionState, Notice } from '@saubac/ui/states';
import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import rows from '../../shell/rows.module.css';
import { useBroughtInWords } from './brought-in-words.ts';
import styles from './plugins.module.css';
import { type Plugin, pluginsQuery } from './queries.ts';
import { StateMark } from './state-mark.tsx';

const route = getRouteApi('/t/$tenant/plugins');

const PluginsTable = ({ tenant, plugins }: { tenant: string; plugins: readonly Plugin[] }) => {
  const words = useWords();
  const brought = useBroughtInWords();
  return (
    <table className={rows['rows']}>
      <thead>
        <tr>
          <th scope="col">{words.t('extensions.plugin')}</th>
          <th scope="col" className={styles['narrow']}>{words.t('extensions.state')}</th>
          <th scope="col" className={styles['narrow']}>{words.t('extensions.version')}</th>
          <th scope="col">{words.t('extensions.brings')}</th>
        </tr>
      </thead>
      <tbody>
        {plugins.map((it) => (
          <tr key={it.id}>
            <td>
              <Link to="/t/$tenant/plugins/$plugin" params={{ tenant, plugin: it.id }} className={styles['name']}>
                {words.text(it.title)}
              </Link>
              {it.about && <p className={styles['soft']}>{words.text(it.about)}</p>}
            </td>
            <td data-label={words.t('extensions.state')}>
              <StateMark plugin={it} />
            </td>
            <td data-label={words.t('extensions.version')}>{it.version ?? it.enabledVersion ?? '–'}</td>
            <td data-label={words.t('extensions.brings')}>{it.brings === null ? '–' : brought(it.brings)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The plugins of the installation: how each stands here and what it brings. */
export const PluginsPage = () => {
  const words = useWords();
  usePageTitle(words.t('extensions.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const reads = me.permissions.includes('plugin.read');
  const plugins = useQuery({ ...pluginsQuery(tenant), enabled: reads });
  return (
    <>
      <PageHeading title={words.t('extensions.title')} about={words.t('extensions.about')} />
      {reads ? (
        <QueryStates query={plugins} waiting={{ rows: 3, height: '3.5rem' }}>
          {({ items, safeMode }) => (
            <>
              {safeMode && <Notice tone="warn">{words.t('extensions.safeMode')}</Notice>}
              {items.length === 0 ? <EmptyState title={words.t('extensions.noneTitle')}>{words.t('extensions.none')}</EmptyState> : <PluginsTable tenant={tenant} plugins={items} />}
            </>
          )}
        </QueryStates>
      ) : (
        <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', 'plugin.read') })}</NoPermissionState>
      )}
    </>
  );
};
