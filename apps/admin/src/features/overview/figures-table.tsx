import { useWords } from '../../shell/index.ts';
import styles from './overview.module.css';
import type { TargetFigures } from './queries.ts';
import type { YearOfTarget } from './year-points.ts';
import { useYearsOfAll } from './years.tsx';

type Asked = { tenant: string; on: string; unit: string | undefined };

type RowParts = { figures: TargetFigures; columns: readonly string[]; years: readonly YearOfTarget[] };

const Row = ({ figures, columns, years }: RowParts) => {
  const words = useWords();
  const number = (value: number | null) => (value === null ? '–' : words.number(value));
  const share = (value: number | null | undefined) => (value === null || value === undefined ? '–' : words.percent(value));
  const { title, denominator, numerator, percent, goalPercent, missing } = figures;
  return (
    <tr>
      <th scope="row">{words.text(title)}</th>
      <td>{number(denominator)}</td>
      <td>{number(numerator)}</td>
      <td>{share(percent)}</td>
      <td>{share(goalPercent)}</td>
      <td>{number(missing)}</td>
      {columns.map((year) => {
        const found = years.find((it) => it.year === year);
        return (
          <td key={year}>
            {share(found?.percent)}
            {found?.closed && '*'}
          </td>
        );
      })}
    </tr>
  );
};

/** The figures behind the bars and columns as a table; a star marks the years that were closed and signed. */
export const FiguresTable = ({ targets, ...asked }: Asked & { targets: readonly TargetFigures[] }) => {
  const words = useWords();
  const years = useYearsOfAll(targets, asked);
  const columns = [...new Set(years.flat().map((it) => it.year))].toSorted();
  const closed = years.flat().some((it) => it.closed);
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('overview.table')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words.t('overview.target')}</th>
            <th scope="col">{words.t('overview.cohort')}</th>
            <th scope="col">{words.t('overview.reached')}</th>
            <th scope="col">{words.t('overview.share')}</th>
            <th scope="col">{words.t('overview.goal')}</th>
            <th scope="col">{words.t('overview.missing')}</th>
            {columns.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map((it, index) => (
            <Row key={it.target} figures={it} columns={columns} years={years[index] ?? []} />
          ))}
        </tbody>
      </table>
      {closed && <p className={styles['quiet']}>* {words.t('overview.yearsClosed')}</p>}
    </div>
  );
};
