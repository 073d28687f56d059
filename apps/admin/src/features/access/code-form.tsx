import { Button } from '@mantine/core';
import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { ask, useFormFaults, useWords } from '../../shell/index.ts';
import { filledIn } from './filled-in.ts';

/** The code of the second factor, or a recovery code. */
export const CodeForm = ({ onDone, onOtherAccount }: { onDone: () => void; onOtherAccount: () => void }) => {
  const words = useWords();
  const queries = useQueryClient();
  const { faults, take, clear } = useFormFaults(['code'], { 'wrong-code': 'code' });
  const form = useProductForm({
    defaultValues: { code: '' },
    validators: { onSubmit: filledIn({ code: words.t('access.codeMissing') }) },
    onSubmit: async ({ value }) => {
      clear();
      try {
        await ask((api) => api.passSecondFactor({ body: { code: value.code.trim() } }));
        queries.clear();
        onDone();
      } catch (error) {
        take(error);
      }
    },
  });
  const leave = async () => {
    await ask((api) => api.signOut()).catch(() => undefined);
    onOtherAccount();
  };
  return (
    <form.AppForm>
      <form.FormFrame>
        <FaultSummary faults={faults} />
        <form.AppField name="code">{(field) => <field.TextField label={words.t('access.code')} autoComplete="one-time-code" autoFocus />}</form.AppField>
        <form.SubmitButton>{words.t('access.continue')}</form.SubmitButton>
        <div>
          <Button variant="subtle" px={0} onClick={() => void leave()}>
            {words.t('access.otherAccount')}
          </Button>
        </div>
      </form.FormFrame>
    </form.AppForm>
  );
};
