import type { ReactNode } from 'react';
import { useWords } from '../../shell/index.ts';
import { columnLetters } from './mapping.ts';
import styles from './imports.module.css';
import mapped from './mapping.module.css';
import type { ProposedSheet } from './queries.ts';

type Parts = { sheet: ProposedSheet; headerRow: number; headerRows: number; /** What stands above each column. */ above?: ((at: number) => ReactNode) | undefined };

/** The first rows of a sheet as the file has them, the rows of its headings marked. */
export const FirstRows = ({ sheet: { name, firstRows }, headerRow, headerRows, above }: Parts) => {
  const words = useWords();
  const width = Math.max(1, ...firstRows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => at);
  const isHeading = (at: number): boolean => at >= headerRow && at < headerRow + headerRows;
  return (
    <div className={styles['scroll']} role="region" tabIndex={0} aria-label={words.t('importDesk.mapGrid', { name })}>
      <table className={mapped['firstRows']}>
        <thead>
          <tr>
            <td />
            {columns.map((at) => (
              <th key={at} scope="col">
                <span className={mapped['letters']}>{columnLetters(at)}</span>
                {above?.(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {firstRows.map((row, index) => (
            <tr key={index} data-heading={isHeading(index) || undefined} data-before={index < headerRow || undefined}>
              <th scope="row">
                {index + 1}
                {isHeading(index) && <span className={styles['unseen']}> ({words.t('importDesk.mapHeading')})</span>}
              </th>
              {columns.map((at) => (
                <td key={at}>{row[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
