import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCodeNames, useWords } from '../../shell/index.ts';
import { writeBirth } from './birth.ts';
import styles from './people.module.css';
import type { ListedPerson } from './queries.ts';

type Parts = {
  tenant: string;
  on: string | undefined;
  pages: readonly { items: ListedPerson[]; total?: number | undefined }[];
  /** What is shown is of the filter before. */
  stale: boolean;
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
};

/** People in name order, as many as there are. */
export const PeopleTable = ({ tenant, on, pages, stale, more, loadingMore, onMore }: Parts) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const rows = useMemo(() => pages.flatMap((it) => it.items), [pages]);
  const columns = useMemo(
    (): TableColumn<ListedPerson>[] => [
      {
        id: 'name', header: words.t('people.name'), width: 'minmax(11rem, 1.3fr)', phone: 'first',
        cell: (it) => (
          <Link to="/t/$tenant/people/$person" params={{ tenant, person: it.id }} search={on ? { on } : {}} className={styles['name']}>
            {it.fullName}
          </Link>
        ),
      },
      { id: 'birth', header: words.t('people.birth'), width: '6rem', cell: (it) => writeBirth(it.birth) ?? '–' },
      { id: 'unit', header: words.t('people.unit'), width: 'minmax(12rem, 2fr)', phone: 'second', cell: (it) => <span title={it.unit.name}>{it.unit.name}</span> },
      { id: 'office', header: words.t('people.office'), width: 'minmax(10rem, 1.5fr)', cell: (it) => it.office ?? it.post?.name ?? '–' },
      { id: 'kind', header: words.t('people.kind'), width: '7rem', cell: (it) => names.kind(it.kind) },
      { id: 'rank', header: words.t('people.rank'), width: 'minmax(8rem, 1fr)', cell: (it) => names.rank(it.rank) ?? '–' },
      {
        id: 'levels', header: words.t('people.levels'), width: '8rem', align: 'end', phone: 'end',
        cell: ({ levels }) => (levels.length === 0 ? '–' : levels.map(({ language, level }) => words.t('people.languageLevel', { language: names.language(language) ?? language, level })).join(', ')),
      },
    ],
    [words, names, tenant, on],
  );
  if (rows.length === 0) return <EmptyState title={words.t('people.noneTitle')}>{words.t('people.none')}</EmptyState>;
  return (
    <div className={styles['table']} aria-busy={stale || undefined}>
      <DataTable label={words.t('people.tableLabel')} columns={columns} rows={rows} rowKey={(it) => it.id} total={pages[0]?.total} more={more} loadingMore={loadingMore} onMore={onMore} />
    </div>
  );
};
