import { Button } from '@mantine/core';
import { useWords } from '../../shell/index.ts';
import type { EditsOver } from './edits-over.ts';
import type { GridColumn } from './grid-row.tsx';
import styles from './imports.module.css';
import grid from './grid.module.css';
import type { RowToLookAt } from './queries.ts';

type Parts = { row: RowToLookAt; column: GridColumn; over: EditsOver; onEdit: () => void; onTake: (text: string) => void; onLeaveOut: () => void };

/** What is wrong with the row in which one stands, what to do, what may have been meant. */
export const CellDetail = ({ row, column, over, onEdit, onTake, onLeaveOut }: Parts) => {
  const words = useWords();
  const own = row.refusals.filter((it) => it.column === column.key);
  const others = row.refusals.filter((it) => it.column !== column.key);
  const near = own.flatMap((it) => it.near);
  const leftOut = over.isLeftOut(row) !== undefined;
  return (
    <div className={grid['detail']} aria-live="polite">
      <h3>{words.t('importDesk.cellOf', { heading: column.heading, row: row.row })}</h3>
      {own.map((it) => (
        <p key={it.code}>
          <strong>{words.text(it.reason)}</strong> {words.text(it.hint)}
        </p>
      ))}
      {others.map((it) => (
        <p key={`${it.column} ${it.code}`} className={styles['soft']}>
          {it.heading}: {words.text(it.reason)} {words.text(it.hint)}
        </p>
      ))}
      {own.length === 0 && <p className={styles['soft']}>{words.text(column.hint)}</p>}
      <div className={styles['line']}>
        {near.slice(0, 5).map(({ code, name }) => (
          <Button key={code} size="compact-sm" variant="default" title={code} onClick={() => onTake(code)}>
            {name}
          </Button>
        ))}
        {own.length > 0 &&
          column.choices.map((choice) => (
            <Button key={choice} size="compact-sm" variant="default" onClick={() => onTake(choice)}>
              {choice}
            </Button>
          ))}
        <Button size="compact-sm" variant="default" onClick={onEdit}>
          {words.t('importDesk.editCell')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeaveOut}>
          {words.t(leftOut ? 'importDesk.takeBack' : 'importDesk.leaveOut')}
        </Button>
      </div>
    </div>
  );
};
