import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { faultInWords } from './fault-in-words.ts';
import { setComparison } from './mutations.ts';
import { comparisonQuery } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** Whether the province compares identification numbers with others, and changing that. */
export const Comparison = ({ tenant }: { tenant: string }) => {
  const words = useWords();
  const asked = useQuery(comparisonQuery(tenant));
  const set = useMutation(setComparison(useQueryClient(), tenant));
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <QueryStates query={asked} waiting={{ rows: 1, height: '5rem' }}>
      {({ takesPart }) => {
        const action = words.t(takesPart ? 'administration.comparisonStop' : 'administration.comparisonStart');
        return (
          <>
            <dl className={styles['parameters']}>
              <div>
                <dt>{words.t('administration.comparison')}</dt>
                <dd>{words.t(takesPart ? 'administration.comparisonOn' : 'administration.comparisonOff')}</dd>
                <dd className={styles['soft']}>{words.t('administration.comparisonAbout')}</dd>
                <dd>
                  <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>{action}</Button>
                </dd>
              </div>
            </dl>
            <ReasonDialog
              title={action} action={action} label={words.t('administration.why')} hint={words.t('administration.whyHint')} missing={words.t('administration.whyMissing')}
              opened={asking} busy={set.isPending} fault={faultInWords(set.error, words)} onClose={close} onConfirm={(why) => set.mutate({ takesPart: !takesPart, why }, { onSuccess: close })}
            >
              {words.t(takesPart ? 'administration.comparisonStopAbout' : 'administration.comparisonStartAbout')}
            </ReasonDialog>
          </>
        );
      }}
    </QueryStates>
  );
};
