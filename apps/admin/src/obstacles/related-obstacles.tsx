import { Section } from '@saubac/ui/frame';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask, useWords } from '../shell/index.ts';
import styles from './related.module.css';

/** What the obstacles have to do with: an element of a plan by its id, or the page of a change within the tenant. */
type Of = { about: string; change?: never } | { change: string; about?: never };

type Parts = { tenant: string; of: Of; permissions: readonly string[] };

const shown = 5;

const relatedQuery = (tenant: string, of: Of) =>
  queryOptions({ queryKey: ['t', tenant, 'obstacles', 'related', of], queryFn: ({ signal }) => ask((api) => api.listObstacles({ params: { tenant }, query: { ...of, limit: shown } }, { signal })) });

/** The obstacles and proposals about a target or task, or that a change came of, each a link. Of a change without any nothing is shown. */
export const RelatedObstacles = ({ tenant, of, permissions }: Parts) => {
  const words = useWords();
  const found = useQuery({ ...relatedQuery(tenant, of), enabled: permissions.includes('obstacle.read') });
  const items = found.data?.items ?? [];
  const raises = of.about !== undefined && permissions.includes('obstacle.raise');
  if (!found.data || (items.length === 0 && of.about === undefined)) return null;
  return (
    <Section title={words.t(of.about === undefined ? 'related.cameOf' : 'related.title')}>
      {items.length === 0 && <p className={styles['soft']}>{words.t('related.none')}</p>}
      <ul className={styles['list']}>
        {items.map((it) => (
          <li key={it.id}>
            <Link to="/t/$tenant/obstacles/$obstacle" params={{ tenant, obstacle: it.id }}>{it.text.length > 140 ? `${it.text.slice(0, 139)}…` : it.text}</Link>
            <span className={styles['soft']}>
              {[it.unit?.name, words.t(`related.state-${it.state}`)].filter((part) => part !== undefined).join(' · ')}
            </span>
            {it.late && <span className={styles['late']}>{words.t('related.late')}</span>}
          </li>
        ))}
      </ul>
      <div className={styles['links']} data-screen-only>
        {found.data.next !== null && <Link to="/t/$tenant/obstacles" params={{ tenant }} search={of}>{words.t('related.all', { count: shown })}</Link>}
        {raises && <Link to="/t/$tenant/obstacles/new" params={{ tenant }} search={{ about: of.about }}>{words.t('related.raise')}</Link>}
      </div>
    </Section>
  );
};
