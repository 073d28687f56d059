import { Button } from '@mantine/core';
import { faultsOf, useUnsavedGuard } from '@saubac/plugin-api/admin';
import { FaultSummary } from '@saubac/ui/form';
import { type ReactNode, useState } from 'react';

import styles from './parts.module.css';
import { useWords } from './use-lao.ts';

type Parts = {
  action: string;
  busy: boolean;
  error: unknown;
  /** What must be filled in, by the label of its field. */
  needed?: readonly (readonly [label: string, value: string | null])[];
  onSend: () => void;
  onCancel?: (() => void) | undefined;
  children: ReactNode;
};

/** A form with its one button; what is missing or was refused is told above it, and what is typed is not left without a question. */
export const SendForm = ({ action, busy, error, needed = [], onSend, onCancel, children }: Parts) => {
  const { t } = useWords();
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState(false);
  // What was refused stands in the fields still.
  useUnsavedGuard((typed || error !== null) && !busy);
  const missing = needed.filter(([, value]) => (value ?? '').trim() === '').map(([label]) => ({ text: t('ui.needed', { field: label }) }));
  return (
    <form
      className={styles['form']} noValidate
      onChange={() => setTyped(true)}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length > 0) return;
        setTyped(false);
        onSend();
      }}
    >
      <FaultSummary faults={tried && missing.length > 0 ? missing : faultsOf(error).map(({ text }) => ({ text }))} />
      {children}
      <div className={styles['buttons']}>
        <Button type="submit" loading={busy}>
          {action}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
};
