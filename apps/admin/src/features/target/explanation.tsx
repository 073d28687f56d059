import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, useWords } from '../../shell/index.ts';
import { ExplanationLines } from './explanation-lines.tsx';
import { explanationQuery, type TargetQuestion } from './queries.ts';
import styles from './target.module.css';

/** Why one person counts or does not, in plain words with the clauses; it has an address of its own. */
export const Explanation = ({ question, person, onClose }: { question: TargetQuestion; person: string | undefined; onClose: () => void }) => {
  const words = useWords();
  const { tenant, on } = question;
  const explained = useQuery({ ...explanationQuery(question, person ?? ''), enabled: person !== undefined });
  return (
    <Modal opened={person !== undefined} onClose={onClose} size="xl" title={words.t('target.explanation', { name: explained.data?.person.fullName ?? '…' })} closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <QueryStates query={explained} waiting={{ rows: 6, height: '1.5rem' }}>
        {({ lines, certificates, person: { id } }) => (
          <>
            <ExplanationLines lines={lines} />
            <h3 className={styles['evidence']}>{words.t('target.evidenceOf')}</h3>
            <ul className={styles['plain']}>
              <li>
                <Link to="/t/$tenant/people/$person" params={{ tenant, person: id }} search={{ on }}>
                  {words.t('target.openPerson')}
                </Link>
              </li>
              {certificates.map((it) => (
                <li key={it.id}>
                  <Link to="/t/$tenant/certificates/$certificate" params={{ tenant, certificate: it.id }} search={{ on }}>
                    {words.t('target.openCertificate', { certificate: words.text(it.type), day: it.examDate })}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryStates>
    </Modal>
  );
};
