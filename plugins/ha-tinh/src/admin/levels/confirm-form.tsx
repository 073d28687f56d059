import { NativeSelect, TextInput } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { usePlugin } from '@saubac/plugin-api/admin';
import { DayField } from '@saubac/ui/dates';
import { Section } from '@saubac/ui/frame';
import { useState } from 'react';

import type { CertificateLine } from '../../certificates/wire.ts';
import styles from '../parts/parts.module.css';
import { SendForm } from '../parts/send-form.tsx';
import { useSend, useWords } from '../parts/use-lao.ts';

/** Confirms a level of the framework for one certificate, by a document. */
export const ConfirmForm = ({ it }: { it: CertificateLine }) => {
  const { setSearch, today } = usePlugin();
  const { t } = useWords();
  const [level, setLevel] = useState(String(it.aimedAt ?? 1));
  const [document, setDocument] = useState('');
  const [on, setOn] = useState<IsoDate>(today);
  const close = (): void => setSearch({ confirm: undefined });
  const send = useSend('POST', close);
  return (
    <Section title={t('level.confirmOf', { number: it.number, name: it.name ?? '' })}>
      <SendForm action={t('level.confirm')} busy={send.isPending} error={send.error} needed={[[t('level.document'), document]]} onCancel={close} onSend={() => send.mutate({ path: `/certificates/${it.id}/level`, body: { level: Number(level), document, on } })}>
        <div className={styles['pair']}>
          <NativeSelect label={t('column.level')} value={level} data={['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: t('programme.levelOf', { level: value }) }))} onChange={(event) => setLevel(event.currentTarget.value)} />
          <DayField label={t('level.on')} value={on} onChange={setOn} />
        </div>
        <TextInput label={t('level.document')} required value={document} onChange={(event) => setDocument(event.currentTarget.value)} />
      </SendForm>
    </Section>
  );
};
