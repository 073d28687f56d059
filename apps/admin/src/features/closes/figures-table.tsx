import { commonScale, InlineBar } from '@saubac/ui/figures';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import type { TargetFigures } from './queries.ts';

type Parts = {
  targets: readonly TargetFigures[];
  /** The close whose figures these are; left out before there is one, and then nothing opens. */
  link?: { tenant: string; close: string };
};

const Row = ({ it, scale, link }: { it: TargetFigures; scale: number } & Pick<Parts, 'link'>) => {
  const words = useWords();
  const heads = (value: number | null) => (value === null ? words.t('closing.nothing') : words.number(value));
  const counted = it.denominator !== null && it.denominator > 0;
  const unknown = Object.values(it.unknown).reduce((sum, one) => sum + one, 0);
  const title = words.text(it.title);
  const params = link && { ...link, target: it.target };
  const search = { version: it.planVersion };
  const opening = (value: number | null, set: 'denominator' | 'reached' | 'missing') =>
    params && value !== null && value > 0 ? (
      <Link to="/t/$tenant/closes/$close/targets/$target" params={params} search={{ ...search, set }}>
        {words.number(value)}
      </Link>
    ) : (
      heads(value)
    );
  return (
    <tr>
      <th scope="row">
        {params && it.denominator !== null ? (
          <Link to="/t/$tenant/closes/$close/targets/$target" params={params} search={search}>
            {title}
          </Link>
        ) : (
          title
        )}
        <div className={styles['soft']}>
          {words.t('closing.milestone', { day: it.milestone })}
          {!counted && `, ${it.denominator === 0 ? words.t('closing.empty') : it.statusText}`}
          {unknown > 0 && `, ${words.t('closing.unknownOf', { count: unknown })}`}
        </div>
      </th>
      <td>{opening(it.denominator, 'denominator')}</td>
      <td>{opening(it.numerator, 'reached')}</td>
      <td>{it.percent === null ? words.t('closing.nothing') : words.percent(it.percent)}</td>
      <td>{it.goalPercent === null ? words.t('closing.nothing') : words.percent(it.goalPercent)}</td>
      <td>{counted ? heads(it.missing) : words.t('closing.nothing')}</td>
      <td className={styles['focusCell']}>
        {it.focus && it.focus.denominator > 0 ? (
          params ? (
            <Link to="/t/$tenant/closes/$close/targets/$target" params={params} search={{ ...search, set: 'focus' }}>
              {words.t('closing.focusOf', it.focus)}
            </Link>
          ) : (
            words.t('closing.focusOf', it.focus)
          )
        ) : (
          words.t('closing.nothing')
        )}
      </td>
      <td className={styles['barCell']}>{counted && <InlineBar value={it.percent} goal={it.goalPercent} scale={scale} />}</td>
    </tr>
  );
};

/** How targets stood, a row each; in a close every figure opens the people behind it. */
export const FiguresTable = ({ targets, link }: Parts) => {
  const words = useWords();
  const scale = commonScale(targets.flatMap((it) => [it.percent, it.goalPercent]));
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('closing.figuresLabel')}>
      <table className={styles['figures']}>
        <thead>
          <tr>
            <th scope="col">{words.t('closing.target')}</th>
            <th scope="col">{words.t('closing.cohort')}</th>
            <th scope="col">{words.t('closing.reached')}</th>
            <th scope="col">{words.t('closing.share')}</th>
            <th scope="col">{words.t('closing.goal')}</th>
            <th scope="col">{words.t('closing.missing')}</th>
            <th scope="col" className={styles['focusCell']}>{words.t('closing.focus')}</th>
            <td aria-hidden="true" className={styles['barCell']} />
          </tr>
        </thead>
        <tbody>
          {targets.map((it) => (
            <Row key={`${it.target} ${it.planVersion}`} it={it} scale={scale} {...(link ? { link } : {})} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
