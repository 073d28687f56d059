import { NativeSelect, Textarea } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { Section } from '@saubac/ui/frame';
import { useState } from 'react';

import type { Agreement } from '../../agreements/wire.ts';
import { SendForm } from '../parts/send-form.tsx';
import { useSend, useWords } from '../parts/use-lao.ts';

/** What was done about a commitment in a year; what was noted before is there to be changed. */
export const FollowUpForm = ({ it, year }: { it: Agreement; year: number }) => {
  const { setSearch } = usePlugin();
  const { t } = useWords();
  const notedOf = (commitment: string): string => it.commitments.find((one) => one.id === commitment)?.followUps.find((entry) => entry.year === year)?.done ?? '';
  const first = it.missing.find((gap) => gap.year === year)?.commitment ?? it.commitments[0]?.id ?? '';
  const [commitment, setCommitment] = useState(first);
  const [done, setDone] = useState(notedOf(first));
  const send = useSend('POST', () => setSearch({ note: undefined }));
  return (
    <Section title={t('followUp.new')}>
      <SendForm action={t('ui.save')} busy={send.isPending} error={send.error} needed={[[t('followUp.done'), done]]} onCancel={() => setSearch({ note: undefined })} onSend={() => send.mutate({ path: `/agreements/${it.id}/follow-ups`, body: { commitment, year, done } })}>
        <NativeSelect label={t('followUp.year')} value={String(year)} data={it.years.map(String)} onChange={(event) => setSearch({ note: event.currentTarget.value })} />
        <NativeSelect
          label={t('followUp.commitment')} value={commitment} data={it.commitments.map((one) => ({ value: one.id, label: one.wording }))}
          onChange={(event) => {
            setCommitment(event.currentTarget.value);
            setDone(notedOf(event.currentTarget.value));
          }}
        />
        <Textarea label={t('followUp.done')} required autosize minRows={3} value={done} onChange={(event) => setDone(event.currentTarget.value)} />
      </SendForm>
    </Section>
  );
};
