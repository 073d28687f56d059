import { Button } from '@mantine/core';
import { Section } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ExportButton, QueryStates, useWords } from '../../shell/index.ts';
import { NameSearch } from './name-search.tsx';
import { PeopleRows } from './people-rows.tsx';
import { type Group, peopleBehindQuery, type TargetQuestion } from './queries.ts';
import styles from './target.module.css';

type Parts = {
  question: TargetQuestion;
  group: Group;
  search: string | undefined;
  unitName: string | undefined;
  hasFocus: boolean;
  mayExport: boolean;
  onGroup: (group: Group) => void;
  onSearch: (search: string | undefined) => void;
  onExplain: (person: string) => void;
  onWhole: () => void;
};

const groups = ['missing', 'reached', 'cohort', 'focus', 'out'] as const;

/** The people behind a figure by name, each with why, and those who do not count; a click explains one of them in full. */
export const PeopleBehind = ({ question, group, search, unitName, hasFocus, mayExport, onGroup, onSearch, onExplain, onWhole }: Parts) => {
  const words = useWords();
  const people = useInfiniteQuery(peopleBehindQuery(question, group, search));
  const { tenant, target, on, unit } = question;
  const shown = groups.filter((it) => it !== 'focus' || hasFocus);
  const order = { kind: 'people-behind-target' as const, on, target, group, unit: unit ?? null, search: search ?? '', planVersion: null, format: 'xlsx' as const };
  return (
    <Section title={unitName === undefined ? words.t('target.people') : `${words.t('target.people')}: ${unitName}`} tools={mayExport && <ExportButton key={JSON.stringify(order)} tenant={tenant} order={order} />}>
      <div className={styles['peopleTools']} data-screen-only>
        <div className={styles['groups']} role="group" aria-label={words.t('target.group')}>
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
        <NameSearch search={search} onSearch={onSearch} />
      </div>
      {group === 'missing' && <p className={styles['note']}>{words.t('target.missingNote')}</p>}
      {group === 'out' && <p className={styles['note']}>{words.t('target.outNote')}</p>}
      <QueryStates query={people} waiting={{ rows: 8, height: '1.5rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <EmptyState title={words.t(search === undefined ? 'target.peopleNone' : 'target.searchNone')} />;
          return <PeopleRows rows={rows} group={group} more={people.hasNextPage} loadingMore={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()} onExplain={onExplain} />;
        }}
      </QueryStates>
    </Section>
  );
};
