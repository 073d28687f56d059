import { Button } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import type { ReactNode } from 'react';

import styles from './parts.module.css';
import { textOf, useWords } from './use-lao.ts';

type Parts = { action: string; busy: boolean; error: unknown; onSend: () => void; onCancel?: (() => void) | undefined; children: ReactNode };

/** A form with its one button; what is wrong is told above it. */
export const SendForm = ({ action, busy, error, onSend, onCancel, children }: Parts) => {
  const { t } = useWords();
  return (
    <form
      className={styles['form']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <FaultSummary faults={error ? [{ text: textOf(error) }] : []} />
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
