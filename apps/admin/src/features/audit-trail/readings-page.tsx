import { useDebouncedValue } from '@mantine/hooks';
import { PageHeading } from '@saubac/ui/frame';
import { SearchSelect } from '@saubac/ui/pick';
import { EmptyState, NoPermissionState } from '@saubac/ui/states';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { AuditHeading } from './audit-heading.tsx';
import styles from './audit-trail.module.css';
import { peopleChoicesQuery, readersQuery } from './queries.ts';
import { ReadingsTable } from './readings-table.tsx';

const route = getRouteApi('/t/$tenant/audit/readings');

const PersonChoice = ({ tenant, person, onChange }: { tenant: string; person: string | undefined; onChange: (person: string | undefined) => void }) => {
  const words = useWords();
  // Of whom the address speaks is not said in it: after a reload his name is not known here.
  const [name, setName] = useState(words.t('auditTrail.chosenPerson'));
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const found = useQuery(peopleChoicesQuery(tenant, asked === name ? '' : asked));
  const options = (found.data?.items ?? []).map((it) => ({ value: it.id, label: `${it.fullName} – ${it.unit.name}` }));
  const all = person === undefined || options.some((it) => it.value === person) ? options : [{ value: person, label: name }, ...options];
  return (
    <div className={styles['person']}>
      <SearchSelect
        label={words.t('auditTrail.whose')} placeholder={words.t('auditTrail.whoseHint')} nothingFound={words.t('auditTrail.whoseNone')} clearLabel={words.t('auditTrail.whoseClear')}
        value={person ?? null} options={all} onSearch={setTyped} 
        onChange={(it) => {
          setName(all.find((option) => option.value === it)?.label ?? name);
          onChange(it ?? undefined);
        }}
      />
    </div>
  );
};

const Readings = ({ tenant, person }: { tenant: string; person: string }) => {
  const readers = useInfiniteQuery(readersQuery(tenant, person));
  return (
    <QueryStates query={readers} waiting={{ rows: 4, height: '2rem' }}>
      {({ pages }) => <ReadingsTable rows={pages.flatMap((it) => it.items)} more={readers.hasNextPage} loadingMore={readers.isFetchingNextPage} onMore={() => void readers.fetchNextPage()} />}
    </QueryStates>
  );
};

/** Who opened the file of somebody. */
export const ReadingsPage = () => {
  const words = useWords();
  usePageTitle(words.t('auditTrail.readings'));
  const { tenant } = route.useParams();
  const { person } = route.useSearch();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  if (!me.permissions.includes('audit.read')) {
    return (
      <>
        <PageHeading title={words.t('auditTrail.title')} />
        <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', 'audit.read') })}</NoPermissionState>
      </>
    );
  }
  return (
    <div className={styles['list']}>
      <AuditHeading tenant={tenant} />
      <p className={styles['soft']}>{words.t('auditTrail.readingsAbout')}</p>
      <PersonChoice tenant={tenant} person={person} onChange={(it) => void navigate({ search: it === undefined ? {} : { person: it } })} />
      {person === undefined ? <EmptyState title={words.t('auditTrail.chooseTitle')}>{words.t('auditTrail.choose')}</EmptyState> : <Readings tenant={tenant} person={person} />}
    </div>
  );
};
