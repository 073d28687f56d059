import { Notice } from '@saubac/ui/states';
import { Link } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import { type Draft, foundedIn } from './draft.ts';
import { operationInWords } from './operation-words.ts';
import { usePickableUnits } from './use-pickable-units.ts';
import { type Change, findingsQuery } from './queries.ts';

/** Why the last preview came to nothing: each reason with the operation that it is about, and who has nowhere to go. */
const Reasons = ({ tenant, change, nameOf }: { tenant: string; change: Change; nameOf: (code: string) => string }) => {
  const words = useWords();
  const refusals = useInfiniteQuery(findingsQuery(tenant, change.id, change.version, 'refusals'));
  const stranded = useInfiniteQuery(findingsQuery(tenant, change.id, change.version, 'stranded'));
  const reasons = refusals.data?.pages.flatMap((it) => it.items) ?? [];
  const people = stranded.data?.pages.flatMap((it) => it.items) ?? [];
  return (
    <div className={styles['problems']} role="alert">
      <h2>{change.failure && words.text(change.failure.text)}</h2>
      <ul>
        {reasons.map((it, at) => (
          <li key={at}>
            {it.text && words.text(it.text)}{' '}
            {it.list === 'operations' && it.row !== undefined && it.row > 0 && <Link to="/t/$tenant/units/changes/$change" params={{ tenant, change: change.id }} search={{ step: 'operations', edit: it.row }}>{words.t('unitTree.edit')}</Link>}
          </li>
        ))}
      </ul>
      {people.length > 0 && (
        <>
          <p>{words.t('unitTree.stranded', { count: people.length })} <Link to="/t/$tenant/units/changes/$change" params={{ tenant, change: change.id }} search={{ step: 'people' }}>{words.t('unitTree.toPeople')}</Link></p>
          <ul>
            {people.slice(0, 20).map((it) => (
              <li key={`${it.person ?? ''} ${it.unit ?? ''}`}>{it.name ?? '–'} – {nameOf(it.unit ?? '')}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

/** What a draft says as a whole, before it is previewed; and why it can't be done, where the last preview found that. */
export const DraftReview = ({ tenant, change, draft, dirty }: { tenant: string; change: Change; draft: Draft; dirty: boolean }) => {
  const words = useWords();
  const founded = useMemo(() => foundedIn(draft.operations), [draft.operations]);
  const units = usePickableUnits(tenant, draft.on, founded);
  return (
    <>
      {change.failure?.code === 'unit-change-refused' && !dirty && <Reasons tenant={tenant} change={change} nameOf={units.nameOf} />}
      {change.failure && !['unit-change-refused', 'unit-change-sent-back'].includes(change.failure.code) && <Notice tone="bad">{words.text(change.failure.text)}</Notice>}
      <ol className={styles['operations']}>
        {draft.operations.map((it, index) => (
          <li key={index}>{operationInWords(it, words, units.nameOf)}</li>
        ))}
      </ol>
      {draft.moves.length > 0 && <p>{words.t('unitTree.movedCount', { count: draft.moves.length })}</p>}
      <p className={styles['soft']}>{words.t('unitTree.previewAbout')}</p>
    </>
  );
};
