import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Refused } from './api.ts';
import styles from './changed-meanwhile.module.css';
import { useWords } from './words-root.tsx';

/** What somebody else has saved meanwhile, where that is why a write was refused (409). */
export const savedMeanwhile = (error: unknown): { yours: unknown; current: unknown } | undefined => {
  if (!(error instanceof Refused) || error.problem.code !== 'changed-meanwhile') return undefined;
  const { yours, current } = error.problem as { yours?: unknown; current?: unknown };
  return { yours, current };
};

/** One thing that both sides wrote: shown only where they differ. */
export type Difference = { label: string; yours: ReactNode; theirs: ReactNode };

type Parts = {
  opened: boolean;
  differences: readonly Difference[];
  busy?: boolean;
  /** Writes one's own over what is saved now. */
  onKeepYours: () => void;
  /** Drops one's own and goes on from what is saved. */
  onKeepTheirs: () => void;
  onClose: () => void;
};

/** Two people edited the same: the second sees both versions and chooses. */
export const ChangedMeanwhile = ({ opened, differences, busy = false, onKeepYours, onKeepTheirs, onClose }: Parts) => {
  const words = useWords();
  const shown = (value: ReactNode) => (value === null || value === undefined || value === '' ? <span className={styles['nothing']}>{words.t('shell.changedNothing')}</span> : value);
  return (
    <Modal opened={opened} onClose={onClose} title={words.t('shell.changedMeanwhile')} size="lg" centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <p>{words.t('shell.changedMeanwhileAbout')}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words.t('shell.changedField')}</th>
            <th scope="col">{words.t('shell.changedYours')}</th>
            <th scope="col">{words.t('shell.changedTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, yours, theirs }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{shown(yours)}</td>
              <td>{shown(theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onKeepTheirs} data-autofocus>
          {words.t('shell.keepTheirs')}
        </Button>
        <Button loading={busy} onClick={onKeepYours}>
          {words.t('shell.keepYours')}
        </Button>
      </div>
    </Modal>
  );
};
