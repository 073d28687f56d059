import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { removeSecondFactor, renewRecoveryCodes } from './mutations.ts';
import { PasswordDialog } from './password-dialog.tsx';

type Parts = { since: string; recoveryCodesLeft: number; hasPassword: boolean; onCodes: (codes: readonly string[]) => void };

/** A second factor that is in force: new recovery codes, or taking it away; both ask for the password once more. */
export const SecondFactorOn = ({ since, recoveryCodesLeft, hasPassword, onCodes }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const renew = useMutation(renewRecoveryCodes(queries));
  const remove = useMutation(removeSecondFactor(queries));
  const [asking, setAsking] = useState<'renew' | 'remove'>();
  const close = () => setAsking(undefined);
  return (
    <div className={styles['stack']}>
      <p>{words.t('access.secondFactorOn', { since: words.moment(since), count: recoveryCodesLeft })}</p>
      {hasPassword && (
        <div className={styles['buttons']}>
          <Button variant="default" onClick={() => setAsking('renew')}>
            {words.t('ownAccount.renewCodes')}
          </Button>
          <Button variant="default" onClick={() => setAsking('remove')}>
            {words.t('ownAccount.removeFactor')}
          </Button>
        </div>
      )}
      <PasswordDialog
        title={words.t('ownAccount.renewCodes')} action={words.t('ownAccount.renewCodes')} opened={asking === 'renew'} onClose={close}
        onSend={async (password) => {
          const { recoveryCodes } = await renew.mutateAsync(password);
          close();
          onCodes(recoveryCodes);
        }}
      >
        {words.t('ownAccount.renewCodesAbout')}
      </PasswordDialog>
      <PasswordDialog
        title={words.t('ownAccount.removeFactorTitle')} action={words.t('ownAccount.removeFactor')} dangerous opened={asking === 'remove'} onClose={close}
        onSend={async (password) => {
          await remove.mutateAsync(password);
          close();
        }}
      >
        {words.t('ownAccount.removeFactorAbout')}
      </PasswordDialog>
    </div>
  );
};
