import { useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import type { ImportPreview } from './queries.ts';

const skippedKinds = ['blank', 'header', 'total', 'signature', 'group'] as const;

/** How a file that is not the template was read: which rows are no data, which columns nobody reads. */
export const ReadingTab = ({ preview: { reading } }: { preview: ImportPreview }) => {
  const words = useWords();
  if (reading === null) return <p>{words.t('importDesk.readingTemplate')}</p>;
  const { layout, sheets, leftOut } = reading;
  const how = layout.how === 'saved' ? words.t('importDesk.layoutSaved', { name: layout.name ?? '' }) : words.t(layout.how === 'given' ? 'importDesk.layoutGiven' : 'importDesk.layoutProposed');
  return (
    <ul className={styles['reading']}>
      <li>{how}</li>
      {sheets.map(({ name, data, skipped, unused }) => (
        <li key={name}>
          {words.t('importDesk.skippedLine', { name, data, ...(Object.fromEntries(skippedKinds.map((kind) => [kind, skipped[kind].count])) as Record<(typeof skippedKinds)[number], number>) })}
          {unused.length > 0 && <p className={styles['soft']}>{words.t('importDesk.unusedColumns', { name, columns: unused.map(({ heading, letters }) => `${letters} ${heading}`.trim()) })}</p>}
        </li>
      ))}
      {leftOut.length > 0 && <li>{words.t('importDesk.leftOut', { sheets: leftOut })}</li>}
    </ul>
  );
};
