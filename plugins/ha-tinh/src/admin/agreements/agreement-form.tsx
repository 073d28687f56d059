import { Button, Textarea, TextInput } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { usePlugin } from '@saubac/plugin-api/admin';
import { DayField, OptionalDayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { useState } from 'react';

import { type Agreement, agreementAnswer, idAnswer } from '../../agreements/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { Goto } from '../parts/goto.tsx';
import styles from '../parts/parts.module.css';
import { SendForm } from '../parts/send-form.tsx';
import { useLao, useSend, useWords } from '../parts/use-lao.ts';

const Fields = ({ it }: { it: Agreement | undefined }) => {
  const { setSearch, today } = usePlugin();
  const { t } = useWords();
  const [title, setTitle] = useState(it?.title ?? '');
  const [partner, setPartner] = useState(it?.partner ?? '');
  const [signedOn, setSignedOn] = useState((it?.signedOn ?? today) as IsoDate);
  const [endsOn, setEndsOn] = useState<string | undefined>(it?.endsOn ?? undefined);
  const [note, setNote] = useState(it?.note ?? '');
  const [commitments, setCommitments] = useState<readonly { id?: string; wording: string }[]>(it?.commitments.map(({ id, wording }) => ({ id, wording })) ?? [{ wording: '' }]);
  const send = useSend(it ? 'PUT' : 'POST', (answer) => setSearch({ edit: undefined, agreement: idAnswer.parse(answer).id }));
  const body = { title, partner, signedOn, endsOn: endsOn ?? null, note: note.trim() === '' ? null : note, commitments: commitments.filter((one) => one.wording.trim() !== ''), ...(it ? { version: it.version } : {}) };
  return (
    <SendForm action={t('ui.save')} busy={send.isPending} error={send.error} needed={[[t('agreement.title'), title], [t('agreement.partner'), partner], [t('agreement.commitmentOf', { at: 1 }), commitments.map((one) => one.wording).join('')]]} onCancel={() => setSearch({ edit: undefined })} onSend={() => send.mutate({ path: it ? `/agreements/${it.id}` : '/agreements', body })}>
      <TextInput label={t('agreement.title')} required value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <TextInput label={t('agreement.partner')} required value={partner} onChange={(event) => setPartner(event.currentTarget.value)} />
      <div className={styles['pair']}>
        <DayField label={t('agreement.signedOn')} value={signedOn} onChange={setSignedOn} />
        <OptionalDayField label={t('agreement.endsOn')} hint={t('agreement.endsAbout')} value={endsOn} onChange={setEndsOn} />
      </div>
      <fieldset className={styles['group']}>
        <legend>{t('agreement.commitments')}</legend>
        {commitments.map((one, at) => (
          <div key={one.id ?? at} className={styles['line']}>
            <Textarea aria-label={t('agreement.commitmentOf', { at: at + 1 })} autosize value={one.wording} onChange={(event) => setCommitments(commitments.map((other, index) => (index === at ? { ...other, wording: event.currentTarget.value } : other)))} />
            {commitments.length > 1 && <Button variant="subtle" size="xs" aria-label={`${t('ui.remove')} ${at + 1}`} onClick={() => setCommitments(commitments.filter((_, index) => index !== at))}>{t('ui.remove')}</Button>}
          </div>
        ))}
        <div>
          <Button variant="default" size="xs" onClick={() => setCommitments([...commitments, { wording: '' }])}>{t('agreement.addCommitment')}</Button>
        </div>
      </fieldset>
      <Textarea label={t('agreement.note')} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </SendForm>
  );
};

/** The form of an agreement, new or known. */
export const AgreementForm = ({ id }: { id?: string }) => {
  const { t } = useWords();
  const known = useLao(`/agreements/${id ?? ''}`, agreementAnswer, id !== undefined);
  return (
    <>
      <PageHeading above={<Goto page="agreements" to={id === undefined ? {} : { agreement: id }}>{known.data?.title ?? t('page.agreements')}</Goto>} title={t(id === undefined ? 'agreements.new' : 'agreement.edit')} />
      {id === undefined ? <Fields it={undefined} /> : <Answer query={known}>{(it) => <Fields it={it} />}</Answer>}
    </>
  );
};
