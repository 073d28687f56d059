import { useWords } from '../../shell/index.ts';
import type { EditsOver } from './edits-over.ts';
import grid from './grid.module.css';
import type { RosterSheet, RowToLookAt } from './queries.ts';

export type GridColumn = RosterSheet['columns'][number];

type Parts = {
  id: string;
  row: RowToLookAt;
  index: number;
  /** Where it stands, in pixels from the first row. */
  start: number;
  columns: readonly GridColumn[];
  over: EditsOver;
  active: number | null;
  /** What is typed in the active cell; null: nothing is. */
  editing: string | null;
  onPick: (column: number) => void;
  onBegin: () => void;
  onSave: (text: string, all: boolean) => void;
  onLeave: () => void;
};

type EditorParts = Pick<Parts, 'id' | 'onSave' | 'onLeave'> & { column: GridColumn; row: RowToLookAt; text: string };

const CellEditor = ({ id, column, row, text, onSave, onLeave }: EditorParts) => {
  const words = useWords();
  const near = row.refusals.find((it) => it.column === column.key)?.near ?? [];
  const options = [...near.map(({ code, name }) => ({ value: code, label: name })), ...column.choices.map((it) => ({ value: it, label: it }))];
  return (
    <>
      <input
        className={grid['gridInput']} defaultValue={text} maxLength={1_000} list={`${id}-options`} aria-label={words.t('importDesk.cellOf', { heading: column.heading, row: row.row })}
        ref={(input) => {
          // It was opened by a key or a click on its cell, and is where the typing goes.
          if (input && document.activeElement !== input) {
            input.focus();
            input.select();
          }
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
          else if (event.key === 'Enter') onSave(event.currentTarget.value, event.ctrlKey || event.metaKey);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onBlur={(event) => event.currentTarget.value !== text && onSave(event.currentTarget.value, false)}
      />
      <datalist id={`${id}-options`}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
    </>
  );
};

/** A row of the grid: each cell as it was read, or as it was corrected. */
export const GridRow = ({ id, row, index, start, columns, over, active, editing, onPick, onBegin, onSave, onLeave }: Parts) => (
  <div role="row" aria-rowindex={index + 2} className={grid['gridRow']} data-left-out={over.isLeftOut(row) !== undefined || undefined} style={{ transform: `translateY(${start}px)` }}>
    <span role="rowheader" className={grid['gridNumber']} title={row.sheetName}>
      {row.row}
    </span>
    {columns.map((column, at) => {
      const corrected = over.textOf(row, column.key);
      const wrong = row.refusals.some((it) => it.column === column.key);
      const text = corrected ?? row.cells[column.key] ?? '';
      const isActive = at === active;
      return (
        // Keys are taken by the grid, which keeps the focus and names its active cell.
        <span
          role="gridcell" key={column.key} id={`${id}-${index}-${at}`} aria-selected={isActive} aria-invalid={(wrong && corrected === undefined) || undefined} className={grid['gridCell']} title={text}
          data-active={isActive || undefined} data-wrong={(wrong && corrected === undefined) || undefined} data-corrected={corrected !== undefined || undefined}
          onMouseDown={() => onPick(at)} onDoubleClick={onBegin}
        >
          {isActive && editing !== null ? <CellEditor id={id} column={column} row={row} text={editing} onSave={onSave} onLeave={onLeave} /> : text}
        </span>
      );
    })}
  </div>
);
