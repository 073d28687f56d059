import { NativeSelect } from '@mantine/core';
import { useWords } from '../../shell/index.ts';
import { FirstRows } from './first-rows.tsx';
import { assignColumn, columnLetters, fieldsOfColumn, fileColumns, headingsOfRow, type Rule } from './mapping.ts';
import { MappingOthers } from './mapping-others.tsx';
import styles from './imports.module.css';
import mapped from './mapping.module.css';
import type { ProposedSheet, RosterSheet, SheetKey } from './queries.ts';
import { SampleRows } from './sample-rows.tsx';

const targets = ['people', 'units', 'posts', 'certificates'] as const satisfies readonly SheetKey[];

type Parts = { rule: Rule; sheets: readonly ProposedSheet[]; template: readonly RosterSheet[]; /** Nothing was changed, so the sample that came with the proposal holds. */ untouched: boolean; onChange: (rule: Rule) => void };

// Of a sheet in which somebody named the row of the headings, they are those of that row.
const headerOf = (sheet: ProposedSheet, rule: Rule): { row: number; rows: number; headings: readonly string[] } => {
  if (sheet.headings.length > 0) return { row: sheet.headerRow - 1, rows: sheet.headerRows, headings: sheet.headings };
  const row = sheet.firstRows.findIndex((it) => headingsOfRow(it).filter((text) => text !== '').join('\n') === rule.headings.join('\n'));
  return { row, rows: 1, headings: headingsOfRow(sheet.firstRows[row] ?? []) };
};

/** How the sheets of the same headings are read: each column above its first rows, and what stands in none. */
export const SheetMapping = ({ rule, sheets, template, untouched, onChange }: Parts) => {
  const words = useWords();
  const [first] = sheets;
  const fields = template.find(({ key }) => key === rule.target)?.columns ?? [];
  const headingOf = (key: string): string => fields.find((it) => it.key === key)?.heading ?? key;
  const header = first ? headerOf(first, rule) : { row: 0, rows: 1, headings: rule.headings };
  const columns = fileColumns(header.headings);
  const picker = (at: number) => {
    const column = columns[at];
    if (!column) return null;
    const read = fieldsOfColumn(rule, column);
    const alone = read.find(({ shared }) => !shared)?.key;
    const shared = read.filter((it) => it.shared);
    const kept = shared.length > 0 ? [{ value: '*', label: words.t('importDesk.mapParts', { heading: shared.map(({ key }) => headingOf(key)).join(', ') }) }] : [];
    const value = alone ?? (shared.length > 0 ? '*' : '');
    return (
      <NativeSelect
        size="xs" aria-label={words.t('importDesk.mapColumnIs', { letters: columnLetters(at), heading: column.heading })} value={value} data-used={value !== '' || undefined} className={mapped['picker']}
        data={[{ value: '', label: words.t('importDesk.mapUnused') }, ...kept, ...fields.map(({ key, heading, required }) => ({ value: key, label: required ? `${heading} *` : heading }))]}
        onChange={(event) => event.currentTarget.value !== '*' && onChange(assignColumn(rule, column, event.currentTarget.value || null))}
      />
    );
  };
  return (
    <section className={mapped['sheetMap']}>
      <div className={mapped['mapHead']}>
        <div>
          <h3>{first?.name ?? rule.name}</h3>
          {sheets.length > 1 && <p className={styles['soft']}>{words.t('importDesk.mapSheets', { sheets: sheets.map(({ name }) => name) })}</p>}
        </div>
        <NativeSelect
          label={words.t('importDesk.mapTarget')} value={rule.target ?? ''} data={[...targets.map((it) => ({ value: it, label: words.t(`importDesk.target-${it}`) })), { value: '', label: words.t('importDesk.target-none') }]}
          onChange={(event) => {
            const target = targets.find((it) => it === event.currentTarget.value) ?? null;
            onChange({ ...rule, target, columns: target === rule.target ? rule.columns : {} });
          }}
        />
      </div>
      {rule.target !== null && first && <FirstRows sheet={first} headerRow={header.row} headerRows={header.rows} above={picker} />}
      {rule.target !== null && <MappingOthers rule={rule} fields={fields} onChange={onChange} />}
      {rule.target !== null && untouched && first && first.sample.length > 0 && <SampleRows sheet={first} headingOf={headingOf} />}
    </section>
  );
};
