import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { QueryStates, useCodeNames, useWords } from '../../shell/index.ts';
import styles from './people.module.css';
import { requirementsQuery } from './queries.ts';

/** What the posts of a person require, and whether it is proved. */
export const Requirements = ({ tenant, person, on }: { tenant: string; person: string; on: string }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const required = useQuery(requirementsQuery(tenant, person, on));
  return (
    <Section title={words.t('people.requirements')}>
      <QueryStates query={required} waiting={{ rows: 1, height: '3rem' }}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles['soft']}>{words.t('people.requirementsNone', { day: on })}</p>
          ) : (
            <table className={styles['rows']}>
              <thead>
                <tr>
                  <th scope="col">{words.t('people.post')}</th>
                  <th scope="col">{words.t('people.required')}</th>
                  <th scope="col">{words.t('people.held')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((it) => (
                  <tr key={`${it.unitCode} ${it.post} ${it.language ?? ''}`}>
                    <td>
                      {it.post}
                      <div className={styles['soft']}>{it.unitName}</div>
                    </td>
                    <td data-label={words.t('people.required')}>{words.t('people.requiredLevel', { level: it.required, language: names.language(it.language) ?? words.t('people.anyLanguage') })}</td>
                    <td data-label={words.t('people.held')}>
                      {it.held !== null && `${words.t('people.heldLevel', { level: it.held })}, `}
                      <span className={styles[it.met ? 'met' : 'gap']}>{words.t(it.met ? 'people.gapMet' : 'people.gapNot')}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryStates>
    </Section>
  );
};
