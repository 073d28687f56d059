import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import type { Entry } from './entry-draft.ts';
import { previewQuery } from './queries.ts';

const waitMs = 350;

const nothing: Entry = { type: '', language: null, number: null, issuer: null, issuerName: null, examDate: '2000-01-01' as Entry['examDate'], expiresOn: null, scores: { overall: null, listening: null, reading: null, speaking: null, writing: null }, grade: null };

/** The level that a certificate being written down would give once it is verified, and why; or what keeps it from being told. */
export const EntryPreview = ({ tenant, entry }: { tenant: string; entry: Entry | null }) => {
  const words = useWords();
  const [asked] = useDebouncedValue(entry, waitMs);
  const { data } = useQuery({ ...previewQuery(tenant, asked ?? nothing), enabled: asked !== null });
  const told = entry !== null && asked !== null ? data : undefined;
  return (
    <aside className={styles['preview']} aria-live="polite">
      <h2>{words.t('certificateDesk.preview')}</h2>
      {told === undefined && <p className={styles['soft']}>{words.t('certificateDesk.previewWaiting')}</p>}
      {told && told.problems.length > 0 && (
        <>
          <p>{words.t('certificateDesk.previewProblem')}</p>
          <ul>
            {told.problems.map((it) => (
              <li key={it.field}>{words.text(it.text)}</li>
            ))}
          </ul>
        </>
      )}
      {told && told.problems.length === 0 && (
        <>
          <p className={styles['figure']}>{told.level === null ? words.t('certificateDesk.levelNone') : words.t('certificateDesk.levelExactly', { level: told.level })}</p>
          {told.explanation.slice(1).map((it) => (
            <p key={it.vi}>{words.text(it)}</p>
          ))}
        </>
      )}
    </aside>
  );
};
