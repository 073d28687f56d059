import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import { CancelImport } from './cancel-import.tsx';
import { ChangesTab } from './changes-tab.tsx';
import { CheckNotices } from './check-notices.tsx';
import { CommitImport } from './commit-import.tsx';
import { CountsTable } from './counts-table.tsx';
import { FixTab } from './fix-tab.tsx';
import { rowTotals } from './import-states.ts';
import styles from './imports.module.css';
import { MendsTab } from './mends-tab.tsx';
import { recheck } from './mutations.ts';
import type { ImportPreview, RosterImport } from './queries.ts';
import { ReadingTab } from './reading-tab.tsx';

const route = getRouteApi('/t/$tenant/imports/$import');
const tabs = ['fix', 'changes', 'mends', 'reading'] as const;

const Tab = ({ tenant, it, preview, tab }: { tenant: string; it: RosterImport; preview: ImportPreview; tab: (typeof tabs)[number] }) => {
  if (tab === 'fix') return <FixTab tenant={tenant} it={it} />;
  if (tab === 'changes') return <ChangesTab tenant={tenant} it={it} preview={preview} />;
  return tab === 'mends' ? <MendsTab tenant={tenant} it={it} /> : <ReadingTab preview={preview} />;
};

/** What a check found: counts, what to fix, what would change, and the way on. */
export const CheckedPanel = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const again = useMutation(recheck(useQueryClient(), tenant, it.id));
  const { preview } = it;
  if (!preview) return null;
  const totals = rowTotals(it);
  // Where every row is refused there is nothing to write yet.
  const takes = totals.refused === 0 || totals.new + totals.changed + preview.departing.people > 0;
  const mended = Object.values(preview.mended).reduce((sum, count) => sum + count, 0);
  const shown = search.tab ?? (totals.refused > 0 || it.uncheckedEdits ? 'fix' : 'changes');
  const names = { fix: words.t('importDesk.tabFix', { count: totals.refused }), changes: words.t('importDesk.tabChanges', { count: totals.new + totals.changed }), mends: words.t('importDesk.tabMends', { count: mended }), reading: words.t('importDesk.tabReading') };
  return (
    <>
      <CountsTable preview={preview} />
      <CheckNotices tenant={tenant} it={it} preview={preview} />
      <div className={styles['actions']}>
        {it.uncheckedEdits ? (
          <Button loading={again.isPending} onClick={() => again.mutate(undefined, { onSuccess: () => void navigate({ search: ({ tab: _, ...now }) => now, replace: true }) })}>
            {words.t('importDesk.recheck')}
          </Button>
        ) : (
          it.state === 'checked' && takes && <CommitImport tenant={tenant} it={it} />
        )}
        {it.uncheckedEdits && <span role="status">{words.t('importDesk.unchecked', { count: it.edits })}</span>}
        {totals.refused > 0 && (
          <a href={`/api/t/${tenant}/imports/${it.id}/refused-rows.xlsx`} download>
            {words.t('importDesk.download')}
          </a>
        )}
        {preview.reading !== null && (
          <Link to="/t/$tenant/imports/$import" params={{ tenant, import: it.id }} search={{ map: true }}>
            {words.t('importDesk.remap')}
          </Link>
        )}
        <span className={styles['last']}>
          <CancelImport tenant={tenant} id={it.id} />
        </span>
      </div>
      {again.isError && (
        <Notice tone="bad" live>
          {words.t('shell.failed')}
        </Notice>
      )}
      <nav className={styles['tabs']} aria-label={words.t('importDesk.tabs')}>
        {tabs.map((tab) => (
          <Link key={tab} to="/t/$tenant/imports/$import" params={{ tenant, import: it.id }} search={{ tab }} resetScroll={false} aria-current={tab === shown ? 'page' : undefined} activeProps={{}}>
            {names[tab]}
          </Link>
        ))}
      </nav>
      <Tab tenant={tenant} it={it} preview={preview} tab={shown} />
    </>
  );
};
