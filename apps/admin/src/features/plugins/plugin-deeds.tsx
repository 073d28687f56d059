import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { type Deed, deedsOf } from './deeds-of.ts';
import styles from './plugins.module.css';
import type { Plugin } from './queries.ts';

/** The buttons of what can be done with a plugin; each is tried out before it is asked for. */
export const PluginDeeds = ({ tenant, plugin, underWay, readsPlan }: { tenant: string; plugin: Plugin; underWay: boolean; readsPlan: boolean }) => {
  const words = useWords();
  const [deed, setDeed] = useState<Deed>();
  const deeds = deedsOf(plugin);
  return (
    <div className={styles['deeds']}>
      {deeds.map((it, at) => (
        <Button key={it.word} disabled={underWay} {...(at === 0 && it.act === 'enable' ? {} : { variant: 'default' })} onClick={() => setDeed(it)}>
          {words.t(`extensions.deed-${it.word}`)}
        </Button>
      ))}
      {deed && <ChangeDialog tenant={tenant} plugin={plugin} deed={deed} readsPlan={readsPlan} onClose={() => setDeed(undefined)} />}
    </div>
  );
};
