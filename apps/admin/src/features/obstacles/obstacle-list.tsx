import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './obstacles.module.css';
import type { Obstacle } from './queries.ts';

/** Obstacles one below the other: what, whose, how it stands, the answer's beginning. */
export const ObstacleList = ({ tenant, obstacles }: { tenant: string; obstacles: readonly Obstacle[] }) => {
  const words = useWords();
  return (
    <ul className={styles['list']}>
      {obstacles.map((it) => (
        <li key={it.id}>
          <div>
            <Link to="/t/$tenant/obstacles/$obstacle" params={{ tenant, obstacle: it.id }} className={styles['title']}>
              {it.text.length > 160 ? `${it.text.slice(0, 159)}…` : it.text}
            </Link>
            <div className={styles['soft']}>
              {it.unit?.name ?? words.t('obstacles.whole')} · {words.t('obstacles.raisedBy', { by: it.raisedLabel, day: it.raisedOn })}
            </div>
            {it.concerns !== null && (
              <div className={styles['soft']}>
                {words.t(`obstacles.kind-${it.concerns.kind}`)}: {words.text(it.concerns.title)}
              </div>
            )}
            {it.answer !== null && (it.state === 'answered' || it.state === 'closed') && (
              <div>
                {words.t('obstacles.answer')}: {it.answer.length > 200 ? `${it.answer.slice(0, 199)}…` : it.answer}
              </div>
            )}
          </div>
          <span className={styles['state']} data-state={it.late ? 'late' : it.state}>
            {words.t(`obstacles.state-${it.state}`)}
            {it.dueOn !== null && <div>{words.t(it.late ? 'obstacles.dueLate' : 'obstacles.due', { day: it.dueOn })}</div>}
            {it.published && <span className={styles['soft']}> · {words.t('obstacles.published')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
};
