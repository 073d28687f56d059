import { Button } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ChangedMeanwhile, savedMeanwhile, useFormFaults, useUnsavedGuard, useWords } from '../../../shell/index.ts';
import { BasisFields } from './basis-fields.tsx';
import styles from './changes.module.css';
import { type BasisFault, basisFaults, type Draft, draftOf, inputOf, sameDraft } from './draft.ts';
import { draftDifferences } from './draft-differences.ts';
import { DraftReview } from './draft-review.tsx';
import { changeMutations } from './mutations.ts';
import { OperationsStep } from './operations-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { usePickableUnits } from './use-pickable-units.ts';
import type { Change } from './queries.ts';
import { changeSteps, type ChangeStep, Steps } from './steps.tsx';

const route = getRouteApi('/t/$tenant/units/changes/$change');
const none: never[] = [];

/** Whoever writes: the day it is for him, and what he may do. */
export type Writer = { today: string; permissions: readonly string[] };

type Parts = { tenant: string; me: Writer; change: Change; first: Draft; step: ChangeStep; onTheirs: (change: Change) => void };

/** A change, step by step. Each step keeps the draft on the server before the next one comes. */
export const DraftSteps = ({ tenant, me, change, first, step, onTheirs }: Parts) => {
  const words = useWords();
  const navigate = route.useNavigate();
  const { op, unit, edit } = route.useSearch();
  const [draft, setDraft] = useState(first);
  const [saved, setSaved] = useState(first);
  const [theirs, setTheirs] = useState<Change>();
  // As they were when he tried: a summary that goes while a field is left would move the button from under the pointer.
  const [faults, setFaults] = useState<readonly BasisFault[]>([]);
  const { faults: refused, take, clear } = useFormFaults(['title', 'on', 'decision', 'why']);
  const mutations = changeMutations(useQueryClient(), tenant);
  const rewrite = useMutation(mutations.rewrite);
  const preview = useMutation(mutations.preview);
  const units = usePickableUnits(tenant, draft.on, none);
  const dirty = !sameDraft(draft, saved);
  const guard = useUnsavedGuard(dirty);
  const go = (next: ChangeStep | undefined) => navigate({ search: next === undefined ? {} : { step: next } });

  const save = async (version = change.version): Promise<boolean> => {
    const found = basisFaults(draft, me.today);
    setFaults(found);
    clear();
    if (found.length > 0) {
      if (step !== 'basis') void go('basis');
      return false;
    }
    if (!dirty && version === change.version) return true;
    try {
      await rewrite.mutateAsync({ id: change.id, version, body: inputOf(draft) });
      setSaved(draft);
      setTheirs(undefined);
      return true;
    } catch (error) {
      const other = savedMeanwhile(error)?.current as Change | undefined;
      if (other) setTheirs(other);
      else take(error);
      return false;
    }
  };
  const onward = async (): Promise<void> => {
    if (await save()) void go(changeSteps[changeSteps.indexOf(step) + 1]);
  };
  const see = async (): Promise<void> => {
    if (!(await save())) return;
    await preview.mutateAsync(change.id).then((it) => (it.state === 'draft' ? undefined : go(undefined)), take);
  };
  const writing = step === 'operations' && (op !== undefined || edit !== undefined);
  return (
    <>
      <Steps tenant={tenant} change={change.id} step={step} />
      {change.state === 'previewed' && <Notice tone="warn">{words.t('unitTree.previewedAlready')}</Notice>}
      {change.failure?.code === 'unit-change-sent-back' && <Notice tone="bad">{words.text(change.failure.text)}</Notice>}
      <FaultSummary faults={[...faults.map((it) => ({ field: it, text: words.t(`unitTree.fault-${it}`) })), ...refused]} />
      {step === 'basis' && <BasisFields basis={draft} today={me.today} faults={faults} onChange={(basis) => setDraft({ ...draft, ...basis })} />}
      {step === 'operations' && (
        <OperationsStep
          tenant={tenant} change={change.id} draft={draft} open={{ ...(op ? { op } : {}), ...(unit ? { unit } : {}), ...(edit ? { edit } : {}) }} onDraft={setDraft}
          onOpen={(open) => void navigate({ search: { step: 'operations', ...open } })}
        />
      )}
      {step === 'people' && (
        <PeopleStep tenant={tenant} draft={draft} unit={unit} mayReadPeople={me.permissions.includes('person.read')} onDraft={setDraft} onUnit={(of) => void navigate({ search: { step: 'people', ...(of ? { unit: of } : {}) } })} />
      )}
      {step === 'review' && <DraftReview tenant={tenant} change={change} draft={draft} dirty={dirty} />}
      {!writing && (
        <div className={styles['buttons']}>
          {step === 'review' ? <Button loading={preview.isPending || rewrite.isPending} onClick={() => void see()}>{words.t('unitTree.preview')}</Button> : <Button loading={rewrite.isPending} onClick={() => void onward()}>{words.t('unitTree.next')}</Button>}
          <Button variant="default" disabled={!dirty} onClick={() => void save()}>{words.t('unitTree.saveDraft')}</Button>
          <span role="status" className={styles['soft']}>{words.t(dirty ? 'unitTree.notSaved' : 'unitTree.allSaved')}</span>
        </div>
      )}
      {guard}
      <ChangedMeanwhile
        opened={theirs !== undefined} busy={rewrite.isPending} differences={theirs ? draftDifferences(draft, draftOf(theirs, []), theirs.moves, words, units.nameOf) : []}
        onKeepYours={() => theirs && void save(theirs.version)}
        onKeepTheirs={() => theirs && onTheirs(theirs)} onClose={() => setTheirs(undefined)}
      />
    </>
  );
};
