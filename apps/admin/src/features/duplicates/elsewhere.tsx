import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { takePart } from './mutations.ts';
import { elsewhereQuery } from './queries.ts';

/** People on the roster of another province too, as the keyed digests of their numbers told, and whether this province takes part. */
export const Elsewhere = ({ tenant, maySet }: { tenant: string; maySet: boolean }) => {
  const words = useWords();
  const people = useInfiniteQuery(elsewhereQuery(tenant));
  const set = useMutation(takePart(useQueryClient(), tenant));
  const [leaving, setLeaving] = useState(false);
  return (
    <QueryStates query={people} waiting={{ rows: 4, height: '2.75rem' }}>
      {({ pages }) => {
        const rows = pages.flatMap((it) => it.items);
        if (pages[0]?.takesPart === false) {
          return (
            <EmptyState
              title={words.t('duplicates.elsewhereOffTitle')}
              action={
                maySet && (
                  <Button loading={set.isPending} onClick={() => set.mutate(true)}>
                    {words.t('duplicates.join')}
                  </Button>
                )
              }
            >
              {words.t('duplicates.elsewhereOff')} {!maySet && words.t('duplicates.elsewhereOffReader')}
            </EmptyState>
          );
        }
        return (
          <>
            <p className={styles['note']}>{words.t('duplicates.elsewhereAbout')}</p>
            {rows.length === 0 ? (
              <EmptyState title={words.t('duplicates.elsewhereNoneTitle')}>{words.t('duplicates.elsewhereNone')}</EmptyState>
            ) : (
              <table className={styles['merges']} aria-label={words.t('duplicates.elsewhereLabel')}>
                <thead>
                  <tr>
                    <th scope="col">{words.t('duplicates.name')}</th>
                    <th scope="col">{words.t('duplicates.idNumber')}</th>
                    <th scope="col">{words.t('duplicates.otherProvince')}</th>
                    <th scope="col">{words.t('duplicates.since')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((it) => (
                    <tr key={it.id}>
                      <th scope="row">
                        <Link to="/t/$tenant/people/$person" params={{ tenant, person: it.id }} search={{}}>
                          {it.fullName}
                        </Link>
                      </th>
                      <td data-label={words.t('duplicates.idNumber')}>{it.idNumber ?? words.t('duplicates.unknown')}</td>
                      <td data-label={words.t('duplicates.otherProvince')}>{it.province}</td>
                      <td data-label={words.t('duplicates.since')}>{words.date(it.since)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <div className={styles['actions']}>
              {people.hasNextPage && (
                <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
                  {words.t('duplicates.more')}
                </Button>
              )}
              {maySet && (
                <Button variant="subtle" onClick={() => setLeaving(true)}>
                  {words.t('duplicates.leave')}
                </Button>
              )}
            </div>
            <ConfirmDialog
              title={words.t('duplicates.leaveTitle')} action={words.t('duplicates.leave')} keep={words.t('duplicates.stayIn')} opened={leaving} busy={set.isPending}
              onConfirm={() => set.mutate(false, { onSuccess: () => setLeaving(false) })} onClose={() => setLeaving(false)}
            >
              {words.t('duplicates.leaveAbout')}
            </ConfirmDialog>
          </>
        );
      }}
    </QueryStates>
  );
};
