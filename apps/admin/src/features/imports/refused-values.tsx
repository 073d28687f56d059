import { Button } from '@mantine/core';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import { columnsQuery, valuesQuery } from './queries.ts';
import type { Edits } from './use-edits.ts';
import { ValueLine } from './value-line.tsx';

/** Values that were refused, each once, those in the most rows first. */
export const RefusedValues = ({ tenant, id, code, edits }: { tenant: string; id: string; code: string | undefined; edits: Edits }) => {
  const words = useWords();
  const template = useQuery(columnsQuery(tenant));
  const choicesOf = (sheet: string, column: string) => template.data?.items.find(({ key }) => key === sheet)?.columns.find(({ key }) => key === column)?.choices ?? [];
  const values = useInfiniteQuery(valuesQuery(tenant, id, code));
  return (
    <QueryStates query={values} waiting={{ rows: 5, height: '3rem' }}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        if (all.length === 0) return <EmptyState title={words.t('importDesk.valuesNone')} />;
        return (
          <>
            <p className={styles['soft']}>{words.t('importDesk.valuesAbout')}</p>
            <div className={styles['scroll']} role="region" tabIndex={0} aria-label={words.t('importDesk.viewValues')}>
              <table className={`${styles['plain']} ${styles['values']}`}>
                <thead>
                  <tr>
                    <th scope="col">{words.t('importDesk.value')}</th>
                    <th scope="col">{words.t('importDesk.reason')}</th>
                    <th scope="col" data-number>
                      {words.t('importDesk.rows')}
                    </th>
                    <th scope="col">{words.t('importDesk.replaceBy')}</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((value) => (
                    <ValueLine key={`${value.sheet} ${value.column} ${value.code} ${value.value}`} tenant={tenant} value={value} choices={choicesOf(value.sheet, value.column)} edits={edits} />
                  ))}
                </tbody>
              </table>
            </div>
            {values.hasNextPage && (
              <Button size="xs" variant="default" loading={values.isFetchingNextPage} onClick={() => void values.fetchNextPage()}>
                {words.t('importDesk.more')}
              </Button>
            )}
          </>
        );
      }}
    </QueryStates>
  );
};
