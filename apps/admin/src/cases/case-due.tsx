import { useWords } from '../shell/index.ts';
import styles from './cases.module.css';

/** By when a case is to be moved on, and how late it is in working days. */
export const CaseDue = ({ dueOn, lateDays }: { dueOn: string | null; lateDays: number }) => {
  const words = useWords();
  if (lateDays > 0) return <span className={styles['late']}>{words.t('cases.late', { count: lateDays })}</span>;
  return dueOn === null ? null : <span>{words.t('cases.due', { day: dueOn })}</span>;
};
