import { Button, Modal } from '@mantine/core';
import { LoadingRows, Notice } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import type { Deed } from './deeds-of.ts';
import { Findings } from './findings.tsx';
import { changePlugin, rehearsePlugin } from './mutations.ts';
import styles from './plugins.module.css';
import { changeQuery, isUnderWay, type Plugin, type PluginChange } from './queries.ts';

type Parts = { tenant: string; plugin: Plugin; deed: Deed; readsPlan: boolean; onClose: () => void };

/** Tries the change out when it is opened, and gives what was found. */
const useRehearsal = (tenant: string, plugin: string, deed: Deed): { change: PluginChange | undefined; error: unknown; again: () => void } => {
  const rehearse = useMutation(rehearsePlugin(tenant, plugin));
  const { mutate } = rehearse;
  useEffect(() => mutate(deed.act), [mutate, deed.act]);
  const asked = rehearse.data;
  const followed = useQuery({ ...changeQuery(tenant, plugin, asked?.id ?? ''), enabled: asked !== undefined && isUnderWay(asked) });
  const change = followed.data ?? asked;
  return { change: change && !isUnderWay(change) ? change : undefined, error: rehearse.error ?? followed.error, again: () => mutate(deed.act) };
};

/** A change of a plugin: what it would do, as a rehearsal found, what stands in its way, and the button that does it. */
export const ChangeDialog = ({ tenant, plugin, deed, readsPlan, onClose }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const { change, error, again } = useRehearsal(tenant, plugin.id, deed);
  const begin = useMutation(changePlugin(queries, tenant, plugin.id));
  const possible = change?.state === 'done' && (change.findings?.blockedBy.length ?? 0) === 0;
  const fault = begin.error ?? error;
  const close = words.t('shell.close');
  return (
    <Modal opened onClose={onClose} title={words.t(`extensions.ask-${deed.word}`, { plugin: words.text(plugin.title) })} size="lg" centered closeButtonProps={{ 'aria-label': close }}>
      <div className={styles['dialog']}>
        <p>{words.t(`extensions.about-${deed.word}`)}</p>
        {!change && !fault && (
          <>
            <p className={styles['soft']}>{words.t('extensions.rehearsing')}</p>
            <LoadingRows rows={3} height="2rem" />
          </>
        )}
        {change && <Findings tenant={tenant} change={change} readsPlan={readsPlan} />}
        {fault !== null && fault !== undefined && (
          <Notice tone="bad" live>
            <p>{fault instanceof Refused ? words.text(fault.problem.text) : words.t('shell.unreachable')}</p>
            {fault === error && (
              <Button variant="default" size="xs" onClick={again}>
                {words.t('shell.retry')}
              </Button>
            )}
          </Notice>
        )}
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.t('shell.cancel')}
          </Button>
          <Button
            {...(deed.act === 'enable' ? {} : { color: 'red.9' })} disabled={!possible} loading={begin.isPending}
            onClick={() => begin.mutate({ act: deed.act, key }, { onSuccess: onClose })}
          >
            {words.t(`extensions.deed-${deed.word}`)}
          </Button>
        </div>
      </div>
    </Modal>
  );
};
