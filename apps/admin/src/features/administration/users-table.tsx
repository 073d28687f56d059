import { Button } from '@mantine/core';
import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { rolesInWords } from './grant-in-words.ts';
import type { User } from './queries.ts';

type Parts = {
  tenant: string;
  pages: readonly { items: User[]; total?: number | undefined }[];
  filtered: boolean;
  /** What is shown is of the filter before. */
  stale: boolean;
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onClear: () => void;
};

/** Users by their addresses. */
export const UsersTable = ({ tenant, pages, filtered, stale, more, loadingMore, onMore, onClear }: Parts) => {
  const words = useWords();
  const rows = useMemo(() => pages.flatMap((it) => it.items), [pages]);
  const columns = useMemo(
    (): TableColumn<User>[] => [
      {
        id: 'name', header: words.t('administration.name'), width: 'minmax(11rem, 1.3fr)', phone: 'first',
        cell: (it) => (
          <Link to="/t/$tenant/users/$user" params={{ tenant, user: it.id }} className={styles['name']}>
            {it.name}
          </Link>
        ),
      },
      { id: 'email', header: words.t('administration.email'), width: 'minmax(11rem, 1.3fr)', cell: (it) => <span title={it.email}>{it.email}</span> },
      {
        id: 'roles', header: words.t('administration.roles'), width: 'minmax(14rem, 2fr)', phone: 'second',
        cell: (it) => {
          const told = rolesInWords(it.grants, words) || words.t('administration.noRoles');
          return <span title={told}>{told}</span>;
        },
      },
      { id: 'status', header: words.t('administration.status'), width: '6rem', phone: 'end', cell: (it) => <span data-status={it.status} className={styles['status']}>{words.t(`administration.status-${it.status}`)}</span> },
      { id: 'factor', header: words.t('administration.secondFactor'), width: '5.5rem', cell: (it) => words.t(it.secondFactor ? 'administration.on' : 'administration.off') },
      { id: 'seen', header: words.t('administration.lastSignIn'), width: '9.5rem', cell: (it) => (it.lastSignIn === null ? words.t('administration.never') : words.moment(it.lastSignIn)) },
    ],
    [words, tenant],
  );
  if (rows.length === 0) {
    return (
      <EmptyState title={words.t('administration.usersNoneTitle')} action={filtered && <Button variant="default" onClick={onClear}>{words.t('administration.clear')}</Button>}>
        {words.t('administration.usersNone')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['table']} aria-busy={stale || undefined}>
      <DataTable label={words.t('administration.users')} columns={columns} rows={rows} rowKey={(it) => it.id} total={pages[0]?.total} more={more} loadingMore={loadingMore} onMore={onMore} />
    </div>
  );
};
