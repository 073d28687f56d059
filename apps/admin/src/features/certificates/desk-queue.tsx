import { Button } from '@mantine/core';
import { useCodeNames, useWords } from '../../shell/index.ts';
import styles from './desk.module.css';
import type { ListedCertificate } from './queries.ts';

type Parts = { tenant: string; items: readonly ListedCertificate[]; total: number; shown: string | undefined; more: boolean; loadingMore: boolean; onMore: () => void; onOpen: (id: string) => void };

/** What waits, the oldest first; behind a heading that opens where the screen is narrow. */
export const DeskQueue = ({ tenant, items, total, shown, more, loadingMore, onMore, onOpen }: Parts) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  return (
    <nav className={styles['queue']} aria-label={words.t('certificateDesk.queueLabel')} data-screen-only>
      <p className={styles['count']}>{words.t('certificateDesk.queueCount', { count: total })}</p>
      <ol>
        {items.map((it) => (
          <li key={it.id}>
            <button type="button" className={styles['item']} aria-current={it.id === shown || undefined} onClick={() => onOpen(it.id)}>
              <span className={styles['itemName']}>{it.holder}</span>
              <span className={styles['soft']}>
                {names.certificateType(it.type)}, {words.t('certificateDesk.queueExam', { day: it.examDate })}
              </span>
              {it.unit && <span className={styles['itemUnit']}>{it.unit.name}</span>}
            </button>
          </li>
        ))}
      </ol>
      {more && (
        <Button variant="subtle" size="xs" loading={loadingMore} onClick={onMore}>
          {words.t('certificateDesk.queueMore')}
        </Button>
      )}
    </nav>
  );
};
