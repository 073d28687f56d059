import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './inbox.module.css';
import { bulksQuery, type InboxSearch } from './queries.ts';

/** The bulk moves that whoever is signed in asked for lately, so that one is found again after its page was closed. */
export const RecentBulks = ({ tenant, search }: { tenant: string; search: InboxSearch }) => {
  const words = useWords();
  const { data } = useQuery(bulksQuery(tenant));
  if (!data || data.items.length === 0) return null;
  const running = data.items.filter((it) => it.state === 'queued').length;
  return (
    <details className={styles['recent']}>
      <summary>
        {words.t('cases.bulkRecent')}
        {running > 0 && ` (${words.t('cases.bulk-queued')})`}
      </summary>
      <ul className={styles['lines']}>
        {data.items.map((it) => (
          <li key={it.id}>
            <Link to="/t/$tenant/inbox" params={{ tenant }} search={{ ...search, bulk: it.id }}>
              {words.t('cases.bulkTitle', { move: words.text(it.moveLabel), count: it.cases })}
            </Link>
            <span className={styles['count']}>
              {words.t('cases.bulkAt', { at: words.moment(it.askedAt), moved: it.moved, total: it.cases })} · {words.t(`cases.bulk-${it.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};
