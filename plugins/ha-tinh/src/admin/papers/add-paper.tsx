import { Button, FileButton, NativeSelect } from '@mantine/core';
import { faultsOf, usePlugin } from '@saubac/plugin-api/admin';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { fileAnswer, type PaperKind, paperKinds, type PaperOwner } from '../../papers/wire.ts';
import styles from '../parts/parts.module.css';
import { useWords } from '../parts/use-lao.ts';

const taken = 'application/pdf,image/png,image/jpeg,image/webp,.docx,.xlsx';

/** Adds a file as a paper of the kind that is chosen; sent as soon as it is picked. */
export const AddPaper = ({ of, path }: { of: PaperOwner; path: string }) => {
  const { api, tenant, plugin } = usePlugin();
  const { t } = useWords();
  const queries = useQueryClient();
  const [kind, setKind] = useState<PaperKind>(paperKinds[of][0]);
  const add = useMutation({
    mutationFn: (file: File) => api.upload(`${path}?kind=${kind}`, file, fileAnswer),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['x', plugin, tenant, path] }),
  });
  return (
    <>
      <div className={styles['adding']}>
        <NativeSelect label={t('paper.kind')} value={kind} data={paperKinds[of].map((it) => ({ value: it, label: t(`paper.kind.${it}`) }))} onChange={(event) => setKind(event.currentTarget.value as PaperKind)} />
        <FileButton accept={taken} onChange={(file) => file && add.mutate(file)}>
          {(props) => <Button variant="default" loading={add.isPending} aria-describedby={`${of}-paper-hint`} {...props}>{t('paper.add')}</Button>}
        </FileButton>
        <span id={`${of}-paper-hint`} className={styles['soft']}>{t('paper.hint')}</span>
      </div>
      {add.isSuccess && <Notice live>{t('paper.added', { name: add.variables.name })}</Notice>}
      {add.isError && <Notice tone="bad" live>{faultsOf(add.error).map((it) => it.text).join(' ')}</Notice>}
    </>
  );
};
