import { Button, NativeSelect, TextInput } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangedMeanwhile, savedMeanwhile, useFormFaults, useSetLocale, useUnsavedGuard, useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { changeAccount } from './mutations.ts';
import { accountQuery } from './queries.ts';

type Profile = { name: string; locale: 'vi' | 'en'; version: number };

/** What one is called, and the language of mails and of screens on a machine where none was chosen. */
export const OwnProfile = ({ account }: { account: Profile }) => {
  const words = useWords();
  const queries = useQueryClient();
  const setLocale = useSetLocale();
  const save = useMutation(changeAccount(queries));
  const [name, setName] = useState(account.name);
  const [locale, setLocaleField] = useState(account.locale);
  const { faults, take, clear } = useFormFaults(['name'], { 'display-name-blank': 'name' });
  const dirty = name.trim() !== account.name || locale !== account.locale;
  const guard = useUnsavedGuard(dirty && !save.isPending);
  const current = savedMeanwhile(save.error)?.current as Profile | undefined;
  const language = (it: 'vi' | 'en') => words.t(`ownAccount.language-${it}`);
  const send = (version: number) => {
    clear();
    save.mutate(
      { name: name.trim(), locale, version },
      { onSuccess: () => void (locale !== words.locale && setLocale(locale)), onError: (error) => (savedMeanwhile(error) ? undefined : take(error)) },
    );
  };
  return (
    <Section title={words.t('ownAccount.profile')}>
      <form
        className={`${styles['form']} ${styles['dialog']}`} noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(account.version);
        }}
      >
        {guard}
        <FaultSummary faults={faults} />
        <TextInput id="field-name" label={words.t('ownAccount.name')} value={name} autoComplete="name" error={faults.find((it) => it.field === 'name')?.text} onChange={(event) => setName(event.currentTarget.value)} />
        <NativeSelect
          label={words.t('ownAccount.language')} description={words.t('ownAccount.languageHint')} value={locale} onChange={(event) => setLocaleField(event.currentTarget.value === 'en' ? 'en' : 'vi')}
          data={(['vi', 'en'] as const).map((it) => ({ value: it, label: language(it) }))}
        />
        <div>
          <Button type="submit" variant="default" disabled={!dirty} loading={save.isPending}>
            {words.t('ownAccount.save')}
          </Button>
        </div>
        {save.isSuccess && !dirty && <Notice live>{words.t('ownAccount.saved')}</Notice>}
      </form>
      {current && (
        <ChangedMeanwhile
          opened busy={save.isPending} onClose={save.reset} onKeepYours={() => send(current.version)}
          differences={[
            ...(name.trim() === current.name ? [] : [{ label: words.t('ownAccount.name'), yours: name.trim(), theirs: current.name }]),
            ...(locale === current.locale ? [] : [{ label: words.t('ownAccount.language'), yours: language(locale), theirs: language(current.locale) }]),
          ]}
          onKeepTheirs={() => {
            setName(current.name);
            setLocaleField(current.locale);
            save.reset();
            void queries.invalidateQueries({ queryKey: accountQuery().queryKey });
          }}
        />
      )}
    </Section>
  );
};
