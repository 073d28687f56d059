import { Button } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { usePlugin } from '@saubac/plugin-api/admin';
import { DayField } from '@saubac/ui/dates';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { useState } from 'react';

import type { DutyLine } from '../../duties/wire.ts';
import styles from '../parts/parts.module.css';
import { textOf, useSend, useWords } from '../parts/use-lao.ts';

/** Ends somebody's work with Laos: whoever is on the list until a day counts until then. */
export const EndDuty = ({ it }: { it: DutyLine }) => {
  const { today } = usePlugin();
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [last, setLast] = useState<IsoDate>(today);
  const send = useSend('POST', () => setOpen(false));
  return (
    <>
      <Button size="xs" variant="subtle" aria-label={`${t('duty.end')}: ${it.name ?? ''}`} onClick={() => setOpen(true)}>{t('duty.end')}</Button>
      <ConfirmDialog opened={open} title={t('duty.endOf', { name: it.name ?? '' })} action={t('duty.end')} calm busy={send.isPending} onConfirm={() => send.mutate({ path: `/duties/${it.id}/end`, body: { last } })} onClose={() => setOpen(false)}>
        <DayField label={t('duty.last')} value={last} onChange={setLast} />
        {send.isError && <p role="alert" className={styles['wrong']}>{textOf(send.error)}</p>}
      </ConfirmDialog>
    </>
  );
};
