import { Button, Menu } from '@mantine/core';
import { PageFrame, type NavEntry } from '@saubac/ui/frame';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './shell.module.css';
import { useWords } from './words-root.tsx';

/** A page of the navigation, the heading that it stands under, and how much waits there. */
export type ShellPage = { to: `/t/$tenant${string}`; label: string; group?: string; waiting?: number | undefined };

type Parts = {
  tenant?: { slug: string; name: string };
  who?: string | undefined;
  pages?: readonly ShellPage[];
  onSignOut?: (() => void) | undefined;
  children: ReactNode;
};

const entriesOf = (pages: readonly ShellPage[], tenant: string): NavEntry[] =>
  pages.map(({ to, label, group, waiting = 0 }) => ({
    key: to,
    group,
    link: (className, close) => (
      // Each address is one of the routes: `pages.ts` is tried by the specs that open every page of the navigation.
      <Link to={to as '/t/$tenant'} params={{ tenant }} className={className} onClick={close} activeOptions={{ exact: to === '/t/$tenant', includeSearch: false }}>
        {label}
        {waiting > 0 && <span className={styles['waiting']}>{waiting}</span>}
      </Link>
    ),
  }));

/** The frame of every screen: product and place, pages, language, account. */
export const PageShell = ({ tenant, who, pages = [], onSignOut, children }: Parts) => {
  const words = useWords();
  const tools = (
    <>
      <LanguageSwitch />
      {who !== undefined && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" size="compact-md" px="xs">
              <span className={styles['who']}>{who}</span>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item renderRoot={(props) => <Link to="/account" {...props} />}>{words.t('shell.account')}</Menu.Item>
            <Menu.Item renderRoot={(props) => <Link to="/tenants" {...props} />}>{words.t('shell.otherTenant')}</Menu.Item>
            <Menu.Item onClick={onSignOut}>{words.t('shell.signOut')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
  const brand = (
    <>
      <Link to="/" className={styles['product']}>
        {words.t('shell.product')}
      </Link>
      {tenant && <span className={styles['tenant']}>{tenant.name}</span>}
    </>
  );
  return (
    <PageFrame brand={brand} tools={tools} navigation={tenant ? entriesOf(pages, tenant.slug) : []} navigationLabel={words.t('shell.navigation')}>
      {children}
    </PageFrame>
  );
};
