import { InlineBar } from '@saubac/ui/figures';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { type ByUnit, byUnitQuery, type TargetQuestion } from './queries.ts';
import { sortUnits, type UnitOrder } from './sort-units.ts';
import styles from './target.module.css';

/** The cells of figures of one row. */
export const UnitFigures = ({ figures, scale, onPeople }: { figures: ByUnit['total']; scale: number; onPeople?: () => void }) => {
  const words = useWords();
  const { denominator, numerator, percent, missing, goalPercent } = figures;
  const heads = (value: number | null) => (value === null ? '–' : words.number(value));
  return (
    <>
      <td>{heads(denominator)}</td>
      <td>{heads(numerator)}</td>
      <td>{percent === null ? '–' : words.percent(percent)}</td>
      <td>
        {onPeople && missing !== null && missing > 0 ? (
          <button type="button" className={styles['asLink']} onClick={onPeople}>
            {words.number(missing)}
          </button>
        ) : (
          heads(missing)
        )}
      </td>
      <td className={styles['barColumn']}>{denominator !== null && denominator > 0 && <InlineBar value={percent} goal={goalPercent} scale={scale} />}</td>
    </>
  );
};

type Parts = { row: ByUnit['units'][number]; question: TargetQuestion; depth: number; order: UnitOrder; scale: number; onPeople: ((unit: string) => void) | undefined };

/** A unit and, once it is opened, all below it, level by level. */
export const UnitRows = ({ row, question, depth, order, scale, onPeople }: Parts) => {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const below = useQuery({ ...byUnitQuery({ ...question, unit: row.code }), enabled: open });
  const opens = row.hasUnits && (row.progress.denominator ?? 0) > 0;
  return (
    <>
      <tr>
        <th scope="row">
          <div className={styles['unitName']} style={{ paddingLeft: `${depth * 1.25}rem` }}>
          {opens ? (
            <button
              type="button" className={styles['opener']} aria-expanded={open} aria-label={words.t(open ? 'target.shut' : 'target.open', { unit: row.name })} onClick={() => setOpen(!open)}
            >
              {open ? '▾' : '▸'}
            </button>
          ) : (
            <span className={styles['noOpener']} />
          )}
          <span>{row.name}</span>
          </div>
        </th>
        <UnitFigures figures={row.progress} scale={scale} {...(onPeople ? { onPeople: () => onPeople(row.code) } : {})} />
      </tr>
      {open && below.data?.own && below.data.own.denominator !== null && below.data.own.denominator > 0 && (
        <tr>
          <th scope="row" className={styles['soft']}>
            <div className={styles['unitName']} style={{ paddingLeft: `${(depth + 1) * 1.25}rem` }}>
              <span className={styles['noOpener']} />
              {words.t('target.own')}
            </div>
          </th>
          <UnitFigures figures={below.data.own} scale={scale} />
        </tr>
      )}
      {open &&
        (below.data ? (
          sortUnits(below.data.units, order).map((it) => <UnitRows key={it.code} row={it} question={question} depth={depth + 1} order={order} scale={scale} onPeople={onPeople} />)
        ) : (
          <tr>
            <td colSpan={6} className={styles['waiting']} role="status">
              {below.isError ? words.t('shell.failed') : words.t('shell.loading')}
            </td>
          </tr>
        ))}
    </>
  );
};
