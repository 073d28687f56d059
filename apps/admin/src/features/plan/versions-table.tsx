import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import type { ListedDraft, Version } from './queries.ts';
import styles from './plan.module.css';
import { stateOfVersion } from './version-state.ts';

type Parts = { tenant: string; today: string; versions: readonly Version[]; drafts: readonly ListedDraft[]; mayDraft: boolean; mayPutInForce: boolean; onAmend: (number: number) => void; onWithdraw: (version: Version) => void };

/** The versions of the tenant's plans, the newest first: which days they rule, and who wrote them. */
export const VersionsTable = ({ tenant, today, versions, drafts, mayDraft, mayPutInForce, onAmend, onWithdraw }: Parts) => {
  const words = useWords();
  const writerOf = (number: number) => drafts.find((it) => it.became === number);
  return (
    <table className={`${styles['table']} ${styles['stacked']}`}>
      <thead>
        <tr>
          <th scope="col">{words.t('planEditor.plan')}</th>
          <th scope="col">{words.t('planEditor.rules')}</th>
          <th scope="col">{words.t('planEditor.state')}</th>
          <th scope="col">{words.t('planEditor.putInForceBy')}</th>
          {(mayDraft || mayPutInForce) && <th scope="col">{words.t('planEditor.doWith')}</th>}
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map((it) => {
          const state = stateOfVersion(it, today);
          const writer = writerOf(it.number);
          return (
            <tr key={it.number}>
              <th scope="row">
                <Link to="/t/$tenant/plan/versions/$number" params={{ tenant, number: String(it.number) }}>
                  {words.text(it.title)}
                </Link>
                <div className={styles['soft']}>{words.t('planEditor.versionNumber', { number: it.number })}</div>
              </th>
              <td data-label={words.t('planEditor.rules')}>{it.lastDay === null ? words.t('planEditor.rulesFrom', { from: it.inForceFrom }) : words.t('planEditor.rulesFromTo', { from: it.inForceFrom, to: it.lastDay })}</td>
              <td data-label={words.t('planEditor.state')}>
                <span className={styles['state']} data-state={state}>
                  {words.t(`planEditor.version-${state}`)}
                </span>
              </td>
              <td data-label={words.t('planEditor.putInForceBy')}>
                {it.putInForce ? words.t('planEditor.byAt', { by: it.putInForce.label, at: words.moment(it.putInForce.at) }) : '–'}
                {writer && <div className={styles['soft']}>{words.t('planEditor.writtenBy', { by: writer.changed.label, at: words.moment(writer.changed.at) })}</div>}
              </td>
              {(mayDraft || mayPutInForce) && (
                <td>
                  {mayDraft && state !== 'withdrawn' && (
                    <Button size="compact-sm" variant="default" onClick={() => onAmend(it.number)}>
                      {words.t('planEditor.amend')}
                    </Button>
                  )}{' '}
                  {mayPutInForce && (state === 'to-come' || state === 'in-force') && (
                    <Button size="compact-sm" variant="subtle" className={styles['danger'] ?? ''} onClick={() => onWithdraw(it)}>
                      {words.t('planEditor.withdraw')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
