import { Notice } from '@saubac/ui/states';
import { Section } from '@saubac/ui/frame';
import { useMemo } from 'react';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import { Decide } from './decide.tsx';
import { draftOf, foundedIn } from './draft.ts';
import { FindingLists } from './finding-lists.tsx';
import { operationInWords } from './operation-words.ts';
import { usePickableUnits } from './use-pickable-units.ts';
import type { Change } from './queries.ts';
import { WholeFigures } from './whole-figures.tsx';

type Caller = { user: { id: string }; today: string; permissions: readonly string[] };

const Counts = ({ preview }: { preview: NonNullable<Change['preview']> }) => {
  const words = useWords();
  const { created, ended, changed, people, posts, grants, plans, figures } = preview;
  const counted = [['countCreated', created], ['countEnded', ended], ['countChanged', changed], ['countPeople', people], ['countPosts', posts.ended + posts.started + posts.removed], ['countGrants', grants], ['countPlans', plans], ['countFigures', figures]] as const;
  return (
    <dl className={styles['counts']}>
      {counted.map(([key, value]) => (
        <div key={key}>
          <dt>{words.t(`unitTree.${key}`)}</dt>
          <dd>{words.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What a change comes to, and what is to be decided about it: its effect counted, listed and on the figures of the whole. */
export const ChangeOutcome = ({ tenant, me, change, mayChange }: { tenant: string; me: Caller; change: Change; mayChange: boolean }) => {
  const words = useWords();
  const draft = useMemo(() => draftOf(change, []), [change]);
  const founded = useMemo(() => foundedIn(draft.operations), [draft.operations]);
  const units = usePickableUnits(tenant, change.on, founded);
  const { preview } = change;
  // A close is referred to by its period and number: `2025@1`.
  const closeIn = (reference: string): string => {
    const [period = '', number = ''] = reference.split('@');
    return words.t('unitTree.closeRef', { period, number });
  };
  const tense = change.state === 'committed' ? 'effectDone' : 'effect';
  return (
    <>
      {change.failure && <Notice tone="bad">{words.text(change.failure.text)}</Notice>}
      <Decide tenant={tenant} me={me} change={change} mayChange={mayChange} />
      <Section title={words.t('unitTree.operations')}>
        {draft.operations.length === 0 ? <p className={styles['soft']}>{words.t('unitTree.operationsNone')}</p> : (
          <ol className={styles['operations']}>
            {draft.operations.slice(0, 200).map((it, index) => (
              <li key={index}>{operationInWords(it, words, units.nameOf)}</li>
            ))}
          </ol>
        )}
        {change.moves > 0 && <p>{words.t('unitTree.movedCount', { count: change.moves })}</p>}
        {change.why && <p className={styles['soft']}>{words.t('unitTree.whyLine', { why: change.why })}</p>}
      </Section>
      {preview && change.state !== 'withdrawn' && (
        <>
          <Section title={words.t(`unitTree.${tense}`)}>
            <Counts preview={preview} />
            {preview.closes.length > 0 && <Notice tone="warn">{words.t('unitTree.closes', { closes: preview.closes.map(closeIn).join('; ') })}</Notice>}
          </Section>
          <FindingLists tenant={tenant} change={change} nameOf={units.nameOf} />
          <WholeFigures whole={preview.whole} />
        </>
      )}
    </>
  );
};
