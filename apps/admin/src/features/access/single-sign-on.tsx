import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './access.module.css';

/** The tenant that an address leads into. */
const tenantOf = (path: string): string => /^\/t\/([a-z][a-z0-9-]*)/.exec(path)?.[1] ?? '';

/** Signing in through the identity provider of a tenant: its short name is known from where somebody wants to go, or typed. */
export const SingleSignOn = ({ to }: { to: string }) => {
  const words = useWords();
  const [tenant, setTenant] = useState(() => tenantOf(to));
  const slug = tenant.trim().toLowerCase();
  const go = () => window.location.assign(`/api/platform/sso/${encodeURIComponent(slug)}?returnTo=${encodeURIComponent(to)}`);
  return (
    <details className={styles['about']}>
      <summary>{words.t('access.sso')}</summary>
      <form
        className={styles['dialog']}
        onSubmit={(event) => {
          event.preventDefault();
          if (slug !== '') go();
        }}
      >
        <TextInput label={words.t('access.ssoPlace')} description={words.t('access.ssoPlaceHint')} value={tenant} autoComplete="organization" autoCapitalize="none" onChange={(event) => setTenant(event.currentTarget.value)} />
        <div>
          <Button type="submit" variant="default" disabled={slug === ''}>
            {words.t('access.continue')}
          </Button>
        </div>
      </form>
    </details>
  );
};
