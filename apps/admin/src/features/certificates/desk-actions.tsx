import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import styles from './desk.module.css';
import { setState } from './mutations.ts';
import type { WholeCertificate } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Parts = { tenant: string; certificate: WholeCertificate; typeName: string; before: string | undefined; after: string | undefined; onOpen: (id: string | undefined) => void; onDone: (told: string) => void };

/**
 * The decision on what lies on the desk. Whoever entered it, or whose it is, is told so in words in place of the button. The same by keyboard:
 * Ctrl and Enter verifies, Alt and the arrows go through the queue.
 */
export const DeskActions = ({ tenant, certificate, typeName, before, after, onOpen, onDone }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const [fault, setFault] = useState<string>();
  const set = useMutation(setState(queries, tenant, certificate.id));
  const { state, version, cannotVerify, holder } = certificate;
  const waits = state === 'declared';
  const decide = async (next: 'verified' | 'rejected', why?: string) => {
    setFault(undefined);
    try {
      await set.mutateAsync({ version, state: next, why });
      setRejecting(false);
      onDone(words.t(`certificateDesk.${next}`, { type: typeName, name: holder }));
    } catch (error) {
      setFault(error instanceof Refused ? words.text(error.problem.text) : words.t('shell.unreachable'));
      // What was changed meanwhile is shown as it is now, and decided on anew.
      if (error instanceof Refused && error.problem.code === 'changed-meanwhile') await queries.invalidateQueries({ queryKey: ['t', tenant, 'certificate', certificate.id] });
    }
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (rejecting || set.isPending) return;
      if (event.ctrlKey && event.key === 'Enter' && waits && cannotVerify === null) {
        event.preventDefault();
        void decide('verified');
      }
      const to = event.altKey ? { ArrowDown: after, ArrowUp: before }[event.key] : undefined;
      if (to !== undefined) {
        event.preventDefault();
        onOpen(to);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <div className={styles['actions']} data-screen-only>
      {!waits && <Notice>{words.t('certificateDesk.alreadySettled', { state: words.t(`certificateDesk.state-${state}`) })}</Notice>}
      {waits && cannotVerify !== null && <Notice tone="warn">{words.text(cannotVerify)}</Notice>}
      {fault !== undefined && !rejecting && (
        <Notice tone="bad" live>
          {fault}
        </Notice>
      )}
      <div className={styles['buttons']}>
        {waits && cannotVerify === null && (
          <Button loading={set.isPending && !rejecting} onClick={() => void decide('verified')}>
            {words.t('certificateDesk.verify')}
          </Button>
        )}
        {waits && (
          <Button variant="default" onClick={() => setRejecting(true)}>
            {words.t('certificateDesk.reject')}
          </Button>
        )}
        {after !== undefined && (
          <Button variant="subtle" onClick={() => onOpen(after)}>
            {words.t('certificateDesk.queueNext')}
          </Button>
        )}
      </div>
      <p className={styles['keys']}>{words.t('certificateDesk.keys')}</p>
      {rejecting && (
        <ReasonDialog title={words.t('certificateDesk.rejectTitle')} action={words.t('certificateDesk.reject')} opened busy={set.isPending} required fault={fault} onSend={(why) => void decide('rejected', why)} onClose={() => setRejecting(false)}>
          {words.t('certificateDesk.rejectAbout')}
        </ReasonDialog>
      )}
    </div>
  );
};
