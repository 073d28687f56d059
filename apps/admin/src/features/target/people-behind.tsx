import { Button } from '@mantine/core';
import { Section } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import { ExportPeople } from './export-people.tsx';
import { type Group, peopleBehindQuery, type PersonBehind, type TargetQuestion } from './queries.ts';
import styles from './target.module.css';

type Parts = {
  question: TargetQuestion;
  group: Group;
  unitName: string | undefined;
  hasFocus: boolean;
  mayExport: boolean;
  onGroup: (group: Group) => void;
  onExplain: (person: string) => void;
  onWhole: () => void;
};

const groups = ['missing', 'reached', 'cohort', 'focus'] as const;

/** The people behind a figure by name, each with why; a click explains one of them in full. */
export const PeopleBehind = ({ question, group, unitName, hasFocus, mayExport, onGroup, onExplain, onWhole }: Parts) => {
  const words = useWords();
  const people = useInfiniteQuery(peopleBehindQuery(question, group));
  const columns = useMemo(
    (): TableColumn<PersonBehind>[] => [
      {
        id: 'name', header: words.t('people.name'), width: 'minmax(11rem, 1fr)', phone: 'first',
        cell: (it) => (
          <button type="button" className={styles['asLink']} aria-label={words.t('target.explainOf', { name: it.fullName })} onClick={() => onExplain(it.id)}>
            {it.fullName}
          </button>
        ),
      },
      { id: 'unit', header: words.t('people.unit'), width: 'minmax(12rem, 1.3fr)', phone: 'second', cell: (it) => <span title={it.unit.name}>{it.unit.name}</span> },
      { id: 'result', header: words.t('target.result'), width: '6rem', phone: 'end', cell: (it) => words.t(it.reached ? 'target.reached' : 'target.notReached') },
      { id: 'reason', header: words.t('target.reason'), width: 'minmax(14rem, 2fr)', cell: (it) => <span title={it.sentence}>{it.sentence}</span> },
    ],
    [words, onExplain],
  );
  const shown = groups.filter((it) => it !== 'focus' || hasFocus);
  return (
    <Section title={unitName === undefined ? words.t('target.people') : `${words.t('target.people')}: ${unitName}`} tools={mayExport && <ExportPeople key={`${group} ${question.unit ?? ''} ${question.on}`} question={question} group={group} />}>
      <div className={styles['groups']} role="group" aria-label={words.t('target.group')} data-screen-only>
        {shown.map((it) => (
          <Button key={it} size="xs" variant={it === group ? 'filled' : 'default'} aria-pressed={it === group} onClick={() => onGroup(it)}>
            {words.t(`target.group-${it}`)}
          </Button>
        ))}
        {unitName !== undefined && (
          <Button size="xs" variant="subtle" onClick={onWhole}>
            {words.t('overview.wholeTenant')}
          </Button>
        )}
      </div>
      {group === 'missing' && <p className={styles['note']}>{words.t('target.missingNote')}</p>}
      <QueryStates query={people} waiting={{ rows: 8, height: '1.5rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <EmptyState title={words.t('target.peopleNone')} />;
          return (
            <DataTable
              label={words.t('target.peopleLabel', { group: words.t(`target.group-${group}`) })} columns={columns} rows={rows} rowKey={(it) => it.id}
              total={people.hasNextPage ? undefined : rows.length} more={people.hasNextPage} loadingMore={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()}
            />
          );
        }}
      </QueryStates>
    </Section>
  );
};
