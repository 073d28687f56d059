import { Button } from '@mantine/core';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, useWords } from '../../shell/index.ts';
import { rowTotals } from './import-states.ts';
import styles from './imports.module.css';
import { importsQuery, type RosterImport } from './queries.ts';

const ImportLine = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const totals = rowTotals(it);
  const count = (value: number) => (it.preview ? words.number(value) : '–');
  return (
    <tr>
      <th scope="row">
        <Link to="/t/$tenant/imports/$import" params={{ tenant, import: it.id }} search={{}}>
          {it.fileName}
        </Link>
      </th>
      <td data-state={it.state}>{words.t(`importDesk.state-${it.state}`)}</td>
      <td>{words.date(it.effectiveDate)}</td>
      <td>{it.requestedBy.name}</td>
      <td>{words.moment(it.createdAt)}</td>
      <td data-number>{count(totals.new)}</td>
      <td data-number>{count(totals.changed)}</td>
      <td data-number>{count(totals.refused)}</td>
    </tr>
  );
};

/** The imports so far: who, when, which file, how it stands. */
export const ImportsList = ({ tenant }: { tenant: string }) => {
  const words = useWords();
  const imports = useInfiniteQuery(importsQuery(tenant));
  return (
    <QueryStates query={imports} waiting={{ rows: 5, height: '2rem' }}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        if (all.length === 0) return <EmptyState title={words.t('importDesk.listNone')}>{words.t('importDesk.listNoneAbout')}</EmptyState>;
        return (
          <>
            <div className={styles['scroll']} role="region" aria-label={words.t('importDesk.list')} tabIndex={0}>
              <table className={`${styles['plain']} ${styles['allImports']}`}>
                <thead>
                  <tr>
                    {(['file', 'state', 'since', 'by', 'at'] as const).map((it) => (
                      <th key={it} scope="col">
                        {words.t(`importDesk.${it}`)}
                      </th>
                    ))}
                    {(['rowsNew', 'rowsChanged', 'rowsRefused'] as const).map((it) => (
                      <th key={it} scope="col" data-number>
                        {words.t(`importDesk.${it}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {all.map((it) => (
                    <ImportLine key={it.id} tenant={tenant} it={it} />
                  ))}
                </tbody>
              </table>
            </div>
            {imports.hasNextPage && (
              <Button variant="default" size="xs" loading={imports.isFetchingNextPage} onClick={() => void imports.fetchNextPage()}>
                {words.t('importDesk.more')}
              </Button>
            )}
          </>
        );
      }}
    </QueryStates>
  );
};
