import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, useCodeNames, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { type CloseTarget, whyThenQuery } from './queries.ts';
import { readLine } from './read-line.ts';

/** Why one person counted or did not when the period was closed; it has an address of its own. */
export const WhyThen = ({ asked, person, onClose }: { asked: CloseTarget; person: string | undefined; onClose: () => void }) => {
  const words = useWords();
  const names = useCodeNames(asked.tenant);
  const why = useQuery({ ...whyThenQuery(asked, person ?? ''), enabled: person !== undefined });
  const name = why.data ? (why.data.person.fullName ?? words.t('closing.gone')) : '…';
  return (
    <Modal opened={person !== undefined} onClose={onClose} size="xl" title={words.t('closing.whyOf', { name })} closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <QueryStates query={why} waiting={{ rows: 6, height: '1.5rem' }}>
        {(it) => (
          <>
            <p className={styles['conclusion']}>{words.t(it.counts ? (it.reached ? 'closing.countedReached' : 'closing.countedMissing') : 'closing.countedNot')}</p>
            <p className={styles['soft']}>{words.t('closing.thenAbout', { version: it.planVersion, day: it.on })}</p>
            {it.certificate && (
              <p className={styles['then']}>
                {words.t('closing.certificateThen')} ({words.t('closing.levelOf', { level: it.level })}):{' '}
                {it.certificate.now
                  ? words.t('closing.certificateLine', { type: names.certificateType(it.certificate.now.type), language: names.language(it.certificate.now.language) ?? it.certificate.now.language, day: it.certificate.now.examDate })
                  : words.t('closing.certificateGone')}
              </p>
            )}
            <div className={styles['lines']}>
              {it.lines.map(readLine).map(({ depth, mark, text }, at) => (
                // Lines have no name of their own and never change places.
                <div key={at} data-depth={depth === 0 ? 'none' : 'some'} style={{ paddingLeft: `${depth * 1.25}rem` }}>
                  {mark && (
                    <span data-mark={mark} role="img" aria-label={mark}>
                      {mark}
                    </span>
                  )}
                  <span>{text}</span>
                </div>
              ))}
            </div>
            {it.person.fullName !== null && (
              <p className={styles['then']}>
                <Link to="/t/$tenant/people/$person" params={{ tenant: asked.tenant, person: it.person.mergedInto ?? it.person.id }} search={{}}>
                  {words.t('closing.openPerson')}
                </Link>
              </p>
            )}
          </>
        )}
      </QueryStates>
    </Modal>
  );
};
