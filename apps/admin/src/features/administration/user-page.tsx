import { Button } from '@mantine/core';
import { PageHeading, Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Covers } from '../../cases/index.ts';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { GrantsTable } from './grants-table.tsx';
import { LeaveSection } from './leave-section.tsx';
import { type User, userQuery } from './queries.ts';
import { UserAccount } from './user-account.tsx';

const route = getRouteApi('/t/$tenant/users/$user');

const Shown = ({ user }: { user: User }) => {
  const words = useWords();
  usePageTitle(user.name);
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { invited } = route.useSearch();
  const manages = me.permissions.includes('user.manage');
  const own = user.id === me.user.id;
  return (
    <div className={styles['page']}>
      <PageHeading title={user.name} about={user.email} above={<Link to="/t/$tenant/users" params={{ tenant }}>{words.t('administration.backToUsers')}</Link>} />
      {invited && <Notice live>{words.t(user.status === 'invited' ? 'administration.invited' : 'administration.letIn', { email: user.email })}</Notice>}
      {own && manages && <Notice>{words.t('administration.notToOneself')}</Notice>}
      <Section
        title={words.t('administration.roles')}
        tools={manages && !own && <Button size="sm" renderRoot={(props) => <Link to="/t/$tenant/users/$user/give" params={{ tenant, user: user.id }} {...props} />}>{words.t('administration.give')}</Button>}
      >
        <GrantsTable tenant={tenant} user={user} manages={manages} own={own} today={me.today} />
      </Section>
      {user.status === 'active' && (
        <Section title={words.t('cases.coverTitle')}>
          <Covers tenant={tenant} today={me.today} user={own ? undefined : { id: user.id, name: user.name }} may={manages || own} />
        </Section>
      )}
      <UserAccount tenant={tenant} user={user} manages={manages && !own} />
      {(manages || own) && <LeaveSection tenant={tenant} user={user} own={own} place={me.tenant.name} />}
    </div>
  );
};

/** One user: his roles, his account, and the way out. */
export const UserPage = () => {
  const { tenant, user: id } = route.useParams();
  const user = useQuery(userQuery(tenant, id));
  return (
    <QueryStates query={user} waiting={{ rows: 5, height: '3.5rem' }}>
      {(it) => <Shown user={it} />}
    </QueryStates>
  );
};
