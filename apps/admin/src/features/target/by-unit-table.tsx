import { commonScale } from '@saubac/ui/figures';
import { Section } from '@saubac/ui/frame';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import type { ByUnit, TargetQuestion } from './queries.ts';
import { sortUnits, type UnitOrder } from './sort-units.ts';
import styles from './target.module.css';
import { UnitFigures, UnitRows } from './unit-rows.tsx';

const columns = ['unit', 'denominator', 'numerator', 'percent', 'missing'] as const;

/** The target unit by unit: a tree whose rows open, sorted level by level, with bars on one scale. */
export const ByUnitTable = ({ question, top, onPeople }: { question: TargetQuestion; top: ByUnit; onPeople: (unit: string) => void }) => {
  const words = useWords();
  const [order, setOrder] = useState<UnitOrder>({ by: 'unit', down: false });
  const scale = commonScale([top.total.goalPercent, ...top.units.map((it) => it.progress.percent)]);
  const titles = { unit: words.t('target.unit'), denominator: words.t('overview.cohort'), numerator: words.t('overview.reached'), percent: words.t('overview.share'), missing: words.t('overview.missing') };
  const sortBy = (by: UnitOrder['by']) => setOrder((now) => ({ by, down: now.by === by ? !now.down : by !== 'unit' && by !== 'percent' }));
  return (
    <Section title={words.t('target.byUnit')}>
      {top.units.length === 0 && top.own === null ? (
        <p className={styles['soft']}>{words.t('target.byUnitNone')}</p>
      ) : (
        <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('target.byUnitLabel')}>
          <table className={styles['units']}>
            <thead>
              <tr>
                {columns.map((by) => (
                  <th key={by} scope="col" aria-sort={order.by === by ? (order.down ? 'descending' : 'ascending') : 'none'}>
                    <button type="button" onClick={() => sortBy(by)}>
                      {titles[by]}
                      <span aria-hidden="true">{order.by === by ? (order.down ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  </th>
                ))}
                <th aria-hidden="true" className={styles['barColumn']} />
              </tr>
            </thead>
            <tbody>
              {top.own && (
                <tr>
                  <th scope="row">{words.t('target.own')}</th>
                  <UnitFigures figures={top.own} scale={scale} />
                </tr>
              )}
              {sortUnits(top.units, order).map((it) => (
                <UnitRows key={it.code} row={it} question={question} depth={0} order={order} scale={scale} onPeople={onPeople} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
};
