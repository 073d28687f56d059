import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { confirmMerge, unmerge, withdrawMerge } from './mutations.ts';
import type { Merge } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Parts = { tenant: string; merge: Merge; /** Who reads this. */ me: string; merges: boolean; edits: boolean };

/** Deciding a proposal as the second person, withdrawing one's own, or taking a merge apart again. */
export const MergeDecision = ({ tenant, merge, me, merges, edits }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'confirm' | 'refuse' | 'unmerge'>();
  const confirm = useMutation(confirmMerge(queries, tenant, merge));
  const refuse = useMutation(withdrawMerge(queries, tenant, merge));
  const undo = useMutation(unmerge(queries, tenant, merge));
  const shut = () => setAsked(undefined);
  const done = { onSuccess: shut };
  const own = merge.proposed.by === me;
  const names = { going: merge.going.fullName ?? words.t('duplicates.gone'), staying: merge.staying.fullName ?? words.t('duplicates.gone') };
  if (merge.state === 'confirmed' && merges) {
    return (
      <div className={styles['apart']} data-screen-only>
        <Button variant="default" onClick={() => setAsked('unmerge')}>
          {words.t('duplicates.unmerge')}
        </Button>
        <ReasonDialog
          title={words.t('duplicates.unmergeTitle')} about={words.t('duplicates.unmergeAbout')} label={words.t('duplicates.why')} action={words.t('duplicates.unmerge')} keep={words.t('duplicates.keepMerged')}
          opened={asked === 'unmerge'} busy={undo.isPending} error={undo.error} onSend={(why) => undo.mutate(why, done)} onClose={shut}
        />
      </div>
    );
  }
  if (merge.state !== 'proposed' || !(merges || edits)) return null;
  return (
    <div className={styles['box']} data-screen-only>
      <h2>{words.t('duplicates.toDecide')}</h2>
      <p>{words.t(own ? 'duplicates.toDecideOwn' : 'duplicates.toDecideOther')}</p>
      <div className={styles['actions']}>
        {merges && !own && <Button onClick={() => setAsked('confirm')}>{words.t('duplicates.confirm')}</Button>}
        {edits && (
          <Button variant="default" onClick={() => setAsked('refuse')}>
            {words.t(own ? 'duplicates.withdraw' : 'duplicates.refuse')}
          </Button>
        )}
      </div>
      <ReasonDialog
        title={words.t('duplicates.confirmTitle')} about={words.t('duplicates.confirmAbout', names)} label={words.t('duplicates.why')} action={words.t('duplicates.confirm')} keep={words.t('duplicates.notConfirm')} destroys
        opened={asked === 'confirm'} busy={confirm.isPending} error={confirm.error} onSend={(why) => confirm.mutate(why, done)} onClose={shut}
      />
      <ReasonDialog
        title={words.t(own ? 'duplicates.withdrawTitle' : 'duplicates.refuseTitle')} about={words.t('duplicates.refuseAbout')} label={words.t('duplicates.why')}
        action={words.t(own ? 'duplicates.withdraw' : 'duplicates.refuse')} keep={words.t('duplicates.notConfirm')} {...(own ? {} : { needed: words.t('duplicates.whyNeeded') })}
        opened={asked === 'refuse'} busy={refuse.isPending} error={refuse.error} onSend={(why) => refuse.mutate(why, done)} onClose={shut}
      />
    </div>
  );
};
