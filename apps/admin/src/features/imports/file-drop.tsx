import { type DragEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import upload from './upload.module.css';

type Parts = { file: File | undefined; fault: string | undefined; onPick: (file: File) => void };

/** A file, dropped here or picked; the picker is a button for whoever works by keyboard. */
export const FileDrop = ({ file, fault, onPick }: Parts) => {
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onPick(dropped);
  };
  return (
    <div
      className={upload['drop']} data-over={over || undefined} data-wrong={fault !== undefined || undefined} onDragLeave={() => setOver(false)} onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
    >
      <label htmlFor={id} className={upload['dropLabel']}>
        {words.t('importDesk.fileField')}
      </label>
      <p className={styles['soft']} id={`${id}-hint`}>
        {words.t('importDesk.fileHint')}
      </p>
      {file && (
        <p className={upload['picked']} role="status">
          {words.t('importDesk.chosen', { name: file.name })}
        </p>
      )}
      {fault !== undefined && (
        <p className={styles['fault']} id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <div className={upload['dropLine']}>
        {!file && <span className={upload['dropWords']}>{words.t('importDesk.dropHere')}</span>}
        <input
          ref={input} id={id} type="file" accept=".xlsx,.csv,.xls,.ods" className={upload['fileInput']} aria-describedby={`${id}-hint${fault === undefined ? '' : ` ${id}-fault`}`} aria-invalid={fault !== undefined || undefined}
          onChange={(event) => {
            const [picked] = event.currentTarget.files ?? [];
            if (picked) onPick(picked);
          }}
        />
        <button type="button" tabIndex={-1} aria-hidden="true" className={upload['pick']} onClick={() => input.current?.click()}>
          {words.t(file ? 'importDesk.otherFile' : 'importDesk.pickFile')}
        </button>
      </div>
    </div>
  );
};
