import { Button, Modal } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, savedMeanwhile, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { GiveUp } from './give-up.tsx';
import { approveClose } from './mutations.ts';
import type { Close } from './queries.ts';
import { SendBack } from './send-back.tsx';
import { useCloseWords } from './use-close-words.ts';

const SignDialog = ({ tenant, close, opened, onClose }: { tenant: string; close: Close; opened: boolean; onClose: () => void }) => {
  const words = useWords();
  const named = useCloseWords();
  const sign = useMutation(approveClose(useQueryClient(), tenant, close));
  const refused = sign.error instanceof Refused ? (savedMeanwhile(sign.error) ? words.t('closing.changed') : words.text(sign.error.problem.text)) : words.t('shell.unreachable');
  return (
    <Modal opened={opened} onClose={onClose} centered title={words.t('closing.signTitle')} closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <p>{words.t('closing.signAbout', { period: named.period(close), number: close.number, day: close.cutOff })}</p>
      {close.digest !== null && <p className={styles['digest']}>{words.t('closing.signDigest', { digest: close.digest })}</p>}
      {sign.error && (
        <Notice tone="bad" live>
          {refused}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {words.t('closing.notSign')}
        </Button>
        <Button loading={sign.isPending} onClick={() => sign.mutate(undefined, { onSuccess: onClose })}>
          {words.t('closing.sign')}
        </Button>
      </div>
    </Modal>
  );
};

type Parts = { tenant: string; close: Close; /** Who reads this. */ me: string; maySign: boolean; mayCancel: boolean };

/** A frozen close that waits for its second person: signing it, or giving it up. Who prepared it is told that another signs. */
export const ToSign = ({ tenant, close, me, maySign, mayCancel }: Parts) => {
  const words = useWords();
  const [asked, setAsked] = useState<'sign' | 'send-back' | 'give-up'>();
  const own = close.prepared.id === me;
  return (
    <div className={styles['box']} data-screen-only>
      <h2>{words.t('closing.toSign')}</h2>
      <p>{maySign && !own ? words.t('closing.toSignOther') : words.t('closing.toSignYours', { roles: words.t('closing.toSignRoles') })}</p>
      <div className={styles['actions']}>
        {maySign && !own && <Button onClick={() => setAsked('sign')}>{words.t('closing.sign')}</Button>}
        {maySign && !own && (
          <Button variant="default" onClick={() => setAsked('send-back')}>
            {words.t('closing.sendBack')}
          </Button>
        )}
        {mayCancel && (own || !maySign) && (
          <Button variant="default" onClick={() => setAsked('give-up')}>
            {words.t('closing.giveUp')}
          </Button>
        )}
      </div>
      <SignDialog tenant={tenant} close={close} opened={asked === 'sign'} onClose={() => setAsked(undefined)} />
      <SendBack tenant={tenant} close={close} opened={asked === 'send-back'} onClose={() => setAsked(undefined)} />
      <GiveUp tenant={tenant} close={close} opened={asked === 'give-up'} onClose={() => setAsked(undefined)} />
    </div>
  );
};
