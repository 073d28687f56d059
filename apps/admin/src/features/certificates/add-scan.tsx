import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { largestScan, sendScan } from './send-scan.ts';

type Told = { tone: 'plain' | 'bad'; text: string };

/** Adds a scan to a certificate: how far it is, that it can be stopped, and in words why one is not taken. */
export const AddScan = ({ tenant, certificate }: { tenant: string; certificate: string }) => {
  const words = useWords();
  const queries = useQueryClient();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; percent: number; stop: AbortController }>();
  const [told, setTold] = useState<Told>();
  const send = async (file: File) => {
    if (file.size > largestScan) return setTold({ tone: 'bad', text: words.t('certificateDesk.tooLarge', { name: file.name, size: Math.ceil(file.size / 100_000) / 10 }) });
    const stop = new AbortController();
    setTold(undefined);
    setSending({ name: file.name, percent: 0, stop });
    try {
      await sendScan({ tenant, certificate, file, signal: stop.signal, onProgress: (percent) => setSending({ name: file.name, percent, stop }) });
      setTold({ tone: 'plain', text: words.t('certificateDesk.sent', { name: file.name }) });
      await queries.invalidateQueries({ queryKey: ['t', tenant, 'certificate', certificate] });
    } catch (error) {
      if (!stop.signal.aborted) setTold({ tone: 'bad', text: error instanceof Refused ? words.text(error.problem.text) : words.t('shell.unreachable') });
    } finally {
      setSending(undefined);
    }
  };
  return (
    <div className={styles['add']} data-screen-only>
      <input
        ref={input} id={id} type="file" className={styles['file']} accept="application/pdf,image/png,image/jpeg,image/webp,image/heic,.heic" aria-describedby={`${id}-hint`} disabled={sending !== undefined}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void send(file);
        }}
      />
      <label htmlFor={id} className={styles['fileLabel']} aria-disabled={sending !== undefined || undefined}>
        {words.t('certificateDesk.evidenceAdd')}
      </label>
      <span id={`${id}-hint`} className={styles['soft']}>
        {words.t('certificateDesk.evidenceAddHint')}
      </span>
      {sending && (
        <div className={styles['sending']}>
          <span role="status">{sending.percent >= 100 ? words.t('certificateDesk.sendingChecked', { name: sending.name }) : words.t('certificateDesk.sending', { name: sending.name, share: sending.percent })}</span>
          <progress value={sending.percent} max={100} aria-label={sending.name} />
          <Button size="xs" variant="default" onClick={() => sending.stop.abort()}>
            {words.t('certificateDesk.giveUp')}
          </Button>
        </div>
      )}
      {told && (
        <Notice tone={told.tone} live>
          {told.text}
        </Notice>
      )}
    </div>
  );
};
