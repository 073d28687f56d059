import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { called } from '../../cases/index.ts';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './inbox.module.css';
import { type Bulk, bulkQuery, stopBulk } from './queries.ts';

type Item = Bulk['items'][number];

const BulkItem = ({ tenant, of }: { tenant: string; of: Item }) => {
  const words = useWords();
  const why = of.refused && [of.refused.text, ...of.refused.reasons].map((it) => words.text(it)).join(' ');
  return (
    <li>
      {of.title === null ? (
        words.t('cases.bulkUnseen')
      ) : (
        <Link to="/t/$tenant/inbox/$case" params={{ tenant, case: of.case }}>
          {called(words, { title: of.title, person: of.person })}
        </Link>
      )}
      <span className={styles['soft']}>: {why ?? (of.to ? words.text(of.to.label) : words.t('cases.bulk-cancelled'))}</span>
    </li>
  );
};

/** What became of the cases of a bulk move: what was refused first and open, with the reason of each. */
const BulkItems = ({ tenant, bulk }: { tenant: string; bulk: Bulk }) => {
  const words = useWords();
  const groups = [
    { key: 'refused', word: 'cases.bulkRefused', items: bulk.items.filter((it) => it.refused !== null) },
    { key: 'left', word: 'cases.bulkLeft', items: bulk.state === 'queued' ? [] : bulk.items.filter((it) => it.refused === null && it.to === null) },
    { key: 'moved', word: 'cases.bulkMoved', items: bulk.items.filter((it) => it.to !== null) },
  ] as const;
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ key, word, items }) => (
      <details key={key} open={key === 'refused'} className={styles['group']}>
        <summary>{words.t(word, { count: items.length })}</summary>
        <ul className={styles['results']}>
          {items.map((it) => (
            <BulkItem key={it.case} tenant={tenant} of={it} />
          ))}
        </ul>
      </details>
    ));
};

/** A bulk move: how far it is while it is under way, with a way to stop it; afterwards what became of each case. */
export const BulkPanel = ({ tenant, id, onClose }: { tenant: string; id: string; onClose: () => void }) => {
  const words = useWords();
  const queries = useQueryClient();
  const query = useQuery(bulkQuery(tenant, id));
  const stop = useMutation(stopBulk(queries, tenant));
  return (
    <QueryStates query={query} waiting={{ rows: 1, height: '6rem' }}>
      {(bulk) => {
        const done = bulk.moved + bulk.refused;
        const told = { done, total: bulk.cases, moved: bulk.moved, refused: bulk.refused, left: bulk.cases - done };
        return (
          <Notice tone={bulk.refused > 0 ? 'warn' : 'plain'}>
            <h2 className={styles['bulkTitle']}>{words.t('cases.bulkTitle', { move: words.text(bulk.moveLabel), count: bulk.cases })}</h2>
            <p role="status">{words.t(bulk.state === 'queued' ? 'cases.bulkRunning' : bulk.state === 'done' ? 'cases.bulkDone' : 'cases.bulkStopped', told)}</p>
            {bulk.reason !== null && <p className={styles['soft']}>{words.t('cases.bulkReason', { reason: bulk.reason })}</p>}
            {bulk.state === 'queued' && <progress className={styles['progress']} max={bulk.cases} value={done} aria-label={words.t('cases.bulkProgress')} />}
            <BulkItems tenant={tenant} bulk={bulk} />
            {bulk.state === 'queued' ? (
              <div className={styles['bulkButtons']}>
                <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(id)}>
                  {words.t('cases.bulkStop')}
                </Button>
                <span className={styles['soft']}>{words.t('cases.bulkStopAbout')}</span>
              </div>
            ) : (
              <Button variant="default" onClick={onClose}>
                {words.t('shell.close')}
              </Button>
            )}
          </Notice>
        );
      }}
    </QueryStates>
  );
};
