import { useWords } from '../../shell/index.ts';
import styles from './plugin-reports.module.css';
import type { ReportRows } from './queries.ts';

type Column = ReportRows['columns'][number];

/** The rows of a section; figures stand on the right. A row that has nothing for a column shows a dash. */
export const ReportTable = ({ report: { title, columns, rows }, stale }: { report: ReportRows; stale: boolean }) => {
  const words = useWords();
  const isFigure = ({ type }: Column) => type === 'number' || type === 'dong';
  const shown = ({ type }: Column, value: string | number | null | undefined): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'number') return type === 'year' ? String(value) : words.number(value);
    return type === 'date' ? words.date(value) : value;
  };
  if (rows.length === 0) return <p className={styles['period']}>{words.t('extensions.noRows')}</p>;
  return (
    <div className={styles['scroll']} role="region" aria-label={words.text(title)} tabIndex={0} aria-busy={stale || undefined}>
      <table className={styles['rows']}>
        <thead>
          <tr>
            {columns.map((it) => (
              <th key={it.key} scope="col" data-figure={isFigure(it) || undefined}>
                {words.text(it.title)}
                {it.type === 'dong' && ` (${words.t('extensions.dong')})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows of a report have no name of their own; they stand in the order in which they came.
            <tr key={index}>
              {columns.map((it) => (
                <td key={it.key} data-figure={isFigure(it) || undefined}>
                  {shown(it, row[it.key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
