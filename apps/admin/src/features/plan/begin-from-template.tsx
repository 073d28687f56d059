import { Button, Modal } from '@mantine/core';
import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { readDay } from '@saubac/ui/dates';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, useFormFaults, useWords } from '../../shell/index.ts';
import { adaptTemplate, usualIssuer, usualTitle } from './adapt-template.ts';
import { beginDraft } from './mutations.ts';
import { draftQuery } from './queries.ts';
import styles from './plan.module.css';

type Parts = { tenant: string; tenantName: string; opened: boolean; onClose: () => void; onBegun: (draft: string) => void };

const fields = ['title', 'number', 'issuer', 'issuedOn'] as const;

const Form = ({ tenant, tenantName, onClose, onBegun }: Omit<Parts, 'opened'>) => {
  const words = useWords();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const begin = useMutation(beginDraft(queries, tenant, key));
  const { faults, take, clear } = useFormFaults(fields);
  const form = useProductForm({
    defaultValues: { title: usualTitle(tenantName).vi, number: '', issuer: usualIssuer(tenantName).vi, issuedOn: '' },
    onSubmit: async ({ value }) => {
      clear();
      const { issuedOn, ...rest } = value;
      try {
        const draft = await begin.mutateAsync({ from: 'national-plan' });
        const document = adaptTemplate(draft.document, { tenant, ...rest, issuedOn: readDay(issuedOn) ?? null });
        const adapted = await ask((api) => api.changePlanDraft({ params: { tenant, id: draft.id }, headers: { 'if-match': `"${draft.version}"` }, body: { document } }));
        queries.setQueryData(draftQuery(tenant, draft.id).queryKey, adapted);
        onBegun(draft.id);
      } catch (error) {
        take(error);
      }
    },
  });
  return (
    <form.AppForm>
      <form.FormFrame>
        <p className={styles['soft']}>{words.t('planEditor.templateAbout')}</p>
        <FaultSummary faults={faults} />
        <form.AppField name="title" validators={{ onSubmit: ({ value }) => (value.trim() === '' ? words.t('planEditor.titleNeeded') : undefined) }}>
          {(field) => <field.TextField label={words.t('planForm.field-planTitle')} autoFocus />}
        </form.AppField>
        <form.AppField name="issuer" validators={{ onSubmit: ({ value }) => (value.trim() === '' ? words.t('planEditor.issuerNeeded') : undefined) }}>
          {(field) => <field.TextField label={words.t('planForm.field-issuer')} />}
        </form.AppField>
        <form.AppField name="number">{(field) => <field.TextField label={words.t('planForm.field-number')} hint={words.t('planEditor.numberHint')} />}</form.AppField>
        <form.AppField name="issuedOn" validators={{ onSubmit: ({ value }) => (value.trim() === '' || readDay(value) ? undefined : words.t('shell.dayWrong')) }}>
          {(field) => <field.TextField label={words.t('planForm.field-issuedOn')} hint={words.t('planEditor.dayHint')} inputMode="numeric" />}
        </form.AppField>
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <form.SubmitButton>{words.t('planEditor.beginDraft')}</form.SubmitButton>
        </div>
      </form.FormFrame>
    </form.AppForm>
  );
};

/** Begins the plan of a province with the national one: what the province says of its own document, and the rest is there. */
export const BeginFromTemplate = ({ opened, onClose, ...parts }: Parts) => {
  const words = useWords();
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={words.t('planEditor.fromTemplate')} closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <Form {...parts} onClose={onClose} />
    </Modal>
  );
};
