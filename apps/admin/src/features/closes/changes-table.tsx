import { useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import type { ChangeKind } from './queries.ts';

type Row = { key: string; name: string; counts: Readonly<Record<ChangeKind, number>> };

type Parts = { label: string; heading: string; rows: readonly Row[]; opened?: string | undefined; onOpen?: (key: string, kind: ChangeKind | undefined) => void };

const kinds = ['entered', 'left', 'gained', 'lost'] as const;

/** How many people changed and how, a row each; figures open who they are. */
export const ChangesTable = ({ label, heading, rows, opened, onOpen }: Parts) => {
  const words = useWords();
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={label}>
      <table className={styles['figures']}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {words.t(`closing.kind-${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, counts }) => (
            <tr key={key} aria-current={key === opened || undefined}>
              <th scope="row">
                {onOpen && kinds.some((kind) => counts[kind] > 0) ? (
                  <button type="button" className={styles['asLink']} onClick={() => onOpen(key, undefined)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              {kinds.map((kind) => (
                <td key={kind}>
                  {onOpen && counts[kind] > 0 ? (
                    <button type="button" className={styles['asLink']} onClick={() => onOpen(key, kind)}>
                      {words.number(counts[kind])}
                    </button>
                  ) : (
                    <span className={styles['faint']}>{words.number(counts[kind])}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
