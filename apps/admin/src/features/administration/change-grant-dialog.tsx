import { Button, Modal } from '@mantine/core';
import { OptionalDayField } from '@saubac/ui/dates';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangedMeanwhile, savedMeanwhile, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { faultInWords } from './fault-in-words.ts';
import { changeGrant } from './mutations.ts';
import { type Grant, type User, userQuery } from './queries.ts';

type Parts = { tenant: string; user: User; grant: Grant; name: string; today: string; onClose: () => void };

/** Changes the last day of a role; where somebody else has just changed it, both days are shown. */
export const ChangeGrantDialog = ({ tenant, user, grant, name, today, onClose }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const change = useMutation(changeGrant(queries, tenant, user.id));
  const [lastDay, setLastDay] = useState(grant.lastDay);
  const send = (version: number) => change.mutate({ grant: grant.id, version, lastDay }, { onSuccess: onClose });
  const current = savedMeanwhile(change.error)?.current as Grant | undefined;
  const day = (it: string | null) => (it === null ? words.t('administration.noEnd') : words.date(it));
  if (current) {
    const anew = () => {
      void queries.invalidateQueries({ queryKey: userQuery(tenant, user.id).queryKey });
      onClose();
    };
    return (
      <ChangedMeanwhile
        opened busy={change.isPending} onClose={anew} onKeepTheirs={anew} onKeepYours={() => send(current.version)}
        differences={[{ label: words.t('administration.lastDay'), yours: day(lastDay), theirs: day(current.lastDay) }]}
      />
    );
  }
  return (
    <Modal opened onClose={onClose} title={words.t('administration.changeEnd')} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <div className={styles['stack']}>
        {change.isError && <Notice tone="bad" live>{faultInWords(change.error, words)}</Notice>}
        <p>{name}</p>
        <OptionalDayField label={words.t('administration.lastDay')} hint={words.t('administration.lastDayFrom', { today: words.date(today) })} value={lastDay ?? undefined} onChange={(it) => setLastDay(it ?? null)} />
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>{words.t('shell.cancel')}</Button>
          <Button loading={change.isPending} onClick={() => send(grant.version)}>{words.t('administration.save')}</Button>
        </div>
      </div>
    </Modal>
  );
};
