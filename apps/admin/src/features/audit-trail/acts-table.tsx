import { DataTable, type TableColumn } from '@saubac/ui/table';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './audit-trail.module.css';
import { actorInWords } from './changes-in-words.ts';
import type { AuditFilter, ListedAct } from './queries.ts';

type Parts = {
  tenant: string;
  filter: AuditFilter;
  pages: readonly { items: ListedAct[]; total?: number | undefined }[];
  /** What is shown is of the filter before. */
  stale: boolean;
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
};

/** Acts, the latest first. The list is found again as it was: its filter goes along into an act and back. */
export const ActsTable = ({ tenant, filter, pages, stale, more, loadingMore, onMore }: Parts) => {
  const words = useWords();
  const rows = useMemo(() => pages.flatMap((it) => it.items), [pages]);
  const columns = useMemo(
    (): TableColumn<ListedAct>[] => [
      { id: 'at', header: words.t('auditTrail.when'), width: '9.5rem', phone: 'end', cell: (it) => words.moment(it.at) },
      {
        id: 'act', header: words.t('auditTrail.what'), width: 'minmax(12rem, 1.2fr)', phone: 'first',
        cell: (it) => (
          <Link to="/t/$tenant/audit/$entry" params={{ tenant, entry: it.id }} search={filter} className={styles['act']}>
            {words.text(it.title)}
          </Link>
        ),
      },
      {
        id: 'subject', header: words.t('auditTrail.subject'), width: 'minmax(12rem, 1.4fr)',
        cell: ({ subject }) => {
          const told = subject.label === null ? words.text(subject.title) : words.t('auditTrail.pair', { name: words.text(subject.title), value: subject.label });
          return <span title={told}>{told}</span>;
        },
      },
      { id: 'actor', header: words.t('auditTrail.who'), width: 'minmax(9rem, 1fr)', phone: 'second', cell: ({ actor }) => <span title={actorInWords(actor, words)}>{actorInWords(actor, words)}</span> },
      { id: 'why', header: words.t('auditTrail.why'), width: 'minmax(8rem, 1fr)', cell: (it) => (it.why === null ? '–' : <span title={it.why}>{it.why}</span>) },
    ],
    [words, tenant, filter],
  );
  return (
    <div className={styles['table']} aria-busy={stale || undefined}>
      <DataTable label={words.t('auditTrail.title')} columns={columns} rows={rows} rowKey={(it) => it.id} total={pages[0]?.total} more={more} loadingMore={loadingMore} onMore={onMore} />
    </div>
  );
};
