import { Textarea } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { Section } from '@saubac/ui/frame';
import { useState } from 'react';

import { openingsAnswer } from '../../enrolment/wire.ts';
import { PersonField } from '../parts/person-field.tsx';
import { SendForm } from '../parts/send-form.tsx';
import { useLao, useSend, useWords } from '../parts/use-lao.ts';

/** Proposes somebody of one's own units for a class. */
export const ProposeForm = ({ id }: { id: string }) => {
  const { setSearch } = usePlugin();
  const { t } = useWords();
  const openings = useLao('/openings', openingsAnswer);
  const [person, setPerson] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const close = (): void => setSearch({ propose: undefined });
  const send = useSend('POST', close);
  const name = openings.data?.items.find((it) => it.id === id)?.name ?? '';
  return (
    <Section title={t('enrolments.proposeFor', { class: name })}>
      <SendForm action={t('lao-enrolment.move.submit')} busy={send.isPending} error={send.error} needed={[[t('column.name'), person]]} onSend={() => send.mutate({ path: '/enrolments', body: { class: id, person, why: why.trim() === '' ? null : why } })} onCancel={close}>
        <PersonField label={t('column.name')} value={person} onChange={setPerson} />
        <Textarea label={t('column.why')} description={t('enrolments.whyAbout')} autosize minRows={2} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      </SendForm>
    </Section>
  );
};
