import { PageHeading } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { ChangePassword } from './change-password.tsx';
import { OwnProfile } from './own-profile.tsx';
import { OwnRoles } from './own-roles.tsx';
import { accountQuery } from './queries.ts';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';
import { SignedInShell } from './signed-in-shell.tsx';

/** The own account: roles, name and language, second factor, open sessions, password. */
export const AccountPage = () => {
  const words = useWords();
  usePageTitle(words.t('access.accountTitle'));
  const { need } = useSearch({ from: '/account' });
  const account = useQuery(accountQuery());
  return (
    <SignedInShell>
      <div className={styles['account']}>
        <QueryStates query={account}>
          {(it) => (
            <>
              <PageHeading title={words.t('access.accountTitle')} about={`${it.name} · ${it.email}`} />
              {need === 'second-factor' && it.secondFactor === null && <Notice tone="warn">{words.t('access.secondFactorNeeded')}</Notice>}
              <OwnRoles doors={it.tenants} />
              <SecondFactor account={it} />
              <Sessions />
              <ChangePassword account={it} />
              <OwnProfile account={it} />
            </>
          )}
        </QueryStates>
      </div>
    </SignedInShell>
  );
};
