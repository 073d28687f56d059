import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import { beginDraft } from './mutations.ts';
import { type FileFault, readPlanFile } from './plan-file.ts';
import styles from './plan.module.css';

/** Begins a draft with a plan file from this machine. What is wrong in it is listed in the editor, so nothing needs to be mended before. */
export const BeginFromFile = ({ tenant, onBegun }: { tenant: string; onBegun: (draft: string) => void }) => {
  const words = useWords();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [fault, setFault] = useState<FileFault>();
  const begin = useMutation({ ...beginDraft(queries, tenant, key), onSuccess: (draft) => onBegun(draft.id) });
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = readPlanFile(await file.text());
    setFault('fault' in read ? read.fault : undefined);
    if ('document' in read) begin.mutate({ from: 'file', document: read.document }, { onSettled: () => setKey(crypto.randomUUID()) });
  };
  const refused = begin.error instanceof Refused ? words.text(begin.error.problem.text) : begin.error ? words.t('shell.unreachable') : undefined;
  const told = fault ? words.t(`planEditor.file-${fault}`) : refused;
  return (
    <>
      <input ref={input} type="file" accept=".json,application/json" hidden data-plan-file onChange={(event) => void take(event.currentTarget.files?.[0]).finally(() => input.current && (input.current.value = ''))} />
      <Button variant="default" loading={begin.isPending} onClick={() => input.current?.click()}>
        {words.t('planEditor.fromFile')}
      </Button>
      {told !== undefined && (
        <p className={styles['wrong']} role="alert">
          {told}
        </p>
      )}
    </>
  );
};
