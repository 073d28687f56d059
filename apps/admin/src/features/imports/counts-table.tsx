import { useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import type { ImportPreview, SheetKey } from './queries.ts';

const sheets = ['units', 'posts', 'people', 'certificates'] as const satisfies readonly SheetKey[];
const kinds = ['new', 'changed', 'unchanged', 'refused'] as const;
const headings = { new: 'rowsNew', changed: 'rowsChanged', unchanged: 'rowsUnchanged', refused: 'rowsRefused' } as const;

/** How many rows of each sheet are what. */
export const CountsTable = ({ preview: { counts } }: { preview: ImportPreview }) => {
  const words = useWords();
  const used = sheets.filter((sheet) => kinds.some((kind) => counts[sheet][kind] > 0));
  return (
    <div className={styles['scroll']}>
      <table className={styles['counts']}>
        <caption className={styles['unseen']}>{words.t('importDesk.outcome')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('importDesk.sheet')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" data-number>
                {words.t(`importDesk.${headings[kind]}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((sheet) => (
            <tr key={sheet}>
              <th scope="row">{words.t(`importDesk.sheet-${sheet}`)}</th>
              {kinds.map((kind) => (
                <td key={kind} data-number data-bad={(kind === 'refused' && counts[sheet][kind] > 0) || undefined}>
                  {words.number(counts[sheet][kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
