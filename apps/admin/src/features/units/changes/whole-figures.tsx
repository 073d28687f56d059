import { Section } from '@saubac/ui/frame';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import type { Change } from './queries.ts';

type Whole = NonNullable<Change['preview']>['whole'];

/** Every target of the whole tenant before and after a change. */
export const WholeFigures = ({ whole }: { whole: Whole }) => {
  const words = useWords();
  if (whole.length === 0) return null;
  const heads = (it: Whole[number]['before']) => (it === null ? '–' : words.t('unitTree.ofCohort', { numerator: it.numerator, denominator: it.denominator }));
  const same = (it: Whole[number]) => it.before?.denominator === it.after?.denominator && it.before?.numerator === it.after?.numerator;
  const changed = whole.filter((it) => !same(it));
  return (
    <Section title={words.t('unitTree.whole')}>
      <p className={styles['soft']}>{changed.length === 0 ? words.t('unitTree.wholeSame') : words.t('unitTree.wholeChanged', { count: changed.length })}</p>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('unitTree.whole')}>
        <table className={styles['rows']}>
          <thead>
            <tr>
              <th scope="col">{words.t('unitTree.target')}</th>
              <th scope="col" className={styles['end']}>{words.t('unitTree.before')}</th>
              <th scope="col" className={styles['end']}>{words.t('unitTree.after')}</th>
            </tr>
          </thead>
          <tbody>
            {[...changed, ...whole.filter(same)].map((it) => (
              <tr key={`${it.plan} ${it.target}`}>
                <td>{words.text(it.title)}</td>
                <td className={styles['end']} data-label={words.t('unitTree.before')}>{heads(it.before)}</td>
                <td className={styles['end']} data-label={words.t('unitTree.after')}>{same(it) ? words.t('unitTree.unchanged') : <strong>{heads(it.after)}</strong>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
