import { Button } from '@mantine/core';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { type MergeState, mergesQuery } from './queries.ts';

const states = ['proposed', 'confirmed', 'withdrawn', 'undone'] as const;

/** Proposed merges and what became of them, the latest first. */
export const MergesList = ({ tenant, state, onState }: { tenant: string; state: MergeState | undefined; onState: (state: MergeState | undefined) => void }) => {
  const words = useWords();
  const merges = useInfiniteQuery(mergesQuery(tenant, state));
  const by = (it: { label: string; at: string } | null) => (it ? words.t('duplicates.byWhom', { name: it.label, moment: words.moment(it.at) }) : words.t('duplicates.notYet'));
  return (
    <>
      <div className={styles['filters']}>
        <ChoiceField
          label={words.t('duplicates.state')} any={words.t('duplicates.anyState')} value={state} options={states.map((it) => ({ value: it, label: words.t(`duplicates.state-${it}`) }))}
          onChange={(picked) => onState(states.find((it) => it === picked))}
        />
      </div>
      <QueryStates query={merges} waiting={{ rows: 4, height: '2.75rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <EmptyState title={words.t('duplicates.mergesNoneTitle')}>{words.t(state === undefined ? 'duplicates.mergesNone' : 'duplicates.mergesNoneState')}</EmptyState>;
          return (
            <>
              <table className={styles['merges']} aria-label={words.t('duplicates.mergesLabel')}>
                <thead>
                  <tr>
                    <th scope="col">{words.t('duplicates.staying')}</th>
                    <th scope="col">{words.t('duplicates.going')}</th>
                    <th scope="col">{words.t('duplicates.state')}</th>
                    <th scope="col">{words.t('duplicates.proposedBy')}</th>
                    <th scope="col">{words.t('duplicates.decidedBy')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((it) => (
                    <tr key={it.id}>
                      <th scope="row">
                        <Link to="/t/$tenant/duplicates/merges/$merge" params={{ tenant, merge: it.id }}>
                          {it.staying.fullName ?? words.t('duplicates.gone')}
                        </Link>
                      </th>
                      <td data-label={words.t('duplicates.going')}>{it.going.fullName ?? words.t('duplicates.gone')}</td>
                      <td className={styles['state']} data-state={it.state}>{words.t(`duplicates.state-${it.state}`)}</td>
                      <td data-label={words.t('duplicates.proposedBy')}>{by(it.proposed)}</td>
                      <td data-label={words.t('duplicates.decidedBy')}>{by(it.decided)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {merges.hasNextPage && (
                <Button variant="default" mt="md" loading={merges.isFetchingNextPage} onClick={() => void merges.fetchNextPage()}>
                  {words.t('duplicates.more')}
                </Button>
              )}
            </>
          );
        }}
      </QueryStates>
    </>
  );
};
