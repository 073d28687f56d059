import { Section } from '@saubac/ui/frame';
import { useCodeNames, useWords } from '../../shell/index.ts';
import styles from './people.module.css';
import type { Person } from './queries.ts';

const Days = ({ from, lastDay }: { from: string; lastDay: string | null }) => {
  const words = useWords();
  return (
    <>
      {words.date(from)} – {lastDay === null ? words.t('people.now') : words.date(lastDay)}
    </>
  );
};

/** Posts over time, the latest first, and the lists a person stood on. */
export const PostsOverTime = ({ tenant, person }: { tenant: string; person: Person }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const posts = person.posts.toSorted((a, b) => b.from.localeCompare(a.from));
  return (
    <Section title={words.t('people.posts')}>
      {posts.length === 0 ? (
        <p className={styles['soft']}>{words.t('people.postsNone')}</p>
      ) : (
        <table className={styles['rows']}>
          <thead>
            <tr>
              <th scope="col">{words.t('people.from')}</th>
              <th scope="col">{words.t('people.unit')}</th>
              <th scope="col">{words.t('people.post')}</th>
              <th scope="col">{words.t('people.kind')}</th>
            </tr>
          </thead>
          <tbody>
            {posts.map((it) => (
              <tr key={it.id}>
                <td className={styles['days']}>
                  <Days from={it.from} lastDay={it.lastDay} />
                </td>
                <td>{it.unit.name}</td>
                <td>
                  {[...new Set([it.office, it.post?.name].filter((name) => name))].join(', ') || '–'}
                  <div className={styles['soft']}>{[words.t(it.main ? 'people.main' : 'people.beside'), ...(it.leader ? [words.t('people.leader')] : [])].join(', ')}</div>
                </td>
                <td>{[names.kind(it.kind), names.rank(it.rank)].filter((name) => name).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {person.planned.map((it) => (
        <p key={it.from}>
          {words.t('people.planned')}: {names.officeRank(it.officeRank)}, <Days from={it.from} lastDay={it.lastDay} />
        </p>
      ))}
      {person.trainingList.map((it) => (
        <p key={it.from}>
          {words.t('people.trainingList')}: <Days from={it.from} lastDay={it.lastDay} />
        </p>
      ))}
    </Section>
  );
};
