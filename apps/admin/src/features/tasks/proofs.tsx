import { Button, FileButton } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { faultText } from './fault-text.ts';
import { removeFile } from './mutations.ts';
import type { WholeDuty } from './queries.ts';
import { largestFile, sendFile } from './send-file.ts';
import styles from './tasks.module.css';

const AddFile = ({ tenant, duty }: { tenant: string; duty: string }) => {
  const words = useWords();
  const queries = useQueryClient();
  const [large, setLarge] = useState<string>();
  const add = useMutation({
    mutationFn: (file: File) => sendFile(tenant, duty, file),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['t', tenant], predicate: ({ queryKey }) => ['duties', 'case', 'inbox'].includes(String(queryKey[2])) }),
  });
  const pick = (file: File | null) => {
    setLarge(file && file.size > largestFile ? file.name : undefined);
    if (file && file.size <= largestFile) add.mutate(file);
  };
  return (
    <>
      <div className={styles['buttons']}>
        <FileButton accept="application/pdf,image/png,image/jpeg,image/webp,.xlsx" onChange={pick}>
          {(props) => <Button variant="default" loading={add.isPending} aria-describedby="proof-hint" {...props}>{words.t('tasks.fileAdd')}</Button>}
        </FileButton>
        <span id="proof-hint" className={styles['soft']}>{words.t('tasks.fileAddHint')}</span>
      </div>
      {add.isSuccess && <Notice live>{words.t('tasks.fileSent', { name: add.variables.name })}</Notice>}
      {large !== undefined && <Notice tone="bad" live>{words.t('tasks.fileTooLarge', { name: large })}</Notice>}
      {add.isError && <Notice tone="bad" live>{faultText(words, add.error)}</Notice>}
    </>
  );
};

/** The files that prove a duty. */
export const Proofs = ({ tenant, duty, works }: { tenant: string; duty: WholeDuty; works: boolean }) => {
  const words = useWords();
  const [asked, setAsked] = useState<WholeDuty['documents'][number]>();
  const remove = useMutation(removeFile(useQueryClient(), tenant, duty.id));
  return (
    <Section title={words.t('tasks.files')}>
      {duty.documents.length === 0 && <p className={styles['soft']}>{words.t('tasks.filesNone')}</p>}
      <ul className={styles['plain']}>
        {duty.documents.map((it) => (
          <li key={it.id}>
            <a href={`/api/t/${encodeURIComponent(tenant)}/duties/${duty.id}/files/${it.id}`} download>
              {it.name}
            </a>
            {works && (
              <Button size="compact-sm" variant="subtle" c="var(--bad)" aria-label={`${words.t('tasks.fileRemove')}: ${it.name}`} onClick={() => setAsked(it)}>
                {words.t('tasks.fileRemove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {works && <AddFile tenant={tenant} duty={duty.id} />}
      {remove.isError && <Notice tone="bad" live>{faultText(words, remove.error)}</Notice>}
      <ConfirmDialog
        title={words.t('tasks.fileRemove')} action={words.t('tasks.fileRemove')} opened={asked !== undefined} busy={remove.isPending} onClose={() => setAsked(undefined)}
        onConfirm={() => asked && remove.mutate(asked.id, { onSettled: () => setAsked(undefined) })}
      >
        {words.t('tasks.fileRemoveAbout', { name: asked?.name ?? '' })}
      </ConfirmDialog>
    </Section>
  );
};
