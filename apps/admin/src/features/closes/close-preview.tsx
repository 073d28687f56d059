import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormFaults, useUnsavedGuard, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { FiguresTable } from './figures-table.tsx';
import { startClose } from './mutations.ts';
import { OpenProblems } from './open-problems.tsx';
import { PlanNames } from './plan-names.tsx';
import type { Preview } from './queries.ts';

const StartForm = ({ tenant, preview: { from, to, cutOff, standing } }: { tenant: string; preview: Preview }) => {
  const words = useWords();
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [begun, setBegun] = useState(false);
  const start = useMutation(startClose(useQueryClient(), tenant, key));
  const { faults, take, clear } = useFormFaults(['reason'], { 'correction-needs-reason': 'reason' });
  const form = useProductForm({
    defaultValues: { reason: '' },
    onSubmit: async ({ value }) => {
      clear();
      try {
        const { id } = await start.mutateAsync({ from, to, cutOff, reason: value.reason.trim() });
        setBegun(true);
        await navigate({ to: '/t/$tenant/closes/$close', params: { tenant, close: id }, search: {}, ignoreBlocker: true });
      } catch (error) {
        take(error);
      }
    },
  });
  const corrects = standing?.state === 'signed';
  return (
    <form.AppForm>
      <form.Subscribe selector={(state) => state.values.reason}>{(reason) => <Guard dirty={!begun && reason.trim() !== ''} />}</form.Subscribe>
      <div className={styles['start']}>
        <form.FormFrame>
          <FaultSummary faults={faults} />
          {corrects && <form.AppField name="reason">{(field) => <field.TextField label={words.t('closing.reasonLabel')} hint={words.t('closing.reasonHint')} autoComplete="off" />}</form.AppField>}
          <form.SubmitButton>{corrects ? words.t('closing.startCorrection', { number: standing.number + 1 }) : words.t('closing.start')}</form.SubmitButton>
        </form.FormFrame>
      </div>
    </form.AppForm>
  );
};

const Guard = ({ dirty }: { dirty: boolean }) => useUnsavedGuard(dirty);

const Standing = ({ tenant, standing }: { tenant: string; standing: NonNullable<Preview['standing']> }) => {
  const words = useWords();
  const signed = standing.state === 'signed';
  return (
    <Notice tone={signed ? 'plain' : 'warn'}>
      <p>{signed ? words.t('closing.standing', { number: standing.number }) : words.t('closing.underWay')}</p>
      <Link to="/t/$tenant/closes/$close" params={{ tenant, close: standing.id }} search={{}}>
        {words.t('closing.openStanding', { number: standing.number })}
      </Link>
    </Notice>
  );
};

/** What closing a period would freeze, what is not settled, and the button that does it. */
export const ClosePreview = ({ tenant, preview, stale, readsPeople }: { tenant: string; preview: Preview; stale: boolean; readsPeople: boolean }) => {
  const words = useWords();
  const { standing, problems, plans, targets, cutOff } = preview;
  const free = standing === null || standing.state === 'signed' || standing.state === 'cancelled' || standing.state === 'failed';
  return (
    <div className={styles['preview']} aria-busy={stale || undefined}>
      {standing && (standing.state === 'signed' || !free) && <Standing tenant={tenant} standing={standing} />}
      <Section title={words.t('closing.unsettled')}>
        <OpenProblems tenant={tenant} problems={problems} on={cutOff} links={readsPeople} />
        <p className={styles['soft']}>{words.t('closing.unsettledAbout')}</p>
      </Section>
      <Section title={words.t('closing.preview')}>
        <p className={styles['lead']}>
          <PlanNames tenant={tenant} plans={plans} />, {words.t('closing.cutOffOf', { day: cutOff })}.
        </p>
        <FiguresTable targets={targets} />
      </Section>
      {free && <StartForm tenant={tenant} preview={preview} />}
    </div>
  );
};
