import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ButtonLink, useCodeNames, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import type { ListedCertificate } from './queries.ts';
import { resultText } from './result-text.ts';
import { StateMark } from './state-mark.tsx';

type Parts = {
  tenant: string;
  on: string | undefined;
  filtered: boolean;
  pages: readonly { items: ListedCertificate[]; total?: number | undefined }[];
  /** What is shown is of the filter before. */
  stale: boolean;
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
};

/** Certificates, the last entered first, as many as there are. */
export const RegisterTable = ({ tenant, on, filtered, pages, stale, more, loadingMore, onMore }: Parts) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const rows = useMemo(() => pages.flatMap((it) => it.items), [pages]);
  const columns = useMemo(
    (): TableColumn<ListedCertificate>[] => [
      {
        id: 'holder', header: words.t('certificateDesk.holder'), width: 'minmax(11rem, 1.2fr)', phone: 'first',
        cell: (it) => (
          <Link to="/t/$tenant/certificates/$certificate" params={{ tenant, certificate: it.id }} search={on ? { on } : {}} className={styles['name']}>
            {it.holder}
          </Link>
        ),
      },
      { id: 'type', header: words.t('certificateDesk.type'), width: 'minmax(10rem, 1.4fr)', phone: 'second', cell: (it) => <span title={names.certificateType(it.type)}>{names.certificateType(it.type)}</span> },
      { id: 'language', header: words.t('certificateDesk.language'), width: '6.5rem', cell: (it) => names.language(it.language) ?? it.language },
      { id: 'result', header: words.t('certificateDesk.result'), width: '6rem', align: 'end', cell: (it) => resultText(it, words) ?? '–' },
      { id: 'exam', header: words.t('certificateDesk.examDate'), width: '6.5rem', cell: (it) => words.date(it.examDate) },
      { id: 'state', header: words.t('certificateDesk.state'), width: '8.5rem', phone: 'end', cell: (it) => <StateMark state={it.state} /> },
      { id: 'level', header: words.t('certificateDesk.level'), width: '3.5rem', align: 'end', cell: (it) => it.level ?? '–' },
      { id: 'until', header: words.t('certificateDesk.countsUntil'), width: '8rem', cell: (it) => (it.level === null ? '–' : it.levelLastDay === null ? words.t('certificateDesk.levelUnlimited') : words.date(it.levelLastDay)) },
      { id: 'issuer', header: words.t('certificateDesk.issuer'), width: 'minmax(8rem, 1.2fr)', cell: (it) => (it.issuerName === null ? '–' : <span title={it.issuerName}>{it.issuerName}</span>) },
      { id: 'unit', header: words.t('certificateDesk.unit'), width: 'minmax(9rem, 1.4fr)', cell: (it) => (it.unit === null ? '–' : <span title={it.unit.name}>{it.unit.name}</span>) },
    ],
    [words, names, tenant, on],
  );
  if (rows.length === 0) {
    return (
      <EmptyState
        title={words.t('certificateDesk.noneTitle')}
        action={
          filtered && (
            <ButtonLink variant="default" size="xs" to="/t/$tenant/certificates" params={{ tenant }}>
              {words.t('certificateDesk.clear')}
            </ButtonLink>
          )
        }
      >
        {words.t(filtered ? 'certificateDesk.none' : 'certificateDesk.noneYet')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['table']} aria-busy={stale || undefined}>
      <DataTable label={words.t('certificateDesk.tableLabel')} columns={columns} rows={rows} rowKey={(it) => it.id} total={pages[0]?.total} more={more} loadingMore={loadingMore} onMore={onMore} />
    </div>
  );
};
