import { NativeSelect } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading, Section } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ask, ExportButton, PrintButton, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { type Period, periodOf, years } from './period-of.ts';
import styles from './plugin-reports.module.css';
import { type ReportSection, reportRowsQuery } from './queries.ts';
import { ReportTable } from './report-table.tsx';

const route = getRouteApi('/t/$tenant/plugin-reports');

// The same list as the navigation asks for.
const sectionsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'plugin-reports'], queryFn: ({ signal }) => ask((api) => api.listPluginReports({ params: { tenant } }, { signal })), staleTime: 300_000 });

const keyOf = ({ plugin, report }: Pick<ReportSection, 'plugin' | 'report'>): string => `${plugin}/${report}`;

type Chosen = { report?: string; from?: string; to?: string };

const Choices = ({ sections, chosen, period, today, onChange }: { sections: readonly ReportSection[]; chosen: ReportSection; period: Period; today: string; onChange: (change: Chosen) => void }) => {
  const words = useWords();
  const offered = years(today);
  const year = offered.find((it) => it.from === period.from && it.to === period.to);
  const day = (label: string, value: string, take: (picked: string) => Chosen) => {
    const shown = parseIsoDate(value);
    return shown && <DayField label={label} value={shown} onChange={(picked) => onChange(take(picked))} />;
  };
  return (
    <div className={styles['choices']} data-screen-only>
      <NativeSelect
        label={words.t('extensions.section')} value={keyOf(chosen)} data={sections.map((it) => ({ value: keyOf(it), label: `${words.text(it.title)} – ${words.text(it.pluginTitle)}` }))}
        onChange={(event) => onChange({ report: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.t('extensions.year')} value={year?.from ?? ''} data={[...offered.map((it) => ({ value: it.from, label: String(it.year) })), ...(year ? [] : [{ value: '', label: words.t('extensions.otherDays') }])]}
        onChange={(event) => {
          const picked = offered.find((it) => it.from === event.currentTarget.value);
          if (picked) onChange({ from: picked.from, to: picked.to });
        }}
      />
      {day(words.t('extensions.from'), period.from, (from) => ({ from }))}
      {day(words.t('extensions.to'), period.to, (to) => ({ to }))}
    </div>
  );
};

const Shown = ({ tenant, section, period }: { tenant: string; section: ReportSection; period: Period }) => {
  const words = useWords();
  const rows = useQuery(reportRowsQuery(tenant, section, period.from, period.to));
  return (
    <Section
      title={words.text(section.title)}
      tools={<ExportButton key={`${keyOf(section)} ${period.from} ${period.to}`} tenant={tenant} order={{ kind: 'plugin-report', plugin: section.plugin, report: section.report, from: period.from, to: period.to, format: 'xlsx' }} />}
    >
      <p className={styles['period']}>{words.t('extensions.period', { from: words.date(period.from), to: words.date(period.to) })}</p>
      <QueryStates query={rows} waiting={{ rows: 5, height: '2.25rem' }}>
        {(it) => <ReportTable report={it} stale={rows.isPlaceholderData} />}
      </QueryStates>
    </Section>
  );
};

/** Sections of the yearly report that plugins bring: one of them for a period, on screen and as a sheet. */
export const PluginReportsPage = () => {
  const words = useWords();
  usePageTitle(words.t('extensions.reportsTitle'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sections = useQuery(sectionsQuery(tenant));
  const period = periodOf(search, me.today);
  return (
    <>
      <PageHeading title={words.t('extensions.reportsTitle')} about={words.t('extensions.reportsAbout')} actions={<PrintButton />} />
      <QueryStates query={sections} waiting={{ rows: 2, height: '4rem' }}>
        {({ items }) => {
          const chosen = items.find((it) => keyOf(it) === search.report) ?? items[0];
          if (!chosen) return <EmptyState title={words.t('extensions.noReportsTitle')}>{words.t('extensions.noReports')}</EmptyState>;
          return (
            <>
              <Choices sections={items} chosen={chosen} period={period} today={me.today} onChange={(change) => void navigate({ search: (now) => ({ ...now, ...change }), resetScroll: false })} />
              <Shown key={keyOf(chosen)} tenant={tenant} section={chosen} period={period} />
            </>
          );
        }}
      </QueryStates>
    </>
  );
};
