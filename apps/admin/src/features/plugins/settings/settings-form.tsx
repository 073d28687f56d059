import { Button } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ChangedMeanwhile, savedMeanwhile, useFormFaults, useUnsavedGuard, useWords } from '../../../shell/index.ts';
import { changePluginSettings } from '../mutations.ts';
import { type PluginSettings, pluginSettingsQuery } from '../queries.ts';
import { type Draft, differing, draftOf, valuesOf } from './draft.ts';
import { fieldsOf, flat, type SettingField } from './fields.ts';
import { SettingInput } from './setting-input.tsx';
import styles from './settings.module.css';

type Fault = { field?: string; text: string };

const decimalOf = (locale: string): string => (locale === 'vi' ? ',' : '.');

/** What of a form can't be read, and what the server refused, under the paths of the fields. */
const useSettingFaults = (fields: readonly SettingField[]) => {
  const words = useWords();
  const [unread, setUnread] = useState<readonly Fault[]>([]);
  const refused = useFormFaults(flat(fields).map((it) => `values.${it.path}`));
  const bare = (name: string) => name.replace(/^values\./, '');
  const labelOf = (path: string) => flat(fields).find((it) => it.path === path)?.label;
  const named = ({ field, text }: Fault): Fault => {
    if (field === undefined) return { text };
    const label = labelOf(bare(field));
    return { field: bare(field), text: label ? words.t('extensions.faultOf', { field: words.text(label), text }) : text };
  };
  const all = [...unread, ...refused.faults];
  return {
    summary: all.map(named),
    of: (path: string) => all.find((it) => it.field !== undefined && bare(it.field) === path)?.text,
    take: refused.take,
    clear: () => {
      setUnread([]);
      refused.clear();
    },
    tell: setUnread,
  };
};

const shown = (value: Draft[string] | undefined, yes: string, no: string): string => (typeof value === 'boolean' ? (value ? yes : no) : (value ?? ''));

/** The settings of a plugin, in a form that is made from their schema. Checked by the plugin when they are saved; two who save at once see both. */
export const SettingsForm = ({ tenant, saved, onSaved }: { tenant: string; saved: PluginSettings; onSaved: (version: number) => void }) => {
  const words = useWords();
  const queries = useQueryClient();
  const { plugin } = saved;
  const save = useMutation(changePluginSettings(queries, tenant, plugin, onSaved));
  const fields = useMemo(() => fieldsOf(saved.schema, saved.fields), [saved]);
  const decimal = decimalOf(words.locale);
  const first = useMemo(() => draftOf(fields, saved.values, decimal), [fields, saved.values, decimal]);
  const [draft, setDraft] = useState<Draft>(first);
  const faults = useSettingFaults(fields);
  const dirty = JSON.stringify(draft) !== JSON.stringify(first);
  const guard = useUnsavedGuard(dirty && !save.isPending);
  const meanwhile = savedMeanwhile(save.error)?.current as PluginSettings | undefined;
  const send = (version: number) => {
    faults.clear();
    const { values, unreadable } = valuesOf(fields, draft, saved.values);
    if (unreadable.length > 0) return faults.tell(unreadable.map(({ path, kind }) => ({ field: path, text: words.t(kind === 'day' ? 'shell.dayWrong' : `extensions.wrong-${kind}`) })));
    save.mutate({ values, version }, { onError: (error) => (savedMeanwhile(error) ? undefined : faults.take(error)) });
  };
  const input = (field: SettingField) => (
    <SettingInput
      key={field.path} field={field} value={draft[field.path]} fault={faults.of(field.path)} secretSet={saved.secretsSet.includes(field.path)} readOnly={!saved.editable}
      onChange={(value) => setDraft((now) => ({ ...now, [field.path]: value }))}
    />
  );
  const theirs = meanwhile && draftOf(fields, meanwhile.values, decimal);
  const told = (value: Draft[string] | undefined) => shown(value, words.t('extensions.yes'), words.t('extensions.no'));
  return (
    <form
      className={styles['form']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(saved.version);
      }}
    >
      {guard}
      <FaultSummary faults={faults.summary} />
      {fields.map((field) =>
        field.kind === 'group' ? (
          <fieldset key={field.path} className={styles['group']}>
            <legend>{words.text(field.label)}</legend>
            {field.about && <p className={styles['hint']}>{words.text(field.about)}</p>}
            {field.fields.map(input)}
          </fieldset>
        ) : (
          input(field)
        ),
      )}
      {saved.editable && (
        <div>
          <Button type="submit" disabled={!dirty} loading={save.isPending}>
            {words.t('extensions.save')}
          </Button>
        </div>
      )}
      {meanwhile && theirs && (
        <ChangedMeanwhile
          opened busy={save.isPending} onClose={save.reset} onKeepYours={() => send(meanwhile.version)} onKeepTheirs={() => queries.setQueryData(pluginSettingsQuery(tenant, plugin).queryKey, meanwhile)}
          differences={differing(fields, draft, theirs).map((it) => ({ label: words.text(it.label), yours: it.secret ? words.t('extensions.secretTyped') : told(draft[it.path]), theirs: told(theirs[it.path]) }))}
        />
      )}
    </form>
  );
};
