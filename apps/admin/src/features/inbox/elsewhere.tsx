import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './inbox.module.css';
import type { Inbox } from './queries.ts';

/** What waits and is decided on pages of its own: of each kind how many, and the way there. */
export const Elsewhere = ({ tenant, lines }: { tenant: string; lines: Inbox['elsewhere'] }) => {
  const words = useWords();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="elsewhere" className={styles['elsewhere']}>
      <h2 id="elsewhere">{words.t('cases.elsewhere')}</h2>
      <ul className={styles['lines']}>
        {lines.map(({ kind, label, count, more, link }) => (
          <li key={kind}>
            <Link to={`/t/$tenant${link}` as '/t/$tenant'} params={{ tenant }}>
              {words.text(label)}
            </Link>
            <span className={styles['count']}>{words.t(more ? 'cases.moreThan' : 'cases.howMany', { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
