import { Button, TextInput } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import { submitDraft } from './mutations.ts';
import styles from './plan.module.css';
import type { Draft } from './queries.ts';

type Parts = { tenant: string; draft: Draft; may: boolean; firstDay: string; first: boolean; ready: boolean };

/** Hands a draft in to be checked and approved: from which day it is to rule, and on what ground. Who may not do it is told who does. */
export const HandIn = ({ tenant, draft, may, firstDay, first, ready }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const [from, setFrom] = useState<string>(draft.from ?? firstDay);
  const [why, setWhy] = useState('');
  const submit = useMutation(submitDraft(queries, tenant, draft.id));
  const day = parseIsoDate(from);
  if (!may) return <p>{words.t('planEditor.handInOthers')}</p>;
  if (!ready) return <Notice tone="warn">{words.t('planEditor.notReady')}</Notice>;
  const refused = submit.error instanceof Refused ? words.text(submit.error.problem.text) : submit.error ? words.t('shell.unreachable') : undefined;
  return (
    <div className={styles['step']}>
      <p>{words.t('planEditor.handInAbout')}</p>
      <p>{words.t(first ? 'planEditor.fromFirst' : 'planEditor.fromLater')}</p>
      {day && <DayField label={words.t('planEditor.inForceFrom')} value={day} onChange={setFrom} />}
      <TextInput className={styles['why'] ?? ''} label={words.t('planEditor.decisionNote')} value={why} maxLength={500} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Button loading={submit.isPending} onClick={() => submit.mutate({ version: draft.version, from, ...(why.trim() === '' ? {} : { why: why.trim() }) })}>
        {words.t('planEditor.handIn')}
      </Button>
      {refused !== undefined && (
        <p className={styles['wrong']} role="alert">
          {refused}
        </p>
      )}
    </div>
  );
};
