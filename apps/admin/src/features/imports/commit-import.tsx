import { Button, Modal } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import { rowTotals } from './import-states.ts';
import styles from './imports.module.css';
import { commitImport } from './mutations.ts';
import type { RosterImport } from './queries.ts';

/** Has an import written, after it was said in words what that does and what it leaves out. */
export const CommitImport = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const commit = useMutation(commitImport(useQueryClient(), tenant, it.id));
  const [asking, setAsking] = useState(false);
  const { new: added, changed, refused } = rowTotals(it);
  const departing = it.preview?.departing.people ?? 0;
  const isNothing = added + changed + departing === 0;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.t('importDesk.commit')}</Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={words.t('importDesk.commitTitle')} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
        <div className={styles['stack']}>
          <p>{isNothing ? words.t('importDesk.commitNothing') : words.t('importDesk.commitLine', { new: added, changed, day: it.effectiveDate })}</p>
          {refused > 0 && <Notice tone="warn">{words.t('importDesk.commitSkips', { count: refused })}</Notice>}
          {departing > 0 && <Notice tone="warn">{words.t('importDesk.commitDeparts', { count: departing })}</Notice>}
          {commit.isError && (
            <Notice tone="bad" live>
              {commit.error instanceof Refused ? words.text(commit.error.problem.text) : words.t('shell.unreachable')}
            </Notice>
          )}
          <p className={styles['soft']}>{words.t('importDesk.commitUndo')}</p>
          <div className={styles['dialogButtons']}>
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.t('shell.cancel')}
            </Button>
            <Button loading={commit.isPending} data-autofocus onClick={() => commit.mutate(undefined, { onSuccess: () => setAsking(false) })}>
              {words.t('importDesk.commitYes')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
};
