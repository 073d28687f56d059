import { Button } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { PageHeading } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useUnsavedGuard, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { Allowed } from './allowed.tsx';
import { isWhole } from './is-whole.ts';
import { giveGrant } from './mutations.ts';
import { type User, userQuery } from './queries.ts';
import { RoleFields } from './role-fields.tsx';
import { useWish } from './use-wish.ts';

const route = getRouteApi('/t/$tenant/users/$user/give');

const GiveForm = ({ user }: { user: User }) => {
  const words = useWords();
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const give = useMutation(giveGrant(useQueryClient(), tenant, user.id));
  const { wish, dirty, key, faults, byField, change, check, refused } = useWish([]);
  const guard = useUnsavedGuard(dirty && give.isIdle);
  const send = async () => {
    const asked = check([]);
    if (!asked) return;
    try {
      await give.mutateAsync({ ...asked, key });
      await navigate({ to: '/t/$tenant/users/$user', params: { tenant, user: user.id }, search: {}, ignoreBlocker: true });
    } catch (error) {
      give.reset();
      refused(error);
    }
  };
  if (user.id === me.user.id) return <Notice tone="warn">{words.t('administration.notToOneself')}</Notice>;
  return (
    <form
      className={styles['form']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {guard}
      <FaultSummary faults={faults} />
      <RoleFields tenant={tenant} wish={wish} whole={isWhole(me)} faults={byField} onChange={change} />
      <div>
        <Button type="submit" loading={give.isPending}>
          {words.t('administration.give')}
        </Button>
      </div>
    </form>
  );
};

/** Gives a user one more role. */
export const GiveRolePage = () => {
  const words = useWords();
  usePageTitle(words.t('administration.give'));
  const { tenant, user: id } = route.useParams();
  const { me } = route.useRouteContext();
  const user = useQuery(userQuery(tenant, id));
  return (
    <Allowed held={me.permissions} needs={['user.manage']}>
      <QueryStates query={user} waiting={{ rows: 4, height: '4rem' }}>
        {(it) => (
          <>
            <PageHeading title={words.t('administration.giveTo', { name: it.name })} above={<Link to="/t/$tenant/users/$user" params={{ tenant, user: id }}>{words.t('administration.backToUser', { name: it.name })}</Link>} />
            <GiveForm user={it} />
          </>
        )}
      </QueryStates>
    </Allowed>
  );
};
