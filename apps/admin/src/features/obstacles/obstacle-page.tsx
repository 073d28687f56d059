import { PageHeading, Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CasePanel } from '../../cases/index.ts';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { AnswerForm } from './answer-form.tsx';
import styles from './obstacles.module.css';
import { changeInWords } from './change-in-words.ts';
import { type Obstacle, obstacleQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/obstacles/$obstacle');

// What a case goes by: what was raised, and the answer.
const said = ['text', 'proposal', 'answer'] as const;

const Answered = ({ tenant, obstacle }: { tenant: string; obstacle: Obstacle }) => {
  const words = useWords();
  if (obstacle.answer === null || (obstacle.state !== 'answered' && obstacle.state !== 'closed')) return <p className={styles['soft']}>{words.t('obstacles.answerNone')}</p>;
  return (
    <>
      <p className={styles['text']}>{obstacle.answer}</p>
      {obstacle.answeredOn !== null && <p className={styles['soft']}>{words.t('obstacles.answeredBy', { by: obstacle.answeredBy ?? '', day: obstacle.answeredOn })}</p>}
      {obstacle.changeLink !== null && (
        <p>
          {words.t('obstacles.changeLink')}: <a href={`/t/${encodeURIComponent(tenant)}${obstacle.changeLink}`}>{changeInWords(obstacle.changeLink, words)}</a>
        </p>
      )}
      {obstacle.published && <p className={styles['soft']}>{words.t('obstacles.published')}</p>}
    </>
  );
};

const Concerned = ({ tenant, obstacle: { concerns } }: { tenant: string; obstacle: Obstacle }) => {
  const words = useWords();
  if (concerns === null) return null;
  return (
    <p>
      {words.t(`obstacles.kind-${concerns.kind}`)}:{' '}
      {concerns.kind === 'target' ? (
        <Link to="/t/$tenant/targets/$target" params={{ tenant, target: concerns.id }} search={{}}>{words.text(concerns.title)}</Link>
      ) : (
        <Link to="/t/$tenant/tasks" params={{ tenant }} search={{ task: concerns.id }}>{words.text(concerns.title)}</Link>
      )}
    </p>
  );
};

/** One obstacle: what stands in the way, what is proposed, the answer and the change that came of it, and the hands it goes through. */
export const ObstaclePage = () => {
  const words = useWords();
  const { tenant, obstacle: id } = route.useParams();
  const { me } = route.useRouteContext();
  const obstacle = useQuery(obstacleQuery(tenant, id));
  usePageTitle(words.t('obstacles.obstacle'));
  return (
    <QueryStates query={obstacle} waiting={{ rows: 4, height: '4rem' }}>
      {(it) => (
        <>
          <PageHeading
            above={<Link to="/t/$tenant/obstacles" params={{ tenant }}>{words.t('obstacles.back')}</Link>} title={words.t('obstacles.obstacle')}
            about={`${it.unit?.name ?? words.t('obstacles.whole')} · ${words.t('obstacles.raisedBy', { by: it.raisedLabel, day: it.raisedOn })} · ${words.t(`obstacles.state-${it.state}`)}${it.dueOn === null ? '' : ` · ${words.t(it.late ? 'obstacles.dueLate' : 'obstacles.due', { day: it.dueOn })}`}`}
          />
          <Concerned tenant={tenant} obstacle={it} />
          <Section title={words.t('obstacles.text')}>
            <p className={styles['text']}>{it.text}</p>
          </Section>
          <Section title={words.t('obstacles.proposal')}>
            <p className={styles['text']}>{it.proposal}</p>
          </Section>
          <Section title={words.t('obstacles.answer')}>
            {it.state === 'in-hand' && (me.permissions as readonly string[]).includes('obstacle.answer') ? <AnswerForm key={it.version} tenant={tenant} obstacle={it} permissions={me.permissions} /> : <Answered tenant={tenant} obstacle={it} />}
          </Section>
          <Section title={words.t('obstacles.handling')}>
            <CasePanel tenant={tenant} id={it.case} nameOf={(key) => said.filter((it) => it === key).map((it) => words.t(`obstacles.${it}`))[0] ?? key} />
          </Section>
        </>
      )}
    </QueryStates>
  );
};
