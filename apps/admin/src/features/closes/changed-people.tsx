import { Section } from '@saubac/ui/frame';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { type ChangedPerson, changedPeopleQuery, type ChangeKind } from './queries.ts';

type Parts = { question: { tenant: string; close: string; other: string; target: string }; title: string; kind: ChangeKind | undefined; onKind: (kind: ChangeKind | undefined) => void };

const kinds = ['entered', 'left', 'gained', 'lost'] as const;

/** Whom two closes count differently for a target, by name, and why as far as what was kept tells. */
export const ChangedPeople = ({ question, title, kind, onKind }: Parts) => {
  const words = useWords();
  const people = useInfiniteQuery(changedPeopleQuery(question, kind));
  const { tenant } = question;
  const columns = useMemo(
    (): TableColumn<ChangedPerson>[] => [
      {
        id: 'name', header: words.t('closing.name'), width: 'minmax(11rem, 1fr)', phone: 'first',
        cell: (it) =>
          it.fullName === null ? (
            words.t('closing.gone')
          ) : (
            <Link to="/t/$tenant/people/$person" params={{ tenant, person: it.mergedInto ?? it.id }} search={{}} className={styles['name']}>
              {it.fullName}
            </Link>
          ),
      },
      { id: 'change', header: words.t('closing.change'), width: 'minmax(10rem, 1fr)', phone: 'end', cell: (it) => words.t(`closing.kind-${it.kind}`) },
      { id: 'unit', header: words.t('closing.unit'), width: 'minmax(12rem, 1.3fr)', phone: 'second', cell: (it) => <span title={it.unit.name}>{it.unit.name}</span> },
      { id: 'cause', header: words.t('closing.cause'), width: 'minmax(14rem, 1.6fr)', cell: (it) => <span title={it.sentence}>{it.sentence === '' ? words.t('closing.causeUnknown') : it.sentence}</span> },
    ],
    [words, tenant],
  );
  return (
    <Section
      title={words.t('closing.comparePeopleAt', { target: title })}
      tools={
        <ChoiceField
          label={words.t('closing.change')} any={words.t('closing.anyChange')} value={kind} options={kinds.map((it) => ({ value: it, label: words.t(`closing.kind-${it}`) }))}
          onChange={(picked) => onKind(kinds.find((it) => it === picked))}
        />
      }
    >
      <QueryStates query={people} waiting={{ rows: 6, height: '1.5rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <EmptyState title={words.t('closing.peopleNone')} />;
          return (
            <DataTable
              label={words.t('closing.comparePeopleLabel')} columns={columns} rows={rows} rowKey={(it) => it.id} total={people.hasNextPage ? undefined : rows.length} more={people.hasNextPage}
              loadingMore={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()}
            />
          );
        }}
      </QueryStates>
    </Section>
  );
};
