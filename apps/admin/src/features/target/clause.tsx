import { useQuery } from '@tanstack/react-query';
import { QueryStates, useWords } from '../../shell/index.ts';
import { planTargetOf, type Reading } from './plan-target.ts';
import { planQuery, sentenceQuery } from './queries.ts';
import styles from './target.module.css';

const RuleInWords = ({ tenant, label, rule }: { tenant: string; label: string; rule: unknown }) => {
  const words = useWords();
  const sentence = useQuery(sentenceQuery(tenant, rule));
  if (rule === undefined) return null;
  const said = sentence.data?.sentence;
  return (
    <div className={styles['rule']}>
      <dt>{label}</dt>
      <dd>{said ? words.text(said) : '…'}</dd>
    </div>
  );
};

const ReadingInWords = ({ reading }: { reading: Reading }) => {
  const words = useWords();
  return (
    <li>
      {words.text(reading.chosen)}
      {reading.alternatives?.map((it) => (
        <div key={it.vi} className={styles['soft']}>
          {words.t('target.readingOther', { reading: words.text(it) })}
        </div>
      ))}
      {reading.chosenBy && <div className={styles['soft']}>{words.t('target.readingBy', { by: words.text(reading.chosenBy) })}</div>}
    </li>
  );
};

const Readings = ({ readings }: { readings: readonly Reading[] }) => (
  <ul>
    {readings.map((reading) => (
      <ReadingInWords key={reading.chosen.vi} reading={reading} />
    ))}
  </ul>
);

/** What the plan says of a target in its own words, the rules that were made of it, and how doubtful places were read. */
export const Clause = ({ tenant, plan, target }: { tenant: string; plan: number; target: string }) => {
  const words = useWords();
  const whole = useQuery(planQuery(tenant, plan));
  return (
    <QueryStates query={whole} waiting={{ rows: 1, height: '8rem' }}>
      {({ document }) => {
        const it = planTargetOf(document, target);
        if (!it) return null;
        const source = [it.document?.number, it.document && words.text(it.document.title)].filter((part) => part).join(' – ');
        return (
          <div className={styles['clause']}>
            <h2>{words.t('target.clause')}</h2>
            <blockquote lang="vi">
              {it.cite.quote}
              <footer lang={words.locale}>
                {words.t('target.clauseAt', { document: source, clause: it.cite.clause })}
                {it.cite.wording === 'summary' && ` (${words.t('target.summarised')})`}
              </footer>
            </blockquote>
            <dl>
              <RuleInWords tenant={tenant} label={words.t('target.whoCounts')} rule={it.cohort} />
              <RuleInWords tenant={tenant} label={words.t('target.reachedWhen')} rule={it.reachedWhen} />
              <RuleInWords tenant={tenant} label={words.t('target.extra')} rule={it.extra} />
              <RuleInWords tenant={tenant} label={words.t('target.focusRule')} rule={it.focus?.rule} />
            </dl>
            {it.readings.length > 0 && (
              <>
                <details data-screen-only>
                  <summary>
                    {words.t('target.readings')} ({words.number(it.readings.length)})
                  </summary>
                  <Readings readings={it.readings} />
                </details>
                <div data-print-only>
                  {words.t('target.readings')}
                  <Readings readings={it.readings} />
                </div>
              </>
            )}
          </div>
        );
      }}
    </QueryStates>
  );
};
