import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ButtonLink, ChangedMeanwhile, Refused, savedMeanwhile, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { setState } from './mutations.ts';
import type { CertificateState, WholeCertificate } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Asked = 'rejected' | 'void' | 'declared';

const dialogs = {
  rejected: { title: 'certificateDesk.rejectTitle', about: 'certificateDesk.rejectAbout', action: 'certificateDesk.reject' },
  void: { title: 'certificateDesk.voidTitle', about: 'certificateDesk.voidAbout', action: 'certificateDesk.void' },
  declared: { title: 'certificateDesk.redeclareTitle', about: 'certificateDesk.redeclareAbout', action: 'certificateDesk.redeclare' },
} as const;

type Meanwhile = { state: CertificateState; why?: string | undefined; current: { state: CertificateState; version: number } };

/** What the reader may do with the state of a certificate on its page. What he may not is said in words where it would be expected. */
export const StateMoves = ({ tenant, certificate, mayVerify, mayDeclare }: { tenant: string; certificate: WholeCertificate; mayVerify: boolean; mayDeclare: boolean }) => {
  const words = useWords();
  const [asked, setAsked] = useState<Asked>();
  const [fault, setFault] = useState<string>();
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();
  const queries = useQueryClient();
  const set = useMutation(setState(queries, tenant, certificate.id));
  const { state, version, cannotVerify } = certificate;
  const send = async (next: CertificateState, why?: string, seen = version) => {
    setFault(undefined);
    try {
      await set.mutateAsync({ version: seen, state: next, why });
      setAsked(undefined);
      setMeanwhile(undefined);
    } catch (error) {
      const saved = savedMeanwhile(error);
      if (saved) setMeanwhile({ state: next, why, current: saved.current as Meanwhile['current'] });
      else setFault(error instanceof Refused ? words.text(error.problem.text) : words.t('shell.unreachable'));
    }
  };
  const dialog = asked && dialogs[asked];
  return (
    <div className={styles['moves']} data-screen-only>
      {fault !== undefined && !asked && (
        <Notice tone="bad" live>
          {fault}
        </Notice>
      )}
      {mayVerify && state === 'declared' && cannotVerify !== null && <Notice>{words.text(cannotVerify)}</Notice>}
      <div className={styles['buttonRow']}>
        {mayVerify && state === 'declared' && cannotVerify === null && (
          <Button loading={set.isPending && asked === undefined} onClick={() => void send('verified')}>
            {words.t('certificateDesk.verify')}
          </Button>
        )}
        {mayVerify && state === 'declared' && (
          <Button variant="default" onClick={() => setAsked('rejected')}>
            {words.t('certificateDesk.reject')}
          </Button>
        )}
        {mayDeclare && state !== 'void' && (
          <ButtonLink variant="default" to="/t/$tenant/certificates/$certificate/edit" params={{ tenant, certificate: certificate.id }}>
            {words.t('certificateDesk.edit')}
          </ButtonLink>
        )}
        {mayVerify && state !== 'declared' && (
          <Button variant="default" onClick={() => setAsked('declared')}>
            {words.t('certificateDesk.redeclare')}
          </Button>
        )}
        {mayVerify && state !== 'void' && (
          <Button variant="subtle" c="var(--bad)" onClick={() => setAsked('void')}>
            {words.t('certificateDesk.void')}
          </Button>
        )}
      </div>
      {dialog && (
        <ReasonDialog key={asked} title={words.t(dialog.title)} action={words.t(dialog.action)} opened busy={set.isPending} required={asked !== 'declared'} fault={fault} onSend={(why) => void send(asked, why)} onClose={() => setAsked(undefined)}>
          {words.t(dialog.about)}
        </ReasonDialog>
      )}
      {meanwhile && (
        <ChangedMeanwhile
          opened busy={set.isPending} differences={[{ label: words.t('certificateDesk.state'), yours: words.t(`certificateDesk.state-${meanwhile.state}`), theirs: words.t(`certificateDesk.state-${meanwhile.current.state}`) }]}
          onKeepYours={() => void send(meanwhile.state, meanwhile.why, meanwhile.current.version)}
          onKeepTheirs={() => {
            setMeanwhile(undefined);
            setAsked(undefined);
            void queries.invalidateQueries({ queryKey: ['t', tenant] });
          }}
          onClose={() => setMeanwhile(undefined)}
        />
      )}
    </div>
  );
};
