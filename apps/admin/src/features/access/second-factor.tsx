import { Button } from '@mantine/core';
import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { Section } from '@saubac/ui/frame';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useFormFaults, useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { beginSecondFactor, confirmSecondFactor } from './mutations.ts';
import { SecondFactorOn } from './second-factor-on.tsx';

const QrCode = lazy(() => import('./qr-code.tsx').then((it) => ({ default: it.QrCode })));

type Account = { hasPassword: boolean; secondFactor: { since: string; recoveryCodesLeft: number } | null };
type Begun = { secret: string; uri: string };

const BeginForm = ({ hasPassword, onBegun }: { hasPassword: boolean; onBegun: (begun: Begun) => void }) => {
  const words = useWords();
  const begin = useMutation(beginSecondFactor());
  const { faults, take, clear } = useFormFaults(['password'], { 'wrong-password': 'password' });
  const form = useProductForm({
    defaultValues: { password: '' },
    onSubmit: async ({ value }) => {
      clear();
      await begin.mutateAsync(hasPassword ? value.password : null).then(onBegun, take);
    },
  });
  return (
    <form.AppForm>
      <form.FormFrame>
        <FaultSummary faults={faults} />
        {hasPassword && <form.AppField name="password">{(field) => <field.PasswordField label={words.t('access.currentPassword')} autoComplete="current-password" show={words.t('access.showPassword')} />}</form.AppField>}
        <form.SubmitButton>{words.t('access.secondFactorBegin')}</form.SubmitButton>
      </form.FormFrame>
    </form.AppForm>
  );
};

const ConfirmForm = ({ begun, onCodes }: { begun: Begun; onCodes: (codes: readonly string[]) => void }) => {
  const words = useWords();
  const confirm = useMutation(confirmSecondFactor(useQueryClient()));
  const { faults, take, clear } = useFormFaults(['code'], { 'wrong-code': 'code' });
  const form = useProductForm({
    defaultValues: { code: '' },
    onSubmit: async ({ value }) => {
      clear();
      await confirm.mutateAsync(value.code.trim()).then((it) => onCodes(it.recoveryCodes), take);
    },
  });
  return (
    <div className={styles['stack']}>
      <p>{words.t('access.secondFactorScan')}</p>
      <Suspense fallback={<div className={styles['qr']} />}>
        <QrCode text={begun.uri} label={words.t('access.secondFactorQr')} />
      </Suspense>
      <p className={styles['about']}>{words.t('access.secondFactorSecret')}</p>
      <p className={styles['secret']}>{begun.secret}</p>
      <form.AppForm>
        <form.FormFrame>
          <FaultSummary faults={faults} />
          <form.AppField name="code">{(field) => <field.TextField label={words.t('access.code')} autoComplete="one-time-code" inputMode="numeric" autoFocus />}</form.AppField>
          <form.SubmitButton>{words.t('access.secondFactorConfirm')}</form.SubmitButton>
        </form.FormFrame>
      </form.AppForm>
    </div>
  );
};

const RecoveryCodes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const words = useWords();
  return (
    <div className={styles['stack']}>
      <h3>{words.t('access.recoveryCodes')}</h3>
      <p>{words.t('access.recoveryCodesAbout')}</p>
      <ul className={styles['codes']}>
        {codes.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
      <Button onClick={onKept}>{words.t('access.recoveryKept')}</Button>
    </div>
  );
};

/** The second factor: how it stands, and setting it up step by step (password, app, first code, recovery codes). */
export const SecondFactor = ({ account }: { account: Account }) => {
  const words = useWords();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<readonly string[]>();
  const taken = (them: readonly string[]) => {
    setBegun(undefined);
    setCodes(them);
  };
  const step = () => {
    if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />;
    if (account.secondFactor) {
      const { since, recoveryCodesLeft } = account.secondFactor;
      return <SecondFactorOn since={since} recoveryCodesLeft={recoveryCodesLeft} hasPassword={account.hasPassword} onCodes={setCodes} />;
    }
    if (begun) return <ConfirmForm begun={begun} onCodes={taken} />;
    return (
      <div className={styles['form']}>
        <p className={styles['about']}>{words.t('access.secondFactorOff')}</p>
        <BeginForm hasPassword={account.hasPassword} onBegun={setBegun} />
      </div>
    );
  };
  return <Section title={words.t('access.secondFactor')}>{step()}</Section>;
};
