import { useEffect, useRef } from 'react';
import { useUiWords } from '../words/index.ts';
import styles from './form.module.css';

/** All that is wrong with a form, above it, each fault a link to its field. It takes the focus when it appears, so that nobody looks for it. */
export const FaultSummary = ({ faults }: { faults: readonly { field?: string; text: string }[] }) => {
  const words = useUiWords();
  const box = useRef<HTMLDivElement>(null);
  const told = faults.map((it) => it.text).join('\n');
  useEffect(() => {
    if (told !== '') box.current?.focus();
  }, [told]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className={styles['summary']} role="alert" tabIndex={-1}>
      <h2>{words.formFaults}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={`${field ?? ''} ${text}`}>{field ? <a href={`#field-${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
};
