import { Button, NativeSelect, TextInput } from '@mantine/core';
import { OptionalDayField } from '@saubac/ui/dates';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useUnsavedGuard, useWords } from '../../shell/index.ts';
import { AttendedField, type Attended } from './attended-field.tsx';
import { faultText } from './fault-text.ts';
import { addSession, type NewSession } from './mutations.ts';
import styles from './tasks.module.css';

const forms = ['meeting', 'online', 'media', 'other'] as const;

type Parts = { tenant: string; duty: string; due: number; today: string; readsPeople: boolean; onDone: () => void };

/** Writes a session down: when, how, about what, where, how many were there and, where it is known, who. */
export const SessionForm = ({ tenant, duty, due, today, readsPeople, onDone }: Parts) => {
  const words = useWords();
  const [key] = useState(() => crypto.randomUUID());
  const [day, setDay] = useState<string | undefined>(today);
  const [form, setForm] = useState<NewSession['form']>('meeting');
  const [said, setSaid] = useState({ topic: '', place: '', heads: '' });
  const [people, setPeople] = useState<readonly Attended[]>([]);
  const [missing, setMissing] = useState(false);
  const add = useMutation(addSession(useQueryClient(), tenant, duty));
  const guard = useUnsavedGuard((said.topic !== '' || said.heads !== '' || people.length > 0) && !add.isPending && !add.isSuccess);
  const send = () => {
    const heads = said.heads.trim() === '' && people.length > 0 ? people.length : /^\d{1,7}$/.test(said.heads.trim()) ? Number(said.heads) : undefined;
    const lacks = day === undefined || said.topic.trim() === '' || heads === undefined;
    setMissing(lacks);
    if (!lacks) add.mutate({ key, heldOn: day, form, topic: said.topic.trim(), place: said.place.trim() || null, heads, people: people.map((it) => it.id) }, { onSuccess: onDone });
  };
  return (
    <form
      className={styles['form']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {guard}
      <div className={styles['pair']}>
        <OptionalDayField label={words.t('tasks.heldOn')} value={day} onChange={setDay} />
        <NativeSelect label={words.t('tasks.form')} value={form} data={forms.map((it) => ({ value: it, label: words.t(`tasks.form-${it}`) }))} onChange={(event) => setForm(forms.find((it) => it === event.currentTarget.value) ?? 'other')} />
        <TextInput label={words.t('tasks.heads')} value={said.heads} inputMode="numeric" autoComplete="off" onChange={(event) => setSaid({ ...said, heads: event.currentTarget.value })} />
      </div>
      <TextInput label={words.t('tasks.sessionTopic')} value={said.topic} maxLength={500} autoComplete="off" onChange={(event) => setSaid({ ...said, topic: event.currentTarget.value })} />
      <TextInput label={words.t('tasks.place')} value={said.place} maxLength={300} autoComplete="off" onChange={(event) => setSaid({ ...said, place: event.currentTarget.value })} />
      {readsPeople && <AttendedField tenant={tenant} people={people} onChange={setPeople} />}
      {/^\d{1,7}$/.test(said.heads.trim()) && due > 0 && form !== 'media' && Number(said.heads) > due && <Notice live>{words.t('tasks.headsMany', { due })}</Notice>}
      {missing && <Notice tone="bad" live>{words.t('tasks.sessionMissing')}</Notice>}
      {add.isError && <Notice tone="bad" live>{faultText(words, add.error)}</Notice>}
      <div className={styles['buttons']}>
        <Button type="submit" variant="default" loading={add.isPending}>{words.t('tasks.addSession')}</Button>
        <Button variant="subtle" onClick={onDone}>{words.t('shell.cancel')}</Button>
      </div>
    </form>
  );
};
