/** The versions of one period, the latest first. */
export type PeriodVersions<Version> = { period: string; versions: Version[] };

/** Puts closes that come by time together by their period; a period stands where its latest version does. */
export const byPeriod = <Version extends { period: string; number: number }>(closes: readonly Version[]): PeriodVersions<Version>[] =>
  [...Map.groupBy(closes, (it) => it.period)].map(([period, versions]) => ({ period, versions: versions.toSorted((a, b) => b.number - a.number) }));
