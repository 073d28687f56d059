import { commonScale } from '@saubac/ui/figures';
import { Section } from '@saubac/ui/frame';
import { ExportButton, useWords } from '../../shell/index.ts';
import type { ByUnit, TargetQuestion } from './queries.ts';
import { sortUnits, type UnitOrder } from './sort-units.ts';
import styles from './target.module.css';
import { UnitFigures, UnitRows } from './unit-rows.tsx';
import { UnitsOf } from './units-of.tsx';

const columns = ['unit', 'denominator', 'numerator', 'percent', 'missing'] as const;

type Parts = {
  question: TargetQuestion;
  top: ByUnit;
  order: UnitOrder;
  onOrder: (order: UnitOrder) => void;
  onUnits: (units: 'now' | undefined) => void;
  onPeople: (unit: string) => void;
};

const RowOf = ({ title, figures, scale }: { title: string; figures: ByUnit['total']; scale: number }) => (
  <tr>
    <th scope="row">
      <div className={styles['unitName']}>
        <span className={styles['noOpener']} />
        {title}
      </div>
    </th>
    <UnitFigures figures={figures} scale={scale} />
  </tr>
);

/** The target unit by unit: a tree whose rows open, sorted level by level, with bars on one scale. */
export const ByUnitTable = ({ question, top, order, onOrder, onUnits, onPeople }: Parts) => {
  const words = useWords();
  const { tenant, target, on, unit, units = 'then' } = question;
  const scale = commonScale([top.total.goalPercent, ...top.units.map((it) => it.progress.percent)]);
  const titles = { unit: words.t('target.unit'), denominator: words.t('overview.cohort'), numerator: words.t('overview.reached'), percent: words.t('overview.share'), missing: words.t('overview.missing') };
  const sortBy = (by: UnitOrder['by']) => onOrder({ by, down: order.by === by ? !order.down : by !== 'unit' && by !== 'percent' });
  const nothing = top.units.length === 0 && top.own === null;
  const unplaced = top.unplaced ? ([['target.unitsSplit', top.unplaced.split], ['target.unitsEnded', top.unplaced.ended]] as const).filter(([, it]) => (it.denominator ?? 0) > 0) : [];
  return (
    <Section
      title={words.t('target.byUnit')}
      tools={!nothing && <ExportButton key={JSON.stringify(question)} tenant={tenant} order={{ kind: 'target-units', on, target, unit: unit ?? null, units, format: 'xlsx' }} />}
    >
      <UnitsOf on={on} units={question.units} onUnits={onUnits} />
      {nothing ? (
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
              {top.own && <RowOf title={words.t('target.own')} figures={top.own} scale={scale} />}
              {sortUnits(top.units, order).map((it) => (
                <UnitRows key={it.code} row={it} question={question} depth={0} order={order} scale={scale} onPeople={question.units === 'now' ? undefined : onPeople} />
              ))}
              {unplaced.map(([title, figures]) => (
                <RowOf key={title} title={words.t(title)} figures={figures} scale={scale} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
};
