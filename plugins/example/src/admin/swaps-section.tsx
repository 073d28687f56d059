import { Button, TextInput } from '@mantine/core';
import { textOf, useAsk, usePlugin, useSend } from '@saubac/plugin-api/admin';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { FailedState, LoadingRows, Notice } from '@saubac/ui/states';
import { useUiWords } from '@saubac/ui/words';
import { useState } from 'react';

import { type SwapLine, swapsAnswer } from '../swaps/wire.ts';
import styles from './duties.module.css';
import { useWords } from './use-words.ts';

const Declining = ({ swap, onClose }: { swap: SwapLine; onClose: () => void }) => {
  const t = useWords();
  const [reason, setReason] = useState('');
  const decline = useSend('POST', onClose);
  const confirm = () => decline.mutate({ path: `/swaps/${swap.id}/moves`, body: { move: 'decline', version: swap.version, reason } });
  return (
    <ConfirmDialog opened title={t('example-swap.move.decline')} action={t('example-swap.move.decline')} busy={decline.isPending} onConfirm={confirm} onClose={onClose}>
      <TextInput label={t('column.why')} value={reason} error={decline.isError ? textOf(decline.error) : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmDialog>
  );
};

/** Requests for replacements, and the decision on those that wait. */
export const SwapsSection = () => {
  const { may, search, setSearch } = usePlugin();
  const { date } = useUiWords();
  const t = useWords();
  const swaps = useAsk('/swaps', swapsAnswer);
  const move = useSend('POST');
  if (swaps.isError) return <FailedState onRetry={() => void swaps.refetch()}>{textOf(swaps.error)}</FailedState>;
  if (!swaps.data) return <LoadingRows rows={2} height="2.5rem" />;
  const declined = swaps.data.items.find((it) => it.id === search['decline']);
  return (
    <Section title={t('swaps.title')}>
      {move.isError && <Notice tone="bad" live>{textOf(move.error)}</Notice>}
      {swaps.data.items.length === 0 && <p>{t('swaps.none')}</p>}
      <ul className={styles['lines']}>
        {swaps.data.items.map((it) => (
          <li key={it.id} aria-current={it.id === search['swap'] ? 'true' : undefined}>
            <span>
              {`${it.place}, ${date(it.from)}: ${it.replaced ?? '–'} → ${it.replacement ?? '–'}`}
              <small>{`${it.why} · ${t(`example-swap.state.${it.state}`)}`}</small>
            </span>
            {it.state === 'asked' && may('swap.decide') && (
              <span className={styles['buttons']}>
                <Button size="sm" loading={move.isPending} onClick={() => move.mutate({ path: `/swaps/${it.id}/moves`, body: { move: 'approve', version: it.version } })}>
                  {t('example-swap.move.approve')}
                </Button>
                <Button size="sm" variant="default" onClick={() => setSearch({ decline: it.id })}>
                  {t('example-swap.move.decline')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {declined && <Declining swap={declined} onClose={() => setSearch({ decline: undefined })} />}
    </Section>
  );
};
