import { Notice } from '@saubac/ui/states';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './plugins.module.css';
import type { PluginChange } from './queries.ts';

/** What a rehearsal found: what stands in the way, and which tables would be made, kept or dropped, with how many rows. */
export const Findings = ({ tenant, change, readsPlan }: { tenant: string; change: PluginChange; readsPlan: boolean }) => {
  const words = useWords();
  const { findings, failure } = change;
  const blockedBy = findings?.blockedBy ?? [];
  const blocks = [...blockedBy, ...(failure && !blockedBy.some((it) => it.code === failure.code) ? [failure] : [])];
  return (
    <>
      {blocks.length > 0 && (
        <Notice tone="bad" live>
          <h3>{words.t('extensions.blocked')}</h3>
          <ul className={styles['list']}>
            {blocks.map(({ code, text }) => (
              <li key={`${code} ${text.vi}`}>
                {words.text(text)} {code === 'plugin-in-use' && readsPlan && <Link to="/t/$tenant/plan" params={{ tenant }}>{words.t('extensions.toPlan')}</Link>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {findings && blocks.length === 0 && (
        <>
          <h3>{words.t('extensions.found')}</h3>
          {findings.tables.length === 0 && !findings.files ? (
            <p>{words.t('extensions.noTables')}</p>
          ) : (
            <ul className={styles['list']}>
              {findings.tables.map(({ name, fate, rows }) => (
                <li key={name}>
                  <code>{name}</code>: {words.t(`extensions.fate-${fate}`)}
                  {fate !== 'made' && `, ${words.t('extensions.rows', { count: rows })}`}
                </li>
              ))}
              {findings.files ? <li>{words.t('extensions.files', { count: findings.files, fate: words.t(`extensions.fate-${change.act === 'remove' ? 'dropped' : 'kept'}`) })}</li> : null}
            </ul>
          )}
          {findings.migrations.length > 0 && <p className={styles['soft']}>{words.t('extensions.migrations', { names: findings.migrations.join(', ') })}</p>}
        </>
      )}
    </>
  );
};
