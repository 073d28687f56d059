import { Button, FileButton, NativeSelect } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useRef, useState } from 'react';

import { type PaperKind, paperKinds, type PaperOwner } from '../../papers/wire.ts';
import styles from '../parts/parts.module.css';
import { textOf, useUpload, useWords } from '../parts/use-lao.ts';

const taken = 'application/pdf,image/png,image/jpeg,image/webp,.docx,.xlsx';

/** Adds a file as a paper of the kind that is chosen; sent as soon as it is picked. */
export const AddPaper = ({ of, path }: { of: PaperOwner; path: string }) => {
  const { t } = useWords();
  const [kind, setKind] = useState<PaperKind>(paperKinds[of][0]);
  const add = useUpload();
  const forget = useRef<() => void>(null);
  const send = (file: File | null): void => {
    if (file) add.mutate({ path: `${path}?kind=${kind}`, file });
    // So that the same file can be picked again after it was refused.
    forget.current?.();
  };
  return (
    <>
      <div className={styles['adding']}>
        <NativeSelect label={t('paper.kind')} value={kind} data={paperKinds[of].map((it) => ({ value: it, label: t(`paper.kind.${it}`) }))} onChange={(event) => setKind(event.currentTarget.value as PaperKind)} />
        <FileButton accept={taken} onChange={send} resetRef={forget}>
          {(props) => <Button variant="default" loading={add.isPending} aria-describedby={`${of}-paper-hint`} {...props}>{t('paper.add')}</Button>}
        </FileButton>
        <span id={`${of}-paper-hint`} className={styles['soft']}>{t('paper.hint')}</span>
      </div>
      {add.isSuccess && <Notice live>{t('paper.added', { name: add.variables.file.name })}</Notice>}
      {add.isError && <Notice tone="bad" live>{textOf(add.error)}</Notice>}
    </>
  );
};
