import type { DoneOf } from '@saubac/contract/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** A section of the yearly report that a plugin brings. */
export type ReportSection = DoneOf<'listPluginReports'>['value']['items'][number];
/** The rows of a section for a period. */
export type ReportRows = DoneOf<'pluginReport'>['value'];

/** A section for a period, both days inclusive. */
export const reportRowsQuery = (tenant: string, { plugin, report }: Pick<ReportSection, 'plugin' | 'report'>, from: string, to: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'plugin-reports', plugin, report, { from, to }],
    queryFn: ({ signal }) => ask((api) => api.pluginReport({ params: { tenant, plugin, report }, query: { from, to } }, { signal })),
    placeholderData: keepPreviousData,
  });
