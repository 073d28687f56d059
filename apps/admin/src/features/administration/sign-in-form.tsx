import { Button, PasswordInput, TextInput } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangedMeanwhile, savedMeanwhile, useFormFaults, useUnsavedGuard, useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { CheckField } from './check-field.tsx';
import { changeSignIn } from './mutations.ts';
import { type SignInSettings, signInSettingsQuery } from './queries.ts';
import { changeOf, fieldsOf, isChanged, type SignInFields } from './sign-in-fields.ts';
import { useSignInDifferences } from './sign-in-differences.ts';

const aliases = { 'issuer-not-allowed': 'issuer', 'client-id-blank': 'clientId', 'client-secret-missing': 'clientSecret', 'email-domains-missing': 'emailDomains', 'email-domain-invalid': 'emailDomains' };

/** How one signs in to the tenant; it holds at once, for sessions that are open too. */
export const SignInForm = ({ tenant, saved }: { tenant: string; saved: SignInSettings }) => {
  const words = useWords();
  const queries = useQueryClient();
  const save = useMutation(changeSignIn(queries, tenant));
  const [fields, setFields] = useState(() => fieldsOf(saved));
  const { faults, take, clear } = useFormFaults(['issuer', 'clientId', 'clientSecret', 'emailDomains'], aliases);
  const differences = useSignInDifferences();
  const dirty = isChanged(saved, fields);
  const guard = useUnsavedGuard(dirty && !save.isPending);
  const change = (more: Partial<SignInFields>) => setFields((now) => ({ ...now, ...more }));
  const faultOf = (field: string) => faults.find((it) => it.field === field)?.text;
  const meanwhile = savedMeanwhile(save.error)?.current as SignInSettings | undefined;
  const send = (version: number) => {
    clear();
    save.mutate({ ...changeOf(fields), version }, { onError: (error) => (savedMeanwhile(error) ? undefined : take(error)) });
  };
  const text = (name: 'issuer' | 'clientId' | 'domains', field: string) => (
    <TextInput
      id={`field-${field}`} label={words.t(`administration.${name}`)} description={words.t(`administration.${name}Hint`)} value={fields[name]} error={faultOf(field)} autoComplete="off"
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={styles['form']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(saved.version);
      }}
    >
      {guard}
      <FaultSummary faults={faults} />
      <CheckField label={words.t('administration.required')} about={words.t('administration.requiredAbout')} checked={fields.secondFactorRequired} onChange={(secondFactorRequired) => change({ secondFactorRequired })} />
      <CheckField label={words.t('administration.sso')} about={words.t('administration.ssoAbout')} checked={fields.connected} onChange={(connected) => change({ connected })} />
      {fields.connected && (
        <div className={styles['inner']}>
          <div>
            <div className={styles['label']}>{words.t('administration.callback')}</div>
            <code className={styles['code']}>{saved.callback}</code>
            <div className={styles['soft']}>{words.t('administration.callbackAbout')}</div>
          </div>
          {text('issuer', 'issuer')}
          {text('clientId', 'clientId')}
          <PasswordInput
            id="field-clientSecret" label={words.t('administration.clientSecret')} description={words.t(saved.singleSignOn ? 'administration.clientSecretKept' : 'administration.clientSecretHint')} value={fields.clientSecret}
            error={faultOf('clientSecret')} autoComplete="off" visibilityToggleButtonProps={{ 'aria-label': words.t('access.showPassword'), tabIndex: 0 }} onChange={(event) => change({ clientSecret: event.currentTarget.value })}
          />
          {text('domains', 'emailDomains')}
          <CheckField label={words.t('administration.isSecondFactor')} about={words.t('administration.isSecondFactorAbout')} checked={fields.isSecondFactor} onChange={(isSecondFactor) => change({ isSecondFactor })} />
        </div>
      )}
      {dirty && <TextInput label={words.t('administration.why')} description={words.t('administration.whyHint')} value={fields.why} maxLength={500} onChange={(event) => change({ why: event.currentTarget.value })} />}
      <div className={styles['deeds']}>
        <Button type="submit" disabled={!dirty} loading={save.isPending}>{words.t('administration.save')}</Button>
      </div>
      {save.isSuccess && !dirty && <Notice live>{words.t('administration.saved')}</Notice>}
      {meanwhile && (
        <ChangedMeanwhile
          opened busy={save.isPending} differences={differences(changeOf(fields), meanwhile)} onClose={save.reset} onKeepYours={() => send(meanwhile.version)}
          onKeepTheirs={() => queries.setQueryData(signInSettingsQuery(tenant).queryKey, meanwhile)}
        />
      )}
    </form>
  );
};
