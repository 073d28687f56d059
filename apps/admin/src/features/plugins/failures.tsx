import { Notice } from '@saubac/ui/states';
import { useWords } from '../../shell/index.ts';
import styles from './plugins.module.css';
import type { Plugin } from './queries.ts';

/** Why a plugin can't be used, in words, with what its writer needs below. */
export const Failures = ({ plugin }: { plugin: Plugin }) => {
  const words = useWords();
  if (plugin.state === 'safe-mode') return <Notice tone="warn">{words.t('extensions.safeMode')}</Notice>;
  if (plugin.failures.length === 0) return null;
  return (
    <Notice tone="bad">
      <h2>{words.t('extensions.failed')}</h2>
      <ul className={styles['list']}>
        {plugin.failures.map(({ code, text, details }) => (
          <li key={`${code} ${details}`}>
            {words.text(text)}
            <details className={styles['soft']}>
              <summary>{words.t('extensions.details')}</summary>
              <code className={styles['code']}>
                {code} {details}
              </code>
            </details>
          </li>
        ))}
      </ul>
      <p>{words.t('extensions.failedAbout')}</p>
    </Notice>
  );
};
