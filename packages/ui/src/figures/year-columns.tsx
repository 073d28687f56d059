import type { ReactNode } from 'react';
import { useUiWords } from '../words/index.ts';
import styles from './figures.module.css';

/** A year, its share in percent, what it is said as, and whether it was closed and signed. */
export type YearPoint = { year: string; percent: number | null; label: string; closed: boolean };

const highest = 1.5;

/**
 * Shares over years as small columns with their figures: full where they were closed and signed, hollow where they are computed. The scale
 * ends at the greatest of them, so that a course at 1 % is seen too; how far it is from a goal is what the bar beside it shows. Each year is
 * a link, which `link` draws with the label of the point, so that the router stays outside.
 */
export const YearColumns = ({ points, label, link }: { points: readonly YearPoint[]; label: string; link: (point: YearPoint, className: string, children: ReactNode) => ReactNode }) => {
  const words = useUiWords();
  const figure = new Intl.NumberFormat(words.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const greatest = Math.max(0, ...points.map((it) => it.percent ?? 0));
  return (
    <ul className={styles['years']} aria-label={label}>
      {points.map((point) => {
        const { year, percent, closed } = point;
        return (
          <li key={year}>
            {link(
              point,
              styles['yearLink'] ?? '',
              <>
                <span className={styles['yearFigure']}>{percent === null ? '–' : figure.format(percent)}</span>
                <span className={styles['yearColumn']} data-closed={closed || undefined} style={{ height: `${percent === null || greatest === 0 ? 0 : (percent / greatest) * highest}rem` }} />
                <span className={styles['year']}>{year}</span>
              </>,
            )}
          </li>
        );
      })}
    </ul>
  );
};
