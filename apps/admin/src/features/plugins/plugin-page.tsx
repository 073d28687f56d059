import { NoPermissionState } from '@saubac/ui/states';
import { PageHeading, Section } from '@saubac/ui/frame';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { Brought } from './brought.tsx';
import { ChangeProgress } from './change-progress.tsx';
import { Failures } from './failures.tsx';
import { openedAnew } from './mutations.ts';
import { PluginDeeds } from './plugin-deeds.tsx';
import styles from './plugins.module.css';
import { isUnderWay, type Plugin, pluginQuery } from './queries.ts';
import { SettingsSection } from './settings/settings-section.tsx';
import { StateMark } from './state-mark.tsx';

const route = getRouteApi('/t/$tenant/plugins/$plugin');

/** When a change has ended, what the plugin opens is asked for again, so that the navigation shows it. */
const useOpenedAnew = (tenant: string, underWay: boolean): void => {
  const queries = useQueryClient();
  const router = useRouter();
  const was = useRef(underWay);
  useEffect(() => {
    if (was.current && !underWay) void openedAnew(queries, tenant).then(() => router.invalidate());
    was.current = underWay;
  }, [underWay, queries, router, tenant]);
};

const Facts = ({ plugin }: { plugin: Plugin }) => {
  const words = useWords();
  const { version, enabledVersion } = plugin;
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{words.t('extensions.state')}</dt>
        <dd>
          <StateMark plugin={plugin} />
        </dd>
      </div>
      <div>
        <dt>{words.t('extensions.version')}</dt>
        <dd>{version ?? '–'}</dd>
      </div>
      {enabledVersion !== null && enabledVersion !== version && (
        <div>
          <dt>{words.t('extensions.enabledVersion')}</dt>
          <dd>{enabledVersion}</dd>
        </div>
      )}
    </dl>
  );
};

const Shown = ({ plugin }: { plugin: Plugin }) => {
  const words = useWords();
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const title = words.text(plugin.title);
  usePageTitle(title);
  const change = plugin.change?.rehearsal ? null : plugin.change;
  const underWay = isUnderWay(change);
  useOpenedAnew(tenant, underWay);
  const manages = me.permissions.includes('plugin.manage');
  return (
    <div className={styles['page']}>
      <PageHeading
        title={title} about={plugin.about && words.text(plugin.about)} above={<Link to="/t/$tenant/plugins" params={{ tenant }}>{words.t('extensions.back')}</Link>}
        actions={me.permissions.includes('audit.read') && <Link to="/t/$tenant/audit" params={{ tenant }} search={{ kind: 'plugin' }}>{words.t('extensions.history')}</Link>}
      />
      <Facts plugin={plugin} />
      <Failures plugin={plugin} />
      {change && <ChangeProgress tenant={tenant} change={change} downloads={manages} />}
      {manages && plugin.state !== 'safe-mode' && <PluginDeeds key={plugin.state} tenant={tenant} plugin={plugin} underWay={underWay} readsPlan={me.permissions.includes('plan.read')} />}
      {!manages && <p className={styles['soft']}>{words.t('extensions.readOnly')}</p>}
      {plugin.brings && <Brought plugin={plugin} brings={plugin.brings} tenant={tenant} opened={me.plugins.find((it) => it.id === plugin.id)?.pages.map((it) => it.name) ?? []} />}
      {plugin.brings?.settings && (
        <Section title={words.t('extensions.settings')}>
          <SettingsSection tenant={tenant} plugin={plugin} />
        </Section>
      )}
    </div>
  );
};

/** One plugin: how it stands here, what it brings, what is done with it, its settings. */
export const PluginPage = () => {
  const words = useWords();
  const { tenant, plugin: id } = route.useParams();
  const { me } = route.useRouteContext();
  const reads = me.permissions.includes('plugin.read');
  const plugin = useQuery({ ...pluginQuery(tenant, id), enabled: reads });
  if (!reads) return <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', 'plugin.read') })}</NoPermissionState>;
  return (
    <QueryStates query={plugin} waiting={{ rows: 5, height: '3.5rem' }}>
      {(it) => <Shown plugin={it} />}
    </QueryStates>
  );
};
