import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { PageHeading } from '@saubac/ui/frame';
import { ChoiceField } from '@saubac/ui/pick';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { rolesQuery, statuses, type UsersFilter, usersQuery } from './queries.ts';
import { UsersTable } from './users-table.tsx';

const route = getRouteApi('/t/$tenant/users');
const waitMs = 250;

type Change = { [Name in keyof UsersFilter]?: UsersFilter[Name] | undefined };

const Filters = ({ tenant, filter, onChange }: { tenant: string; filter: UsersFilter; onChange: (more: Change) => void }) => {
  const words = useWords();
  const roles = useQuery(rolesQuery(tenant));
  const [typed, setTyped] = useState(filter.search ?? '');
  const send = useDebouncedCallback((search: string) => onChange({ search: search.trim() || undefined }), waitMs);
  useEffect(() => setTyped((now) => (now.trim() === (filter.search ?? '') ? now : (filter.search ?? ''))), [filter.search]);
  const any = words.t('administration.any');
  return (
    <div className={styles['filters']} role="search">
      <TextInput
        className={styles['search']} label={words.t('administration.searchUsers')} type="search" autoComplete="off" value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          send(event.currentTarget.value);
        }}
      />
      <ChoiceField
        label={words.t('administration.role')} any={any} value={filter.role} onChange={(role) => onChange({ role })}
        options={(roles.data?.items ?? []).map(({ role }) => ({ value: role, label: words.named('roles', role) }))}
      />
      <ChoiceField
        label={words.t('administration.status')} any={any} value={filter.status} onChange={(status) => onChange({ status: statuses.find((it) => it === status) })}
        options={statuses.map((it) => ({ value: it, label: words.t(`administration.status-${it}`) }))}
      />
    </div>
  );
};

/** Who may enter the tenant, with which roles. */
export const UsersPage = () => {
  const words = useWords();
  usePageTitle(words.t('administration.users'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const users = useInfiniteQuery(usersQuery(tenant, filter));
  // Typing goes into the address without a step back for each letter.
  const change = (more: Change) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined)), replace: 'search' in more });
  const invite = me.permissions.includes('user.manage') && users.error === null && (
    <Button renderRoot={(props) => <Link to="/t/$tenant/users/invite" params={{ tenant }} {...props} />}>{words.t('administration.invite')}</Button>
  );
  return (
    <div className={styles['list']}>
      <PageHeading title={words.t('administration.users')} about={words.t('administration.usersAbout')} actions={invite} />
      <QueryStates query={users} waiting={{ rows: 12, height: '1.5rem' }}>
        {({ pages }) => (
          <>
            <Filters tenant={tenant} filter={filter} onChange={change} />
            <UsersTable
              tenant={tenant} pages={pages} filtered={Object.keys(filter).length > 0} stale={users.isPlaceholderData} more={users.hasNextPage} loadingMore={users.isFetchingNextPage}
              onMore={() => void users.fetchNextPage()} onClear={() => void navigate({ search: {} })}
            />
          </>
        )}
      </QueryStates>
    </div>
  );
};
