import { YearColumns } from '@saubac/ui/figures';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import { type TargetFigures, trendQuery } from './queries.ts';
import { yearPoints, type YearOfTarget } from './year-points.ts';

/** How many years back a target is followed. */
const most = 6;

type Asked = { tenant: string; on: string; unit: string | undefined };
type Followed = Pick<TargetFigures, 'target' | 'goalPercent'>;

const followedQuery = ({ target, goalPercent }: Followed, asked: Asked) => ({ ...trendQuery(asked, target), enabled: goalPercent !== null, retry: false });

/** A target over the years; empty while it is on its way and where nothing can be told. */
export const useYears = (target: Followed, asked: Asked): YearOfTarget[] => {
  const trend = useQuery(followedQuery(target, asked));
  return yearPoints(trend.data?.points ?? [], most);
};

/** Each of some targets over the years. */
export const useYearsOfAll = (targets: readonly Followed[], asked: Asked): YearOfTarget[][] => {
  const trends = useQueries({ queries: targets.map((it) => followedQuery(it, asked)) });
  return trends.map((it) => yearPoints(it.data?.points ?? [], most));
};

/** A target over the years as columns, each saying whether it was closed or computed, and leading to all figures of its last day. */
export const Years = ({ title, years, tenant, unit }: { title: string; years: readonly YearOfTarget[]; tenant: string; unit: string | undefined }) => {
  const words = useWords();
  const points = years.map(({ year, percent, closed }) => ({
    year, percent, closed,
    label: words.t('overview.yearPoint', { year, value: percent === null ? words.t('overview.nothing') : words.percent(percent), source: words.t(closed ? 'overview.yearsClosed' : 'overview.yearsComputed') }),
  }));
  return (
    <YearColumns
      points={points} label={`${words.t('overview.years')}: ${title}`}
      link={({ year, label }, className, children) => (
        <Link to="/t/$tenant" params={{ tenant }} search={{ on: `${year}-12-31`, ...(unit ? { unit } : {}) }} className={className} aria-label={label} resetScroll={false} preload={false}>
          {children}
        </Link>
      )}
    />
  );
};
