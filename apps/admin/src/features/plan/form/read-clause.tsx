import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { isObject, type Json } from '../json/place.ts';
import styles from './form.module.css';
import { elementsOf, textOf } from './labels.ts';

/** The words of the clause that an element comes from, and where they stand. */
export const ReadCite = ({ cite }: { cite: Json }) => {
  const words = useWords();
  const { document } = useEditing();
  if (!isObject(cite)) return null;
  const source = elementsOf(words, document, 'documents').find((it) => it.code === cite['document'])?.label ?? String(cite['document'] ?? '');
  return (
    <blockquote className={styles['cite']} lang="vi">
      {String(cite['quote'] ?? '')}
      <footer lang={words.locale}>
        {words.t('planEditor.citeAt', { document: source, clause: String(cite['clause'] ?? '') })}
        {cite['wording'] === 'summary' && ` (${words.t('planForm.wording-summary')})`}
      </footer>
    </blockquote>
  );
};

/** How an ambiguous clause was read, by whom, and what else it could mean; `plain`: what was chosen alone. */
export const ReadReading = ({ reading, plain = false }: { reading: Json; plain?: boolean }) => {
  const words = useWords();
  if (!isObject(reading)) return null;
  if (plain) return <span className={styles['soft']}>{textOf(words, reading['chosen'])}</span>;
  const alternatives = Array.isArray(reading['alternatives']) ? (reading['alternatives'] as readonly Json[]) : [];
  return (
    <div className={styles['reading']}>
      <strong>{words.t('planForm.field-reading')}</strong>
      <p>{textOf(words, reading['chosen'])}</p>
      {alternatives.map((it) => (
        <p key={JSON.stringify(it)} className={styles['soft']}>
          {words.t('planEditor.readingOther', { reading: textOf(words, it) })}
        </p>
      ))}
      <p className={styles['soft']}>{words.t('planEditor.readingBy', { by: textOf(words, reading['chosenBy']) })}</p>
      {textOf(words, reading['note']) !== '' && <p className={styles['soft']}>{textOf(words, reading['note'])}</p>}
    </div>
  );
};
