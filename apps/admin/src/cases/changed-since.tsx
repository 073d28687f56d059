import { parseIsoDate } from '@saubac/domain/values';
import { Notice } from '@saubac/ui/states';
import { useWords } from '../shell/index.ts';
import styles from './cases.module.css';
import { differencesOf, type Difference } from './differences.ts';

type Parts = { before: unknown; now: unknown; nameOf?: ((key: string) => string) | undefined };

/** What changed since the case was moved last: each thing with what it was and what it is, or that it is another. */
export const ChangedSince = ({ before, now, nameOf = (key) => key }: Parts) => {
  const words = useWords();
  const value = (text: string | null) => (text === null ? words.t('cases.nothing') : parseIsoDate(text) ? words.date(text) : text);
  const told = (it: Difference) => {
    if (!it.digest) return words.t('cases.wasIs', { was: value(it.before), is: value(it.now) });
    return words.t(it.before === null ? 'cases.added' : it.now === null ? 'cases.removed' : 'cases.changed');
  };
  return (
    <Notice tone="warn">
      <p>{words.t('cases.changedSince')}</p>
      <ul className={styles['differences']}>
        {differencesOf(before, now).map((it) => (
          <li key={it.key}>
            {nameOf(it.key)}: {told(it)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
