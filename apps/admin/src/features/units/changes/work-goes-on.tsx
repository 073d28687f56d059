import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import { changeMutations } from './mutations.ts';
import type { Change } from './queries.ts';

/** A large change is being worked out or written: how far it is, and a way to stop it. Who leaves finds it further when he comes back. */
export const WorkGoesOn = ({ tenant, change, mayStop }: { tenant: string; change: Change; mayStop: boolean }) => {
  const words = useWords();
  const cancel = useMutation(changeMutations(useQueryClient(), tenant).cancel);
  const told = words.t(change.state === 'previewing' ? 'unitTree.previewGoesOn' : 'unitTree.commitGoesOn');
  return (
    <div className={styles['work']}>
      <p id="work-told" role="status">{told} {words.percent(change.progress)}</p>
      <progress aria-labelledby="work-told" value={change.progress} max={100} />
      <p className={styles['soft']}>{words.t('unitTree.workAbout')}</p>
      {mayStop && <div><Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(change.id)}>{words.t('unitTree.stop')}</Button></div>}
    </div>
  );
};
