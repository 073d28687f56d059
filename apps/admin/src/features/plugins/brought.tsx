import { Section } from '@saubac/ui/frame';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shell/index.ts';
import rows from '../../shell/rows.module.css';
import styles from './plugins.module.css';
import type { Plugin } from './queries.ts';

type Brings = NonNullable<Plugin['brings']>;

const Named = ({ title, items }: { title: string; items: readonly { key: string; shown: ReactNode }[] }) =>
  items.length === 0 ? null : (
    <div>
      <dt>{title}</dt>
      <dd>
        <ul className={styles['list']}>
          {items.map(({ key, shown }) => (
            <li key={key}>{shown}</li>
          ))}
        </ul>
      </dd>
    </div>
  );

const Permissions = ({ permissions }: { permissions: Brings['permissions'] }) => {
  const words = useWords();
  return (
    <table className={rows['rows']}>
      <thead>
        <tr>
          <th scope="col">{words.t('extensions.permission')}</th>
          <th scope="col">{words.t('extensions.roles')}</th>
        </tr>
      </thead>
      <tbody>
        {permissions.map(({ name, title, roles }) => (
          <tr key={name}>
            <td>{words.text(title)}</td>
            <td data-label={words.t('extensions.roles')}>{roles.map((role) => words.named('roles', role)).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What enabling a plugin makes, in words: pages, cards, what people may do, facts, targets, workflows, reports. `opened`: pages that the reader may open now. */
export const Brought = ({ plugin, brings, tenant, opened }: { plugin: Plugin; brings: Brings; tenant: string; opened: readonly string[] }) => {
  const words = useWords();
  const titled = (items: Brings['facts']) => items.map(({ name, title }) => ({ key: name, shown: words.text(title) }));
  const page = ({ name, title }: Brings['pages'][number]) =>
    opened.includes(name) ? <Link to="/t/$tenant/x/$plugin/$page" params={{ tenant, plugin: plugin.id, page: name }}>{words.text(title)}</Link> : words.text(title);
  const work = [
    ...brings.jobs.map(({ name, title }) => ({ key: `job ${name}`, shown: words.t('extensions.job', { name: words.text(title) }) })),
    ...brings.handlers.map(({ name, title }) => ({ key: `handler ${name}`, shown: words.t('extensions.handler', { name: words.text(title) }) })),
  ];
  return (
    <>
      <Section title={words.t(plugin.state === 'enabled' ? 'extensions.broughtNow' : 'extensions.broughtThen')}>
        <dl className={styles['brought']}>
          <Named title={words.t('extensions.pages')} items={brings.pages.map((it) => ({ key: it.name, shown: page(it) }))} />
          <Named title={words.t('extensions.slots')} items={brings.slots.map(({ name, title, at }) => ({ key: name, shown: `${words.text(title)} – ${words.named('extensions', `place-${at}`)}` }))} />
          <Named title={words.t('extensions.facts')} items={titled(brings.facts)} />
          <Named title={words.t('extensions.targets')} items={titled(brings.targets)} />
          <Named
            title={words.t('extensions.workflows')}
            items={brings.workflows.map((it) => ({ key: `${it.name} ${it.extends ?? ''}`, shown: it.extends === null ? words.text(it.title) : words.t('extensions.extends', { workflow: words.text(it.title) }) }))}
          />
          <Named title={words.t('extensions.reports')} items={titled(brings.reports)} />
          <Named title={words.t('extensions.work')} items={work} />
        </dl>
      </Section>
      {brings.permissions.length > 0 && (
        <Section title={words.t('extensions.permissions')}>
          <Permissions permissions={brings.permissions} />
        </Section>
      )}
    </>
  );
};
