import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCodeNames, useWords } from '../../shell/index.ts';
import styles from './equivalence.module.css';
import type { Gap, Post } from './queries.ts';

type Paged = { more: boolean; loadingMore: boolean; onMore: () => void };

/** Who falls short of what his posts require, in name order. */
export const GapsTable = ({ tenant, on, rows, more, loadingMore, onMore }: Paged & { tenant: string; on: string; rows: readonly Gap[] }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const columns = useMemo(
    (): TableColumn<Gap>[] => [
      {
        id: 'name', header: words.t('equivalenceDesk.name'), width: 'minmax(11rem, 1fr)', phone: 'first',
        cell: (it) => (
          <Link to="/t/$tenant/people/$person" params={{ tenant, person: it.person }} search={{ on }} className={styles['name']}>
            {it.fullName}
          </Link>
        ),
      },
      { id: 'post', header: words.t('equivalenceDesk.post'), width: 'minmax(10rem, 1.2fr)', cell: (it) => <span title={it.post}>{it.post}</span> },
      { id: 'unit', header: words.t('equivalenceDesk.unit'), width: 'minmax(11rem, 1.4fr)', phone: 'second', cell: (it) => <span title={it.unitName}>{it.unitName}</span> },
      {
        id: 'required', header: words.t('equivalenceDesk.required'), width: '13rem',
        cell: (it) => words.t('equivalenceDesk.requiredLevel', { level: it.required, language: names.language(it.language) ?? words.t('equivalenceDesk.anyLanguage') }),
      },
      { id: 'held', header: words.t('equivalenceDesk.held'), width: '7rem', phone: 'end', cell: (it) => (it.held === null ? words.t('equivalenceDesk.noLevel') : words.t('equivalenceDesk.levelShort', { level: it.held })) },
    ],
    [words, names, tenant, on],
  );
  if (rows.length === 0) return <EmptyState title={words.t('equivalenceDesk.gapsNone')} />;
  return (
    <div className={styles['tall']}>
      <DataTable label={words.t('equivalenceDesk.gapsLabel')} columns={columns} rows={rows} rowKey={(it) => `${it.person} ${it.unitCode} ${it.post} ${it.language ?? ''}`} total={more ? undefined : rows.length} more={more} loadingMore={loadingMore} onMore={onMore} />
    </div>
  );
};

/** The catalogue of posts with what each requires. */
export const PostsTable = ({ tenant, rows, more, loadingMore, onMore }: Paged & { tenant: string; rows: readonly Post[] }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const columns = useMemo((): TableColumn<Post>[] => {
    const required = (it: Post) =>
      it.standards.length === 0 ? '–' : it.standards.map(({ level, language }) => words.t('equivalenceDesk.requiredLevel', { level, language: names.language(language) ?? words.t('equivalenceDesk.anyLanguage') })).join('; ');
    return [
      { id: 'post', header: words.t('equivalenceDesk.post'), width: 'minmax(14rem, 2fr)', phone: 'first', cell: (it) => <span title={it.name}>{it.name}</span> },
      { id: 'code', header: words.t('equivalenceDesk.issuerCode'), width: '9rem', cell: (it) => it.code },
      { id: 'required', header: words.t('equivalenceDesk.required'), width: 'minmax(14rem, 1.5fr)', phone: 'second', cell: required },
      { id: 'from', header: words.t('equivalenceDesk.from'), width: '7rem', cell: (it) => (it.standards[0] ? words.date(it.standards[0].from) : '–') },
    ];
  }, [words, names]);
  if (rows.length === 0) return <EmptyState title={words.t('equivalenceDesk.postsNone')} />;
  return (
    <div className={styles['tall']}>
      <DataTable label={words.t('equivalenceDesk.posts')} columns={columns} rows={rows} rowKey={(it) => it.id} total={more ? undefined : rows.length} more={more} loadingMore={loadingMore} onMore={onMore} />
    </div>
  );
};

/** How many posts require a level and how many of their holders have it, unit by unit. */
export const UnitStandards = ({ items }: { items: readonly { unitCode: string; unitName: string; required: number; met: number }[] }) => {
  const words = useWords();
  if (items.length === 0) return <EmptyState title={words.t('equivalenceDesk.byUnitNone')} />;
  return (
    <div className={styles['scroll']} role="region" aria-label={words.t('equivalenceDesk.byUnit')} tabIndex={0}>
      <table className={styles['rows']}>
        <thead>
          <tr>
            <th scope="col">{words.t('equivalenceDesk.unit')}</th>
            <th scope="col" className={styles['end']}>{words.t('equivalenceDesk.requiredPosts')}</th>
            <th scope="col" className={styles['end']}>{words.t('equivalenceDesk.met')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((it) => (
            <tr key={`${it.unitCode} ${it.unitName}`}>
              <td>{it.unitName}</td>
              <td className={styles['end']} data-label={words.t('equivalenceDesk.requiredPosts')}>{words.number(it.required)}</td>
              <td className={styles['end']} data-label={words.t('equivalenceDesk.met')}>{words.number(it.met)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
