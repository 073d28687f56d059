import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useMemo } from 'react';
import { useWords } from '../../shell/index.ts';
import type { Group, PersonBehind } from './queries.ts';
import styles from './target.module.css';

type Parts = { rows: readonly PersonBehind[]; group: Group; more: boolean; loadingMore: boolean; onMore: () => void; onExplain: (person: string) => void };

/** How many names go on paper: what is longer is carried away as a workbook. */
const printed = 40;

const PrintedRows = ({ rows, group, more }: Pick<Parts, 'rows' | 'group' | 'more'>) => {
  const words = useWords();
  return (
    <div data-print-only>
      <table className={styles['printed']}>
        <thead>
          <tr>
            <th scope="col">{words.t('people.name')}</th>
            <th scope="col">{words.t('people.unit')}</th>
            <th scope="col">{words.t('target.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, printed).map((it) => (
            <tr key={it.id}>
              <td>{it.fullName}</td>
              <td>{it.unit.name}</td>
              <td>{it.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(more || rows.length > printed) && <p>{words.t('target.printedPart', { shown: Math.min(printed, rows.length), group: words.t(`target.group-${group}`) })}</p>}
    </div>
  );
};

/** Names with their units and reasons, as many as there are; on paper the first of them. */
export const PeopleRows = ({ rows, group, more, loadingMore, onMore, onExplain }: Parts) => {
  const words = useWords();
  const columns = useMemo(
    (): TableColumn<PersonBehind>[] => [
      {
        id: 'name', header: words.t('people.name'), width: 'minmax(11rem, 1fr)', phone: 'first',
        cell: (it) => (
          <button type="button" className={styles['asLink']} aria-label={words.t('target.explainOf', { name: it.fullName })} onClick={() => onExplain(it.id)}>
            {it.fullName}
          </button>
        ),
      },
      { id: 'unit', header: words.t('people.unit'), width: 'minmax(12rem, 1.3fr)', phone: 'second', cell: (it) => <span title={it.unit.name}>{it.unit.name}</span> },
      { id: 'result', header: words.t('target.result'), width: '7.5rem', phone: 'end', cell: (it) => words.t(group === 'out' ? 'target.out' : it.reached ? 'target.reached' : 'target.notReached') },
      { id: 'reason', header: words.t('target.reason'), width: 'minmax(14rem, 2fr)', cell: (it) => <span title={it.sentence}>{it.sentence}</span> },
    ],
    [words, onExplain, group],
  );
  return (
    <>
      <div data-screen-only>
        <DataTable
          label={words.t('target.peopleLabel', { group: words.t(`target.group-${group}`) })} columns={columns} rows={rows} rowKey={(it) => it.id}
          total={more ? undefined : rows.length} more={more} loadingMore={loadingMore} onMore={onMore}
        />
      </div>
      <PrintedRows rows={rows} group={group} more={more} />
    </>
  );
};
