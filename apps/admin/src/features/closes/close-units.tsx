import { commonScale, InlineBar } from '@saubac/ui/figures';
import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { type CloseByUnit, closeByUnitQuery, type CloseSet, type CloseTarget } from './queries.ts';

type OnPeople = (unit: string, set: CloseSet) => void;

const Cells = ({ figures, scale, onPeople }: { figures: CloseByUnit['total']; scale: number; onPeople?: (set: CloseSet) => void }) => {
  const words = useWords();
  const heads = (value: number | null, set: CloseSet) =>
    onPeople && value !== null && value > 0 ? (
      <button type="button" className={styles['asLink']} onClick={() => onPeople(set)}>
        {words.number(value)}
      </button>
    ) : value === null ? (
      words.t('closing.nothing')
    ) : (
      words.number(value)
    );
  return (
    <>
      <td>{heads(figures.denominator, 'denominator')}</td>
      <td>{heads(figures.numerator, 'reached')}</td>
      <td>{figures.percent === null ? words.t('closing.nothing') : words.percent(figures.percent)}</td>
      <td>{heads(figures.missing, 'missing')}</td>
      <td className={styles['barCell']}>{(figures.denominator ?? 0) > 0 && <InlineBar value={figures.percent} goal={figures.goalPercent} scale={scale} />}</td>
    </>
  );
};

type RowParts = { row: CloseByUnit['units'][number]; asked: CloseTarget; depth: number; scale: number; onPeople: OnPeople };

const UnitRow = ({ row, asked, depth, scale, onPeople }: RowParts) => {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const below = useQuery({ ...closeByUnitQuery({ ...asked, unit: row.code }), enabled: open });
  const opens = row.hasUnits && (row.progress.denominator ?? 0) > 0;
  return (
    <>
      <tr>
        <th scope="row">
          <div className={styles['unitName']} style={{ paddingLeft: `${depth * 1.25}rem` }}>
            {opens ? (
              <button type="button" className={styles['opener']} aria-expanded={open} aria-label={words.t(open ? 'closing.shut' : 'closing.open', { unit: row.name })} onClick={() => setOpen(!open)}>
                {open ? '▾' : '▸'}
              </button>
            ) : (
              <span className={styles['noOpener']} />
            )}
            <span>{row.name}</span>
          </div>
        </th>
        <Cells figures={row.progress} scale={scale} onPeople={(set) => onPeople(row.code, set)} />
      </tr>
      {open &&
        (below.data ? (
          below.data.units.map((it) => <UnitRow key={it.code} row={it} asked={asked} depth={depth + 1} scale={scale} onPeople={onPeople} />)
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

/** A closed target unit by unit, as units stood on the cut-off date; rows open, figures lead to the people behind them. */
export const CloseUnits = ({ asked, top, onPeople }: { asked: CloseTarget; top: CloseByUnit; onPeople: OnPeople }) => {
  const words = useWords();
  const scale = commonScale([top.total.goalPercent, ...top.units.map((it) => it.progress.percent)]);
  if (top.units.length === 0) return null;
  return (
    <Section title={words.t('closing.byUnit')}>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('closing.byUnitLabel')}>
        <table className={styles['figures']}>
          <thead>
            <tr>
              <th scope="col">{words.t('closing.unit')}</th>
              <th scope="col">{words.t('closing.cohort')}</th>
              <th scope="col">{words.t('closing.reached')}</th>
              <th scope="col">{words.t('closing.share')}</th>
              <th scope="col">{words.t('closing.missing')}</th>
              <td aria-hidden="true" className={styles['barCell']} />
            </tr>
          </thead>
          <tbody>
            {top.own && (
              <tr>
                <th scope="row">{words.t('closing.own')}</th>
                <Cells figures={top.own} scale={scale} />
              </tr>
            )}
            {top.units.filter((it) => (it.progress.denominator ?? 0) > 0).map((it) => (
              <UnitRow key={it.code} row={it} asked={asked} depth={0} scale={scale} onPeople={onPeople} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
