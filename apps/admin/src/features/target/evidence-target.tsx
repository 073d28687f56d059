import { PageHeading, Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RelatedObstacles } from '../../obstacles/index.ts';
import { QueryStates, useWords } from '../../shell/index.ts';
import { Clause } from './clause.tsx';
import { evidenceQuery, standingQuery, type TargetQuestion } from './queries.ts';
import styles from './target.module.css';

const Documents = ({ tenant, target }: { tenant: string; target: string }) => {
  const words = useWords();
  const evidence = useQuery(evidenceQuery(tenant));
  return (
    <QueryStates query={evidence} waiting={{ rows: 1, height: '2rem' }}>
      {({ items }) => {
        const own = items.filter((it) => it.target === target);
        if (own.length === 0) return <p className={styles['soft']}>{words.t('target.evidenceNone')}</p>;
        return (
          <ul>
            {own.map(({ id, title, number, issuedOn }) => (
              <li key={id}>{words.t('target.evidenceLine', { title, number: number ?? '–', day: issuedOn })}</li>
            ))}
          </ul>
        );
      }}
    </QueryStates>
  );
};

/** A target without a percentage: what the plan says, and the documents that prove it. */
export const EvidenceTarget = ({ question, permissions }: { question: TargetQuestion; permissions: readonly string[] }) => {
  const words = useWords();
  const { tenant, target, on } = question;
  const standing = useQuery(standingQuery(question));
  return (
    <QueryStates query={standing}>
      {({ items }) => {
        const it = items.find((item) => item.target === target);
        if (!it) return <p className={styles['soft']}>{words.t('overview.noPlanTitle', { day: on })}</p>;
        return (
          <>
            <PageHeading above={<Link to="/t/$tenant" params={{ tenant }} search={{ on }}>{words.t('target.back')}</Link>} title={words.text(it.title)} about={words.t('overview.milestone', { day: it.milestone })} />
            <Clause tenant={tenant} plan={it.planVersion} target={target} />
            <Section title={words.t('target.evidence')}>
              <p>{words.t(it.status === 'met' ? 'overview.met' : 'overview.noEvidence')}</p>
              <Documents tenant={tenant} target={target} />
            </Section>
            <RelatedObstacles tenant={tenant} of={{ about: target }} permissions={permissions} />
          </>
        );
      }}
    </QueryStates>
  );
};
