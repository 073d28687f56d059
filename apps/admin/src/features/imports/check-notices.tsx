import { Notice } from '@saubac/ui/states';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import type { ImportPreview, RosterImport } from './queries.ts';

type Absence = ImportPreview['departing'];

const Names = ({ tenant, of: { first, people } }: { tenant: string; of: Absence }) => {
  const words = useWords();
  return (
    <details className={styles['names']}>
      <summary>{words.t('importDesk.whoTheyAre')}</summary>
      <ul>
        {first.map(({ id, name, unit }) => (
          <li key={id}>
            <Link to="/t/$tenant/people/$person" params={{ tenant, person: id }} search={{}}>
              {name}
            </Link>{' '}
            ({unit})
          </li>
        ))}
        {people > first.length && <li>{words.t('importDesk.moreOfThem', { count: people })}</li>}
      </ul>
    </details>
  );
};

/** What somebody should know before he agrees: the same file again, who leaves, who is absent, what is taken away. */
export const CheckNotices = ({ tenant, it, preview }: { tenant: string; it: RosterImport; preview: ImportPreview }) => {
  const words = useWords();
  const { departing, stranded, absent, removals, encoding, claims, reading } = preview;
  const warnings = [
    ...(departing.people > 0 ? [{ text: words.t('importDesk.departing', { count: departing.people }), of: departing }] : []),
    ...(stranded.people > 0 ? [{ text: words.t('importDesk.stranded', { count: stranded.people }), of: stranded }] : []),
  ];
  const notes = [
    ...(reading?.layout.how === 'saved' ? [words.t('importDesk.layoutSaved', { name: reading.layout.name ?? '' })] : []),
    ...(claims > 0 ? [words.t('importDesk.claims', { count: claims })] : []),
    ...(encoding === 'unicode' ? [] : [words.t('importDesk.encoding', { encoding: encoding.toUpperCase() })]),
  ];
  const lastDay = (to: string | null): string => (to === null ? '' : words.t('importDesk.removalTo', { to }));
  return (
    <>
      {it.sameFile && (
        <Notice tone="warn">
          {words.t('importDesk.sameFile', { by: it.sameFile.by, at: words.moment(it.sameFile.at) })}{' '}
          <Link to="/t/$tenant/imports/$import" params={{ tenant, import: it.sameFile.id }} search={{}}>
            {words.t('importDesk.sameFileOpen')}
          </Link>
        </Notice>
      )}
      {warnings.map(({ text, of }) => (
        <Notice key={text} tone="warn">
          <p>{text}</p>
          <Names tenant={tenant} of={of} />
        </Notice>
      ))}
      {removals.length > 0 && (
        <Notice tone="warn">
          <h2>{words.t('importDesk.removals')}</h2>
          <ul className={styles['inNotice']}>
            {removals.map((removal, at) => (
              <li key={at}>
                {words.t('importDesk.removal', { subject: removal.subject, what: removal.what, from: removal.from, to: lastDay(removal.to) })}
                {': '}
                {removal.left.length === 0 ? words.t('importDesk.removalGone') : removal.left.map(({ from, to }) => words.t('importDesk.removalLeft', { from, to: lastDay(to) })).join('; ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {absent !== null && absent.people > 0 && (
        <div className={styles['note']}>
          <p>{words.t('importDesk.absent', { count: absent.people })}</p>
          <Names tenant={tenant} of={absent} />
        </div>
      )}
      {notes.map((text) => (
        <p key={text} className={styles['note']}>
          {text}
        </p>
      ))}
    </>
  );
};
