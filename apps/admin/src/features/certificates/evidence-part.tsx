import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import { AddScan } from './add-scan.tsx';
import styles from './certificates.module.css';
import { EvidenceViewer } from './evidence-viewer.tsx';
import { removeScan } from './mutations.ts';
import type { WholeCertificate } from './queries.ts';

/** The scans of a certificate; while it waits they are added and taken away. */
export const EvidencePart = ({ tenant, certificate: { id, files, state }, mayChange }: { tenant: string; certificate: WholeCertificate; mayChange: boolean }) => {
  const words = useWords();
  const [asked, setAsked] = useState<WholeCertificate['files'][number]>();
  const [shown, setShown] = useState<string>();
  const remove = useMutation(removeScan(useQueryClient(), tenant));
  const changeable = mayChange && state === 'declared';
  const chosen = files.find((it) => it.id === shown) ?? files[0];
  return (
    <Section title={words.t('certificateDesk.evidence')}>
      {files.length === 0 && <p className={styles['soft']}>{words.t('certificateDesk.evidenceNone')}</p>}
      {chosen && <EvidenceViewer tenant={tenant} files={files} shown={chosen.id} onShow={setShown} />}
      {changeable && chosen && (
        <Button size="xs" variant="subtle" c="var(--bad)" onClick={() => setAsked(chosen)}>
          {words.t('certificateDesk.evidenceRemove')}
        </Button>
      )}
      {remove.isError && (
        <Notice tone="bad" live>
          {remove.error instanceof Refused ? words.text(remove.error.problem.text) : words.t('shell.unreachable')}
        </Notice>
      )}
      {changeable ? <AddScan tenant={tenant} certificate={id} /> : mayChange && <p className={styles['soft']}>{words.t('certificateDesk.evidenceSettled')}</p>}
      <ConfirmDialog
        title={words.t('certificateDesk.evidenceRemoveTitle')} action={words.t('certificateDesk.evidenceRemove')} opened={asked !== undefined} busy={remove.isPending} onClose={() => setAsked(undefined)}
        onConfirm={() => asked && remove.mutate(asked.id, { onSettled: () => setAsked(undefined) })}
      >
        {words.t('certificateDesk.evidenceRemoveAbout', { name: asked?.name ?? '' })}
      </ConfirmDialog>
    </Section>
  );
};
