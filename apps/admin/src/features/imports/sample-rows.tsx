import { useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import type { ProposedSheet } from './queries.ts';

/** Rows as they would be read, by fields. */
export const SampleRows = ({ sheet: { sample }, headingOf }: { sheet: ProposedSheet; headingOf: (key: string) => string }) => {
  const words = useWords();
  const keys = [...new Set(sample.flatMap(({ cells }) => Object.keys(cells)))];
  return (
    <div className={styles['scroll']} role="region" tabIndex={0} aria-label={words.t('importDesk.mapSample')}>
      <table className={styles['plain']}>
        <caption>{words.t('importDesk.mapSample')}</caption>
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} scope="col">
                {headingOf(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ row, cells }) => (
            <tr key={row}>
              {keys.map((key) => (
                <td key={key}>{cells[key] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
