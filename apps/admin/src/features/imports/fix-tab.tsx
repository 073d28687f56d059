import { NativeSelect } from '@mantine/core';
import { EmptyState } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, useWords } from '../../shell/index.ts';
import { EditedMeanwhile } from './edited-meanwhile.tsx';
import { FixGrid } from './fix-grid.tsx';
import { rowTotals } from './import-states.ts';
import styles from './imports.module.css';
import { MissingUnits } from './missing-units.tsx';
import { columnsQuery, kindsQuery, type RosterImport } from './queries.ts';
import { RefusedValues } from './refused-values.tsx';
import { useEdits } from './use-edits.ts';
import { VerifiedNotice } from './verified-notice.tsx';

const route = getRouteApi('/t/$tenant/imports/$import');
const views = ['values', 'rows'] as const;

/** Rows that can't be taken: each wrong value once, or row by row in a grid. */
export const FixTab = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const { view = 'values', code, sheet } = route.useSearch();
  const navigate = route.useNavigate();
  const kinds = useQuery(kindsQuery(tenant, it.id));
  const template = useQuery(columnsQuery(tenant));
  const edits = useEdits(tenant, it.id);
  const refused = rowTotals(it).refused;
  if (refused === 0 && it.edits === 0) return <EmptyState title={words.t('importDesk.nothingRefused')}>{words.t('importDesk.nothingRefusedAbout')}</EmptyState>;
  return (
    <QueryStates query={kinds} waiting={{ rows: 4, height: '2.5rem' }}>
      {({ items }) => {
        const sheets = [...new Set(items.map((kind) => kind.sheet))];
        const shown = sheet ?? items.find((kind) => kind.code === code)?.sheet ?? (sheets.includes('people') ? 'people' : (sheets[0] ?? 'people'));
        return (
          <div className={styles['stack']}>
            {refused > 0 && <p>{words.t('importDesk.refusedAbout', { count: refused })}</p>}
            <MissingUnits tenant={tenant} it={it} kinds={items} />
            <VerifiedNotice items={items} edits={edits} />
            <EditedMeanwhile tenant={tenant} id={it.id} edits={edits} template={template.data?.items ?? []} />
            <div className={styles['filters']}>
              <nav className={styles['views']} aria-label={words.t('importDesk.views')}>
                {views.map((each) => (
                  <Link key={each} from={route.id} to="." search={(now) => ({ ...now, tab: 'fix' as const, view: each })} resetScroll={false} aria-current={each === view ? 'page' : undefined} activeProps={{}}>
                    {words.t(each === 'values' ? 'importDesk.viewValues' : 'importDesk.viewRows')}
                  </Link>
                ))}
              </nav>
              <NativeSelect
                label={words.t('importDesk.kind')} value={code ?? ''}
                data={[{ value: '', label: words.t('importDesk.kindAny') }, ...items.map((kind) => ({ value: kind.code, label: words.t('importDesk.kindRows', { reason: words.text(kind.reason), rows: kind.rows }) })).filter((option, at, all) => all.findIndex(({ value }) => value === option.value) === at)]}
                onChange={(event) => {
                  const chosen = event.currentTarget.value;
                  void navigate({ search: ({ code: _, sheet: __, ...now }) => ({ ...now, tab: 'fix' as const, ...(chosen === '' ? {} : { code: chosen }) }), resetScroll: false });
                }}
              />
              {view === 'rows' && sheets.length > 1 && (
                <NativeSelect
                  label={words.t('importDesk.sheet')} value={shown} data={sheets.map((each) => ({ value: each, label: words.t(`importDesk.sheet-${each}`) }))}
                  onChange={(event) => {
                    const chosen = sheets.find((each) => each === event.currentTarget.value);
                    void navigate({ search: (now) => ({ ...now, ...(chosen ? { sheet: chosen } : {}) }), resetScroll: false });
                  }}
                />
              )}
            </div>
            {view === 'values' ? (
              <RefusedValues tenant={tenant} id={it.id} code={code} edits={edits} />
            ) : (
              <QueryStates query={template} waiting={{ rows: 8, height: '2rem' }}>
                {({ items: all }) => <FixGrid key={`${shown} ${code ?? ''}`} tenant={tenant} id={it.id} sheet={shown} code={code} columns={all.find(({ key }) => key === shown)?.columns ?? []} edits={edits} />}
              </QueryStates>
            )}
          </div>
        );
      }}
    </QueryStates>
  );
};
