import { Button } from '@mantine/core';
import type { LocalText } from '@saubac/domain/values';
import { EmptyState } from '@saubac/ui/states';
import { useWords } from '../../shell/index.ts';
import styles from './audit-trail.module.css';

type Reading = { id: string; at: string; title: LocalText; reader: { id: string | null; name: string | null } };

/** Who opened what of a file and when, the latest first. */
export const ReadingsTable = ({ rows, more, loadingMore, onMore }: { rows: readonly Reading[]; more: boolean; loadingMore: boolean; onMore: () => void }) => {
  const words = useWords();
  if (rows.length === 0) return <EmptyState title={words.t('auditTrail.nobodyTitle')}>{words.t('auditTrail.nobody')}</EmptyState>;
  return (
    <>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('auditTrail.readings')}>
        <table className={styles['changes']}>
          <thead>
            <tr>
              <th scope="col">{words.t('auditTrail.when')}</th>
              <th scope="col">{words.t('auditTrail.reader')}</th>
              <th scope="col">{words.t('auditTrail.saw')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, at, title, reader }) => (
              <tr key={id}>
                <td>{words.moment(at)}</td>
                <td>{reader.id === null ? words.t('auditTrail.operator') : (reader.name ?? words.t('auditTrail.gone'))}</td>
                <td>{words.text(title)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <div>
          <Button variant="default" loading={loadingMore} onClick={onMore}>
            {words.t('auditTrail.more')}
          </Button>
        </div>
      )}
    </>
  );
};
