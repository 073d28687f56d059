import { useWords } from '../../shell/index.ts';
import type { Effect } from './queries.ts';
import styles from './plan.module.css';

type TargetEffect = NonNullable<Effect['effect']>[number];
type Figures = NonNullable<TargetEffect['before']>;

const FiguresText = ({ figures }: { figures: Figures | null }) => {
  const words = useWords();
  if (!figures) return <span className={styles['soft']}>{words.t('planEditor.noSuchTarget')}</span>;
  if (figures.denominator === null || figures.numerator === null) return <span className={styles['soft']}>{words.t(`planEditor.status-${figures.status}`)}</span>;
  return (
    <>
      {words.t('planEditor.figures', { numerator: figures.numerator, denominator: figures.denominator })}
      {figures.percent !== null && ` (${words.percent(figures.percent)})`}
      <div className={styles['soft']}>{words.t('planEditor.goalAndMissing', { goal: words.percent(figures.goalPercent ?? 0), missing: figures.missing ?? 0 })}</div>
    </>
  );
};

const Difference = ({ before, after }: { before: number | null | undefined; after: number | null | undefined }) => {
  const words = useWords();
  if (before === null || before === undefined || after === null || after === undefined || before === after) return <span className={styles['soft']}>{words.t('planEditor.same')}</span>;
  const by = after - before;
  return <strong>{`${by > 0 ? '+' : '−'}${words.number(Math.abs(by))}`}</strong>;
};

/** Every figure as it is by the version in force, and as it would be by the draft. */
export const EffectTable = ({ effect }: { effect: readonly TargetEffect[] }) => {
  const words = useWords();
  // A first plan has nothing beside it.
  const compared = effect.some((it) => it.before !== null);
  return (
    <table className={`${styles['table']} ${styles['stacked']} ${styles['effect']}`}>
      <thead>
        <tr>
          <th scope="col">{words.t('planForm.section-targets')}</th>
          {compared && <th scope="col">{words.t('planEditor.before')}</th>}
          <th scope="col">{words.t('planEditor.after')}</th>
          {compared && (
            <>
              <th scope="col" data-number>
                {words.t('planEditor.cohortDifference')}
              </th>
              <th scope="col" data-number>
                {words.t('planEditor.missingDifference')}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {effect.map(({ target, title, before, after }) => (
          <tr key={target}>
            <th scope="row">
              {words.text(title)}
              <div className={styles['soft']}>{words.t('overview.milestone', { day: (after ?? before)?.milestone ?? '' })}</div>
            </th>
            {compared && (
              <td data-label={words.t('planEditor.before')}>
                <FiguresText figures={before} />
              </td>
            )}
            <td data-label={words.t('planEditor.after')}>
              <FiguresText figures={after} />
            </td>
            {compared && (
              <>
                <td data-number data-label={words.t('planEditor.cohortDifference')}>
                  <Difference before={before?.denominator} after={after?.denominator} />
                </td>
                <td data-number data-label={words.t('planEditor.missingDifference')}>
                  <Difference before={before?.missing} after={after?.missing} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
