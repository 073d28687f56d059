import { Button } from '@mantine/core';
import { Section } from '@saubac/ui/frame';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { DecisionForm } from './decision-form.tsx';
import { withdrawDecision } from './mutations.ts';
import type { WholeCertificate } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** The level that the authority confirmed for this one certificate; who may records, replaces and withdraws it. */
export const DecisionPart = ({ tenant, certificate, mayDecide }: { tenant: string; certificate: WholeCertificate; mayDecide: boolean }) => {
  const words = useWords();
  const [open, setOpen] = useState<'form' | 'withdrawal'>();
  const [fault, setFault] = useState<string>();
  const withdraw = useMutation(withdrawDecision(useQueryClient(), tenant, certificate.id));
  const { decision, version } = certificate;
  if (decision === null && !mayDecide) return null;
  const send = async (why: string) => {
    try {
      await withdraw.mutateAsync({ version, why });
      setOpen(undefined);
    } catch (error) {
      setFault(error instanceof Refused ? words.text(error.problem.text) : words.t('shell.unreachable'));
    }
  };
  return (
    <Section title={words.t('certificateDesk.decision')}>
      {decision === null ? (
        <p className={styles['soft']}>{words.t('certificateDesk.decisionNone')}</p>
      ) : (
        <p>
          {words.t('certificateDesk.decisionLine', { level: decision.level, document: decision.document, day: decision.decidedOn })}
          {decision.lastDay !== null && `, ${words.t('certificateDesk.decisionUntil', { day: decision.lastDay })}`}
        </p>
      )}
      {mayDecide && (
        <div className={styles['buttonRow']}>
          <Button variant="default" onClick={() => setOpen('form')}>
            {words.t(decision === null ? 'certificateDesk.decisionRecord' : 'certificateDesk.decisionChange')}
          </Button>
          {decision !== null && (
            <Button variant="subtle" c="var(--bad)" onClick={() => setOpen('withdrawal')}>
              {words.t('certificateDesk.decisionWithdraw')}
            </Button>
          )}
        </div>
      )}
      {open === 'form' && <DecisionForm tenant={tenant} certificate={certificate} onClose={() => setOpen(undefined)} />}
      <ReasonDialog title={words.t('certificateDesk.decisionWithdrawTitle')} action={words.t('certificateDesk.decisionWithdraw')} opened={open === 'withdrawal'} busy={withdraw.isPending} required fault={fault} onSend={(why) => void send(why)} onClose={() => setOpen(undefined)}>
        {words.t('certificateDesk.decisionWithdrawAbout')}
      </ReasonDialog>
    </Section>
  );
};
