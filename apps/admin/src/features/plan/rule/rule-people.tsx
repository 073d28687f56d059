import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { type RuleAsked, ruleSampleQuery } from '../queries.ts';
import styles from './rule.module.css';

/** Ten people in a rule, or out of it, each with why: the check that a rule says what was meant. */
export const RulePeople = ({ asked }: { asked: RuleAsked }) => {
  const words = useWords();
  const { tenant, on } = useEditing();
  const [out, setOut] = useState(false);
  const people = useQuery(ruleSampleQuery(tenant, out ? { ...asked, rule: { not: asked.rule } } : asked));
  return (
    <div className={styles['people']} aria-busy={people.isPlaceholderData || undefined}>
      <div className={styles['switch']} role="group" aria-label={words.t('planEditor.sample')}>
        {([false, true] as const).map((it) => (
          <Button key={String(it)} size="compact-sm" variant={it === out ? 'filled' : 'default'} aria-pressed={it === out} onClick={() => setOut(it)}>
            {words.t(it ? 'planEditor.sampleOut' : 'planEditor.sampleIn')}
          </Button>
        ))}
      </div>
      <QueryStates query={people} waiting={{ rows: 10, height: '1.5rem' }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles['soft']}>{words.t('planEditor.sampleNone')}</p>
          ) : (
            <ul>
              {items.map((it) => (
                <li key={it.id}>
                  <Link to="/t/$tenant/people/$person" params={{ tenant, person: it.id }} search={{ on }} target="_blank">
                    {it.fullName}
                  </Link>
                  <span className={styles['soft']}> {it.unit.name}</span>
                  <details>
                    <summary>{words.t(out ? 'planEditor.whyOut' : 'planEditor.whyIn')}</summary>
                    {it.sentence}
                  </details>
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
    </div>
  );
};
