import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCodeNames, useWords } from '../../shell/index.ts';
import type { RowKind } from './dated-rows.ts';
import styles from './equivalence.module.css';
import { type DatedRow, RowDialog } from './row-dialog.tsx';

type Shown = DatedRow & { basis: string | null };

type Parts = { tenant: string; today: string; kind: RowKind; rows: readonly Shown[]; mayEdit: boolean; label: string; title: string };

/** Types with the days on which they hold; those that hold today first. Who may ends them or takes them away. */
export const DatedTable = ({ tenant, today, kind, rows, mayEdit, label, title }: Parts) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const [asked, setAsked] = useState<{ row: DatedRow; removal: boolean }>();
  const holds = (it: Shown) => it.from <= today && (it.lastDay === null || it.lastDay >= today);
  const sorted = rows.toSorted((a, b) => Number(holds(b)) - Number(holds(a)) || b.from.localeCompare(a.from));
  return (
    <>
      <div className={styles['scroll']} role="region" aria-label={label} tabIndex={0}>
        <table className={styles['rows']}>
          <thead>
            <tr>
              <th scope="col">{words.t('equivalenceDesk.type')}</th>
              <th scope="col">{words.t('equivalenceDesk.from')}</th>
              <th scope="col">{words.t('equivalenceDesk.lastDay')}</th>
              <th scope="col">{words.t('equivalenceDesk.basis')}</th>
              {mayEdit && <td />}
            </tr>
          </thead>
          <tbody>
            {sorted.map((it) => (
              <tr key={it.id} data-over={!holds(it) || undefined}>
                <td>{names.certificateType(it.type)}</td>
                <td className={styles['days']} data-label={words.t('equivalenceDesk.from')}>{words.date(it.from)}</td>
                <td className={styles['days']} data-label={words.t('equivalenceDesk.lastDay')}>{it.lastDay === null ? words.t('equivalenceDesk.noEnd') : words.date(it.lastDay)}</td>
                <td className={styles['basis']}>{it.basis ?? '–'}</td>
                {mayEdit && (
                  <td className={styles['days']}>
                    <Button size="compact-sm" variant="subtle" onClick={() => setAsked({ row: it, removal: false })}>
                      {words.t('equivalenceDesk.changeEnd')}
                    </Button>
                    <Button size="compact-sm" variant="subtle" c="var(--bad)" onClick={() => setAsked({ row: it, removal: true })}>
                      {words.t('equivalenceDesk.takeAway')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asked && <RowDialog tenant={tenant} today={today} kind={kind} title={asked.removal ? words.t('equivalenceDesk.takeAwayTitle') : title} row={asked.row} removal={asked.removal} onClose={() => setAsked(undefined)} />}
    </>
  );
};
