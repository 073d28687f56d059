import { Button, Checkbox, TextInput } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import styles from './equivalence.module.css';
import { adoptChange } from './mutations.ts';
import type { Simulation, Tried } from './queries.ts';

type Parts = { tenant: string; tried: Tried; simulation: Simulation; onAgain: () => void };

/** Makes what was seen hold, by its digest: if it would do something else by now, that is said and it is tried again. */
export const AdoptPart = ({ tenant, tried, simulation, onAgain }: Parts) => {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const [corrects, setCorrects] = useState(false);
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState<{ correct?: string; why?: string }>({});
  const adopt = useMutation(adoptChange(useQueryClient(), tenant));
  const { correction, people, digest } = simulation;
  const begin = () => {
    const lacks = { ...(correction && !corrects ? { correct: words.t('equivalenceDesk.correctionMissing') } : {}), ...(correction && why.trim() === '' ? { why: words.t('equivalenceDesk.whyMissing') } : {}) };
    setMissing(lacks);
    if (Object.keys(lacks).length === 0) setAsking(true);
  };
  if (adopt.isSuccess) return <Notice live>{words.t('equivalenceDesk.adopted', { count: adopt.data.people })}</Notice>;
  const refused = adopt.error instanceof Refused ? adopt.error.problem : undefined;
  const outdated = refused?.code === 'simulation-outdated';
  return (
    <section className={styles['adopt']} aria-label={words.t('equivalenceDesk.adoptHeading')} data-screen-only>
      <h3>{words.t('equivalenceDesk.adoptHeading')}</h3>
      <p className={styles['soft']}>{words.t('equivalenceDesk.adoptAbout')}</p>
      {correction && (
        <>
          <Notice tone="warn">{words.t('equivalenceDesk.correction')}</Notice>
          <Checkbox label={words.t('equivalenceDesk.correctionBox')} checked={corrects} error={missing.correct} onChange={(event) => setCorrects(event.currentTarget.checked)} />
          <TextInput className={styles['reason']} label={words.t('equivalenceDesk.why')} description={words.t('equivalenceDesk.whyHint')} error={missing.why} value={why} maxLength={500} onChange={(event) => setWhy(event.currentTarget.value)} />
        </>
      )}
      {adopt.isError && (
        <Notice tone="bad" live>
          {refused ? words.text(refused.text) : words.t('shell.unreachable')}
        </Notice>
      )}
      <div>
        {outdated ? (
          <Button
            onClick={() => {
              adopt.reset();
              onAgain();
            }}
          >
            {words.t('equivalenceDesk.again')}
          </Button>
        ) : (
          <Button onClick={begin}>{words.t('equivalenceDesk.adopt')}</Button>
        )}
      </div>
      <ConfirmDialog
        title={words.t('equivalenceDesk.adoptTitle')} action={words.t('equivalenceDesk.adopt')} opened={asking} busy={adopt.isPending} onClose={() => setAsking(false)}
        onConfirm={() => adopt.mutate({ tried, digest, why: correction ? why.trim() : undefined }, { onSettled: () => setAsking(false) })}
      >
        {words.t('equivalenceDesk.adoptConfirm', { count: people })}
      </ConfirmDialog>
    </section>
  );
};
