import { useWords } from '../../shell/index.ts';
import { CancelImport } from './cancel-import.tsx';
import { isCancellable } from './import-states.ts';
import styles from './imports.module.css';
import type { RosterImport } from './queries.ts';

/** How far the server is with an import, and the way to give it up. */
export const WorkingPanel = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const { rows, of } = it.progress;
  const told = of === null ? words.t('importDesk.progressRows', { rows }) : words.t(it.state === 'undoing' ? 'importDesk.progressUndo' : 'importDesk.progressOf', { rows, of });
  return (
    <div className={styles['working']}>
      <h2 id="working">{words.t(`importDesk.state-${it.state}`)}</h2>
      <progress aria-labelledby="working" className={styles['progress']} {...(of === null || of === 0 ? {} : { max: of, value: Math.min(rows, of) })} />
      <p role="status">{told}</p>
      <p className={styles['soft']}>{words.t('importDesk.progressStay')}</p>
      {isCancellable(it.state) && <CancelImport tenant={tenant} id={it.id} />}
    </div>
  );
};
