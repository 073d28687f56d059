import { useWords } from '../../shell/index.ts';
import styles from './overview.module.css';
import type { TargetFigures } from './queries.ts';

/** The figures behind the bars as a table. */
export const FiguresTable = ({ targets }: { targets: readonly TargetFigures[] }) => {
  const words = useWords();
  const number = (value: number | null) => (value === null ? '–' : words.number(value));
  const share = (value: number | null) => (value === null ? '–' : words.percent(value));
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words.t('overview.target')}</th>
            <th scope="col">{words.t('overview.cohort')}</th>
            <th scope="col">{words.t('overview.reached')}</th>
            <th scope="col">{words.t('overview.share')}</th>
            <th scope="col">{words.t('overview.goal')}</th>
            <th scope="col">{words.t('overview.missing')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ target, title, denominator, numerator, percent, goalPercent, missing }) => (
            <tr key={target}>
              <th scope="row">{words.text(title)}</th>
              <td>{number(denominator)}</td>
              <td>{number(numerator)}</td>
              <td>{share(percent)}</td>
              <td>{share(goalPercent)}</td>
              <td>{number(missing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
