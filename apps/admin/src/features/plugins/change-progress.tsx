import { Notice } from '@saubac/ui/states';
import { useWords } from '../../shell/index.ts';
import styles from './plugins.module.css';
import { isUnderWay, type PluginChange } from './queries.ts';

/** A change under way, step by step; of one that has ended what came of it. */
export const ChangeProgress = ({ tenant, change, downloads }: { tenant: string; change: PluginChange; downloads: boolean }) => {
  const words = useWords();
  const line = words.t(`extensions.did-${change.act}`, { by: change.by, at: words.moment(change.endedAt ?? change.createdAt) });
  if (isUnderWay(change)) {
    return (
      <Notice live>
        <h2>{words.t(`extensions.doing-${change.act}`)}</h2>
        <ol className={styles['steps']}>
          {change.steps.map(({ name, state }) => (
            <li key={name} data-state={state}>
              {words.t(`extensions.step-${name}`)} <span className={styles['soft']}>{words.t(`extensions.step-state-${state}`)}</span>
            </li>
          ))}
        </ol>
        <p className={styles['soft']}>{words.t('extensions.doingAbout')}</p>
      </Notice>
    );
  }
  if (change.state === 'failed') {
    return (
      <Notice tone="bad" live>
        <h2>{words.t(`extensions.stopped-${change.act}`)}</h2>
        {change.failure && <p>{words.text(change.failure.text)}</p>}
        <p className={styles['soft']}>{line}</p>
      </Notice>
    );
  }
  return (
    <p className={styles['soft']} role="status">
      {line}{' '}
      {change.file !== null && downloads && (
        <a href={`/api/t/${tenant}/plugins/${change.plugin}/changes/${change.id}/file`} download>
          {words.t('extensions.download', { name: change.file.name, size: words.number(Math.max(1, Math.round(change.file.size / 1024))) })}
        </a>
      )}
    </p>
  );
};
