import { Button } from '@mantine/core';
import { Section } from '@saubac/ui/frame';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { DatedTable } from './dated-table.tsx';
import styles from './equivalence.module.css';
import { IssuerDialog } from './issuer-dialog.tsx';
import type { Issuer } from './queries.ts';
import { RowDialog } from './row-dialog.tsx';

/** One issuer with the licences it has or had. */
export const IssuerPart = ({ tenant, issuer, today, mayEdit }: { tenant: string; issuer: Issuer; today: string; mayEdit: boolean }) => {
  const words = useWords();
  const [open, setOpen] = useState<'name' | 'licence'>();
  const title = words.t('equivalenceDesk.licenceOf', { name: issuer.name });
  const kind = { of: 'licence', issuer: issuer.id } as const;
  return (
    <div className={styles['detail']}>
      <Section
        title={issuer.name}
        tools={
          mayEdit && (
            <span className={styles['tools']}>
              <Button size="xs" variant="default" onClick={() => setOpen('name')}>
                {words.t('equivalenceDesk.issuerRename')}
              </Button>
              <Button size="xs" variant="default" onClick={() => setOpen('licence')}>
                {words.t('equivalenceDesk.licenceAdd')}
              </Button>
            </span>
          )
        }
      >
        <p className={styles['soft']}>
          {words.t('equivalenceDesk.issuerCode')}: {issuer.code}
        </p>
        <h3 className={styles['subheading']}>{words.t('equivalenceDesk.licences')}</h3>
        {issuer.licences.length === 0 ? (
          <p className={styles['soft']}>{words.t('equivalenceDesk.licencesNone')}</p>
        ) : (
          <DatedTable tenant={tenant} today={today} kind={kind} rows={issuer.licences} mayEdit={mayEdit} label={title} title={title} />
        )}
      </Section>
      {open === 'name' && <IssuerDialog tenant={tenant} issuer={issuer} onDone={() => setOpen(undefined)} onClose={() => setOpen(undefined)} />}
      {open === 'licence' && <RowDialog tenant={tenant} today={today} kind={kind} title={title} onClose={() => setOpen(undefined)} />}
    </div>
  );
};
