import { Section } from '@saubac/ui/frame';
import { useWords } from '../../shell/index.ts';
import styles from './people.module.css';
import type { Person } from './queries.ts';

/** What somebody wrote about his languages, which counts for nothing until it is looked into. */
export const Claims = ({ claims }: { claims: Person['claims'] }) => {
  const words = useWords();
  if (claims.length === 0) return null;
  return (
    <Section title={words.t('people.claims')}>
      <ul className={styles['plain']}>
        {claims.map(({ id, text, recordedOn }) => (
          <li key={id}>{words.t('people.claimLine', { text, day: recordedOn })}</li>
        ))}
      </ul>
    </Section>
  );
};
