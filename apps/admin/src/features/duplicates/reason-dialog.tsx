import { Button, Modal, TextInput } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { type ReactNode, useId, useState } from 'react';
import { Refused, savedMeanwhile, useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';

type Parts = {
  title: string;
  /** What will happen. */
  about: string;
  label: string;
  action: string;
  keep: string;
  opened: boolean;
  busy: boolean;
  error: unknown;
  /** A reason must be given; said beside the field when it is missing. */
  needed?: string;
  /** It destroys something, and its button says so by its colour. */
  destroys?: boolean;
  onSend: (why: string) => void;
  onClose: () => void;
};

const Refusal = ({ error }: { error: unknown }): ReactNode => {
  const words = useWords();
  if (!(error instanceof Refused)) return <Notice tone="bad" live>{words.t('shell.unreachable')}</Notice>;
  const { text, errors = [] } = error.problem;
  return (
    <Notice tone="bad" live>
      <p>{savedMeanwhile(error) ? words.t('duplicates.changed') : words.text(text)}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map((it, at) => (
            <li key={at}>{words.text(it.text)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
};

/** Asks before a decision about two records, says what it does, and takes its reason. */
export const ReasonDialog = ({ title, about, label, action, keep, opened, busy, error, needed, destroys = false, onSend, onClose }: Parts) => {
  const words = useWords();
  const id = useId();
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (needed !== undefined && why.trim() === '') return setMissing(true);
    onSend(why);
  };
  return (
    <Modal opened={opened} onClose={onClose} centered title={title} closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>{about}</p>
        <TextInput
          id={id} className={styles['why']} label={label} value={why} autoComplete="off" maxLength={500} error={missing ? needed : undefined}
          onChange={(event) => {
            setWhy(event.currentTarget.value);
            setMissing(false);
          }}
        />
        {error !== null && error !== undefined && <Refusal error={error} />}
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {keep}
          </Button>
          <Button type="submit" loading={busy} {...(destroys ? { color: 'red.9' } : {})}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
