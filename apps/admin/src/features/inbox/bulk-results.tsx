import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useWords } from '../../shell/index.ts';
import styles from './inbox.module.css';
import type { Bulk } from './use-bulk.ts';

/** How far a decision about many cases has come, and what became of each. */
export const BulkResults = ({ bulk, onClose }: { bulk: Bulk; onClose: () => void }) => {
  const words = useWords();
  const refused = bulk.results.filter((it) => !it.ok);
  return (
    <Notice tone={refused.length > 0 ? 'warn' : 'plain'} live>
      <p>{words.t(bulk.running ? 'cases.bulkRunning' : 'cases.bulkDone', { done: bulk.results.filter((it) => it.ok).length, total: bulk.total })}</p>
      {bulk.running && <progress className={styles['progress']} max={bulk.total} value={bulk.results.length} aria-label={words.t('cases.bulkProgress')} />}
      <ul className={styles['results']}>
        {bulk.results.map(({ item, ok, text }) => (
          <li key={item.id} data-ok={ok || undefined}>
            {words.text(item.title)}: {text}
          </li>
        ))}
      </ul>
      {!bulk.running && (
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {words.t('shell.close')}
        </Button>
      )}
    </Notice>
  );
};
