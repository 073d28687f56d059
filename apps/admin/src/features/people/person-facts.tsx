import { useCodeNames, useWords } from '../../shell/index.ts';
import { writeBirth } from './birth.ts';
import styles from './people.module.css';
import type { Person } from './queries.ts';

/** Who somebody is. */
export const PersonFacts = ({ tenant, person }: { tenant: string; person: Person }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const { birth, sex, ethnicity, idNumber, posts } = person;
  const main = posts.find((it) => it.main && it.lastDay === null) ?? posts.find((it) => it.main);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.t('people.birth'), writeBirth(birth)],
    [words.t('people.sex'), sex === null ? undefined : words.t(`people.sex-${sex}`)],
    [words.t('people.ethnicity'), ethnicity ?? undefined],
    [words.t('people.idNumber'), idNumber ?? undefined],
    ...(main ? ([[words.t('people.kind'), names.kind(main.kind)], [words.t('people.rank'), names.rank(main.rank)], [words.t('people.unit'), main.unit.name]] as const) : []),
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? words.t('people.unknown')}</dd>
        </div>
      ))}
    </dl>
  );
};
