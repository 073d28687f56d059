import { Button } from '@mantine/core';
import { EmptyState } from '@saubac/ui/states';
import { Link } from '@tanstack/react-router';
import { PageShell } from './page-shell.tsx';
import { usePageTitle } from './page-title.ts';
import { useWords } from './words-root.tsx';

/** An address that leads nowhere, within whatever frame stands. */
export const NothingHere = () => {
  const words = useWords();
  usePageTitle(words.t('shell.notFoundTitle'));
  return (
    <EmptyState title={words.t('shell.notFoundTitle')} action={<Link to="/">{words.t('shell.toStart')}</Link>}>
      {words.t('shell.notFoundAbout')}
    </EmptyState>
  );
};

/** An address that leads nowhere, outside any tenant. */
export const UnknownPage = () => (
  <PageShell>
    <NothingHere />
  </PageShell>
);

/** A fault of ours on one page; the rest goes on. */
export const BrokenPage = () => {
  const words = useWords();
  return (
    <PageShell>
      <EmptyState
        title={words.t('shell.brokenTitle')}
        action={
          <Button variant="default" onClick={() => window.location.reload()}>
            {words.t('shell.reload')}
          </Button>
        }
      >
        {words.t('shell.brokenAbout')}
      </EmptyState>
    </PageShell>
  );
};
