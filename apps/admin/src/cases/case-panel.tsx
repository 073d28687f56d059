import { useQuery } from '@tanstack/react-query';
import { QueryStates, useWords } from '../shell/index.ts';
import { CaseDiagram } from './case-diagram.tsx';
import { CaseDue } from './case-due.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseMoves } from './case-moves.tsx';
import styles from './cases.module.css';
import { ChangedSince } from './changed-since.tsx';
import { type Case, caseQuery } from './queries.ts';

type Parts = {
  tenant: string;
  id: string;
  /** How a part of what is decided about is called, where “changed since” names it. */
  nameOf?: ((key: string) => string) | undefined;
  onMoved?: ((moved: Case) => void) | undefined;
  /** Moves that the page offers in a way of its own. */
  without?: readonly string[];
};

/**
 * A case: where it stands and until when, what whoever looks may do, what changed since it was moved last, how it came there, and its procedure
 * with the way it took. For any page whose subject goes by a workflow; such a page brings the words `cases`.
 */
export const CasePanel = ({ tenant, id, nameOf, onMoved, without = [] }: Parts) => {
  const words = useWords();
  const query = useQuery(caseQuery(tenant, id));
  return (
    <QueryStates query={query} waiting={{ rows: 3, height: '3rem' }}>
      {(read) => {
        const it = { ...read, moves: read.moves.filter(({ move }) => !without.includes(move)) };
        return (
        <div className={styles['panel']}>
          <div className={styles['standing']}>
            <p role="status">
              <strong>{words.text(it.stateLabel)}</strong>{' '}
              <span className={styles['soft']}>
                {words.t('cases.since', { day: it.since })} {!it.closed && (it.dueOn !== null || it.lateDays > 0) && <>· <CaseDue dueOn={it.dueOn} lateDays={it.lateDays} /></>}
              </span>
            </p>
            {it.changedSince && <ChangedSince before={it.changedSince.before} now={it.changedSince.now} nameOf={nameOf} />}
            {read.moves.every(({ aside }) => aside) && <p className={styles['soft']}>{words.t(it.closed ? 'cases.closed' : 'cases.withOthers')}</p>}
            {it.moves.length > 0 && <CaseMoves tenant={tenant} of={it} onMoved={onMoved} />}
          </div>
          <div className={styles['columns']}>
            <section aria-label={words.t('cases.history')}>
              <h3>{words.t('cases.history')}</h3>
              <CaseHistory of={it} />
            </section>
            <section aria-label={words.t('cases.procedure')}>
              <h3>{words.t('cases.procedure')}</h3>
              <CaseDiagram
                title={words.t('cases.diagramOf', { state: words.text(it.stateLabel) })} state={it.state} way={it.history}
                drawn={{ ...it.structure, states: it.structure.states.map(({ name, label }) => ({ name, label: words.text(label) })), moves: it.structure.moves.map(({ label, ...rest }) => ({ ...rest, label: words.text(label) })) }}
              />
            </section>
          </div>
        </div>
        );
      }}
    </QueryStates>
  );
};
