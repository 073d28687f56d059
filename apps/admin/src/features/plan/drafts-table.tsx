import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import type { ListedDraft } from './queries.ts';
import styles from './plan.module.css';
import { onItsWay, wayOf } from './version-state.ts';

/** Drafts that are being written, with who wrote last. */
export const DraftsTable = ({ tenant, drafts, mayDraft, onDrop }: { tenant: string; drafts: readonly ListedDraft[]; mayDraft: boolean; onDrop: (draft: ListedDraft) => void }) => {
  const words = useWords();
  return (
    <table className={`${styles['table']} ${styles['stacked']}`}>
      <thead>
        <tr>
          <th scope="col">{words.t('planEditor.draft')}</th>
          <th scope="col">{words.t('planEditor.state')}</th>
          <th scope="col">{words.t('planEditor.basedOn')}</th>
          <th scope="col">{words.t('planEditor.changedBy')}</th>
          <th scope="col">{words.t('planEditor.doWith')}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((it) => (
          <tr key={it.id}>
            <th scope="row">
              <Link to="/t/$tenant/plan/drafts/$draft" params={{ tenant, draft: it.id }}>
                {it.title ?? it.plan ?? words.t('planEditor.untitledPlan')}
              </Link>
            </th>
            <td data-label={words.t('planEditor.state')}>
              {words.t(`planEditor.way-${wayOf(it)}`)}
              <div className={styles['soft']}>
                {words.t(`planEditor.with-${wayOf(it)}`)}
                {onItsWay(it) && it.case?.dueOn && ` · ${words.t('planEditor.dueOnDay', { day: it.case.dueOn })}`}
              </div>
            </td>
            <td data-label={words.t('planEditor.basedOn')}>{it.basedOn === null ? words.t('planEditor.basedOnNone') : words.t('planEditor.versionNumber', { number: it.basedOn })}</td>
            <td data-label={words.t('planEditor.changedBy')}>{words.t('planEditor.byAt', { by: it.changed.label, at: words.moment(it.changed.at) })}</td>
            <td>
              <Link to="/t/$tenant/plan/drafts/$draft/compare" params={{ tenant, draft: it.id }}>
                {words.t('planEditor.compare')}
              </Link>{' '}
              {mayDraft && (
                <Button size="compact-sm" variant="subtle" className={styles['danger'] ?? ''} aria-label={words.t('planEditor.dropOf', { name: it.title ?? '' })} onClick={() => onDrop(it)}>
                  {words.t('planEditor.drop')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
