import { NarrowPage } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { accountQuery } from './queries.ts';
import { SignedInShell } from './signed-in-shell.tsx';

/** The tenants of an account, to go into one. */
export const TenantsPage = () => {
  const words = useWords();
  usePageTitle(words.t('access.tenantsTitle'));
  const account = useQuery(accountQuery());
  return (
    <SignedInShell>
      <QueryStates query={account}>
        {({ tenants }) =>
          tenants.length === 0 ? (
            <EmptyState title={words.t('access.tenantsNoneTitle')}>{words.t('access.tenantsNone')}</EmptyState>
          ) : (
            <NarrowPage title={words.t('access.tenantsTitle')} about={words.t('access.tenantsAbout')}>
              <ul className={styles['doors']}>
                {tenants.map(({ slug, name, kind, asksFor }) => (
                  <li key={slug}>
                    <Link to="/t/$tenant" params={{ tenant: slug }} className={styles['door']}>
                      <strong>{name}</strong>
                      <span>{asksFor === 'enrolment' ? words.t('access.tenantEnrol') : words.named('access', `kind-${kind}`)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </NarrowPage>
          )
        }
      </QueryStates>
    </SignedInShell>
  );
};
