import { EmptyState } from '@saubac/ui/states';
import { PagedTable, type TableColumn } from '@saubac/ui/table';
import { useMemo } from 'react';
import { RowLink, useCodeNames, useWords } from '../../shell/index.ts';
import { writeBirth } from './birth.ts';
import styles from './people.module.css';
import type { ListedPerson, PeopleFilter, PeoplePage } from './queries.ts';
import { usePeople } from './use-people.ts';

type Parts = {
  tenant: string;
  filter: PeopleFilter;
  first: PeoplePage;
  onSort: (sort: 'unit' | undefined) => void;
  /** What is shown is of the filter before. */
  stale: boolean;
};

const useColumns = (tenant: string, on: string | undefined): TableColumn<ListedPerson>[] => {
  const words = useWords();
  const names = useCodeNames(tenant);
  return useMemo(
    (): TableColumn<ListedPerson>[] => [
      {
        id: 'name', header: words.t('people.name'), width: 'minmax(11rem, 1.3fr)', phone: 'first', sortable: true,
        cell: (it) => (
          <RowLink href={`/t/${tenant}/people/${it.id}${on ? `?on=${on}` : ''}`} className={styles['name']}>
            {it.fullName}
          </RowLink>
        ),
      },
      { id: 'birth', header: words.t('people.birth'), width: '6rem', cell: (it) => writeBirth(it.birth) ?? '–' },
      { id: 'unit', header: words.t('people.unit'), width: 'minmax(12rem, 2fr)', phone: 'second', sortable: true, cell: (it) => <span title={it.unit.name}>{it.unit.name}</span> },
      { id: 'office', header: words.t('people.office'), width: 'minmax(10rem, 1.5fr)', cell: (it) => <span title={it.office ?? it.post?.name}>{it.office ?? it.post?.name ?? '–'}</span> },
      { id: 'kind', header: words.t('people.kind'), width: '7rem', cell: (it) => names.kind(it.kind) },
      { id: 'rank', header: words.t('people.rank'), width: 'minmax(9rem, 1.2fr)', cell: (it) => <span title={names.rank(it.rank)}>{names.rank(it.rank) ?? '–'}</span> },
      {
        id: 'levels', header: words.t('people.levels'), width: '7rem', align: 'end', phone: 'end',
        cell: ({ levels }) => (levels.length === 0 ? '–' : levels.map(({ language, level }) => words.t('people.languageLevel', { language: names.language(language) ?? language, level })).join(', ')),
      },
    ],
    // The names of codes change only once, when they come.
    [words, names.lists, tenant, on],
  );
};

/** People by name or by units, as many as there are: the bar leads to any of them. */
export const PeopleTable = ({ tenant, filter, first, onSort, stale }: Parts) => {
  const words = useWords();
  const { count, rowAt, onSeen } = usePeople(tenant, filter, first);
  const columns = useColumns(tenant, filter.on);
  if (count === 0) return <EmptyState title={words.t('people.noneTitle')}>{words.t('people.none')}</EmptyState>;
  return (
    <div className={styles['table']} aria-busy={stale || undefined}>
      <PagedTable
        label={words.t('people.tableLabel')} columns={columns} count={count} rowAt={rowAt} onSeen={onSeen} of={JSON.stringify(filter)} placeId="people"
        sort={{ column: filter.sort ?? 'name', down: false }} onSort={(column) => onSort(column === 'unit' ? 'unit' : undefined)}
      />
    </div>
  );
};
