import { Button, NativeSelect, TextInput } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { PageHeading } from '@saubac/ui/frame';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePageTitle, useUnsavedGuard, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { Allowed } from './allowed.tsx';
import { isWhole } from './is-whole.ts';
import { inviteUser } from './mutations.ts';
import { RoleFields } from './role-fields.tsx';
import { useWish } from './use-wish.ts';

const route = getRouteApi('/t/$tenant/users/invite');

const InviteForm = () => {
  const words = useWords();
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const invite = useMutation(inviteUser(useQueryClient(), tenant));
  const [who, setWho] = useState({ email: '', name: '', locale: 'vi' as 'vi' | 'en' });
  const { wish, dirty, key, faults, byField, change, check, refused } = useWish(['email', 'name']);
  const guard = useUnsavedGuard((dirty || who.email !== '' || who.name !== '') && invite.isIdle);
  const send = async () => {
    const asked = check([
      ...(who.name.trim() === '' ? [{ field: 'name', text: words.t('administration.nameMissing') }] : []),
      ...(who.email.trim() === '' ? [{ field: 'email', text: words.t('administration.emailMissing') }] : []),
    ]);
    if (!asked) return;
    try {
      const user = await invite.mutateAsync({ ...asked, ...who, email: who.email.trim(), key });
      await navigate({ to: '/t/$tenant/users/$user', params: { tenant, user: user.id }, search: { invited: true }, ignoreBlocker: true });
    } catch (error) {
      invite.reset();
      refused(error);
    }
  };
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
      <TextInput id="field-name" label={words.t('administration.name')} value={who.name} error={byField['name']} autoComplete="off" onChange={(event) => setWho({ ...who, name: event.currentTarget.value })} />
      <TextInput
        id="field-email" label={words.t('administration.email')} description={words.t('administration.emailHint')} value={who.email} error={byField['email']} inputMode="email" autoComplete="off"
        onChange={(event) => setWho({ ...who, email: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.t('administration.mailLanguage')} value={who.locale} onChange={(event) => setWho({ ...who, locale: event.currentTarget.value === 'en' ? 'en' : 'vi' })}
        data={[{ value: 'vi', label: words.t('administration.language-vi') }, { value: 'en', label: words.t('administration.language-en') }]}
      />
      <RoleFields tenant={tenant} wish={wish} whole={isWhole(me)} faults={byField} onChange={change} />
      <div>
        <Button type="submit" loading={invite.isPending}>
          {words.t('administration.sendInvitation')}
        </Button>
      </div>
    </form>
  );
};

/** Invites somebody by mail, with a role. */
export const InvitePage = () => {
  const words = useWords();
  usePageTitle(words.t('administration.invite'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  return (
    <>
      <PageHeading
        title={words.t('administration.invite')} about={words.t('administration.inviteAbout')}
        above={<Link to="/t/$tenant/users" params={{ tenant }}>{words.t('administration.backToUsers')}</Link>}
      />
      <Allowed held={me.permissions} needs={['user.manage']}>
        <InviteForm />
      </Allowed>
    </>
  );
};
