import { Notice } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Section } from '@saubac/ui/frame';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWords } from '../../shell/index.ts';
import { rowTotals } from './import-states.ts';
import styles from './imports.module.css';
import { ShortTable } from './short-table.tsx';
import { type RosterImport, subjectsQuery } from './queries.ts';
import { UndoImport } from './undo-import.tsx';

type Subject = { id: string; act: string; label: string | null };

const isPerson = (act: string): boolean => act.startsWith('person.');

const Subjects = ({ tenant, id }: { tenant: string; id: string }) => {
  const words = useWords();
  const subjects = useInfiniteQuery(subjectsQuery(tenant, id));
  const columns = useMemo(
    (): TableColumn<Subject>[] => [
      {
        id: 'subject', header: words.t('importDesk.subject'), width: 'minmax(14rem, 2fr)', phone: 'first',
        cell: ({ id: subject, act, label }) =>
          isPerson(act) ? (
            <Link to="/t/$tenant/people/$person" params={{ tenant, person: subject }} search={{}}>
              {label ?? subject}
            </Link>
          ) : (
            (label ?? '–')
          ),
      },
      { id: 'act', header: words.t('importDesk.act'), width: 'minmax(10rem, 1fr)', phone: 'second', cell: ({ act }) => words.named('importDesk', `act-${act}`) },
    ],
    [words, tenant],
  );
  const rows = subjects.data?.pages.flatMap(({ items }) => items) ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={words.t('importDesk.subjects')}>
      <ShortTable rows={rows.length}>
        <DataTable
          label={words.t('importDesk.subjectsLabel')} columns={columns} rows={rows} rowKey={(row) => `${row.act} ${row.id}`} total={subjects.hasNextPage ? undefined : rows.length}
          more={subjects.hasNextPage} loadingMore={subjects.isFetchingNextPage} onMore={() => void subjects.fetchNextPage()}
        />
      </ShortTable>
    </Section>
  );
};

/** What an import wrote, with the way to take it back; or that it was taken back. */
export const WrittenPanel = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const totals = rowTotals(it);
  if (it.undone) return <Notice live>{words.t('importDesk.undone', { by: it.undone.by.name, at: words.moment(it.undone.at) })}</Notice>;
  const isNothing = totals.new + totals.changed + (it.preview?.departing.people ?? 0) === 0;
  return (
    <>
      <Notice live>
        <h2>{words.t('importDesk.written')}</h2>
        <p>{isNothing ? words.t('importDesk.writtenNothing') : words.t('importDesk.writtenLine', { new: totals.new, changed: totals.changed, day: it.effectiveDate })}</p>
        {totals.refused > 0 && <p>{words.t('importDesk.writtenSkipped', { count: totals.refused })}</p>}
        <p className={styles['line']}>
          <Link to="/t/$tenant/people" params={{ tenant }} search={{}}>
            {words.t('importDesk.toPeople')}
          </Link>
          <Link to="/t/$tenant" params={{ tenant }} search={{}}>
            {words.t('importDesk.toFigures')}
          </Link>
          <Link to="/t/$tenant/imports" params={{ tenant }}>
            {words.t('importDesk.uploadAgain')}
          </Link>
        </p>
      </Notice>
      {!isNothing && <Subjects tenant={tenant} id={it.id} />}
      {!isNothing && <UndoImport tenant={tenant} it={it} />}
    </>
  );
};
