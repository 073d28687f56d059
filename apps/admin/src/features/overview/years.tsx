import { YearColumns } from '@saubac/ui/figures';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../shell/index.ts';
import { type TargetFigures, trendQuery } from './queries.ts';
import { yearPoints, type YearOfTarget } from './year-points.ts';

/** How many years back a target is followed. */
const most = 6;

type Asked = { figures: Pick<TargetFigures, 'target' | 'goalPercent'>; tenant: string; on: string; unit: string | undefined };

/** A target over the years; undefined while it is on its way, empty where nothing can be told. */
export const useYears = ({ figures, tenant, on, unit }: Asked): YearOfTarget[] | undefined => {
  const trend = useQuery({ ...trendQuery({ tenant, on, unit }, figures.target), enabled: figures.goalPercent !== null, retry: false });
  if (figures.goalPercent === null || trend.isError) return [];
  return trend.data && yearPoints(trend.data.points, most);
};

/** A target over the years as columns, each saying whether it was closed or computed. */
export const Years = ({ title, years }: { title: string; years: readonly YearOfTarget[] }) => {
  const words = useWords();
  const points = years.map(({ year, percent, closed }) => ({
    year, percent, closed,
    label: words.t('overview.yearPoint', { year, value: percent === null ? words.t('overview.nothing') : words.percent(percent), source: words.t(closed ? 'overview.yearsClosed' : 'overview.yearsComputed') }),
  }));
  return <YearColumns points={points} label={`${words.t('overview.years')}: ${title}`} />;
};
