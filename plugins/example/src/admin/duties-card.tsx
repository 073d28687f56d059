import type { SlotProps } from '@saubac/plugin-api/admin';
import { textOf, useAsk } from '@saubac/plugin-api/admin';
import { FailedState, LoadingRows } from '@saubac/ui/states';
import { useUiWords } from '@saubac/ui/words';

import { personAnswer } from '../duties/wire.ts';
import styles from './duties.module.css';
import { useWords } from './use-words.ts';

/** Beside somebody's file: where and when he serves foreign visitors. The host gives the card its heading. */
const DutiesCard = ({ person }: SlotProps['person.sidebar']) => {
  const { date } = useUiWords();
  const t = useWords();
  const duties = useAsk(`/people/${person}`, personAnswer);
  if (duties.isError) return <FailedState onRetry={() => void duties.refetch()}>{textOf(duties.error)}</FailedState>;
  if (!duties.data) return <LoadingRows rows={1} height="2.5rem" />;
  if (duties.data.items.length === 0) return <p>{t('person.none')}</p>;
  return (
    <ul className={styles['lines']}>
      {duties.data.items.map((it) => (
        <li key={it.id}>
          <span>
            {it.place}
            <small>{`${date(it.from)} – ${it.last === null ? t('duties.open') : date(it.last)}`}</small>
          </span>
        </li>
      ))}
    </ul>
  );
};

export default DutiesCard;
