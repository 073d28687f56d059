import { createFormHook, createFormHookContexts } from '@tanstack/react-form';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './form.module.css';

const { fieldContext, formContext, useFieldContext, useFormContext } = createFormHookContexts();

type FieldParts = { label: string; hint?: string; autoComplete?: string; autoFocus?: boolean; inputMode?: 'numeric' | 'text' | 'email' };

const faultOf = (errors: readonly unknown[]): string | undefined => {
  const [first] = errors;
  if (typeof first === 'string') return first;
  return typeof first === 'object' && first !== null && 'message' in first ? String(first.message) : undefined;
};

const useTextField = ({ label, hint, autoComplete, autoFocus, inputMode }: FieldParts) => {
  const field = useFieldContext<string>();
  const fault = faultOf(field.state.meta.errors);
  return {
    className: fault === undefined ? undefined : styles['wrong'],
    props: {
      id: `field-${field.name}`,
      name: field.name,
      label,
      description: hint,
      error: fault,
      value: field.state.value,
      autoComplete,
      autoFocus,
      inputMode,
      onBlur: field.handleBlur,
      onChange: (event: { currentTarget: { value: string } }) => field.handleChange(event.currentTarget.value),
    },
  };
};

const TextField = (parts: FieldParts) => {
  const { className, props } = useTextField(parts);
  return (
    <div className={className}>
      <TextInput {...props} />
    </div>
  );
};

const PasswordField = ({ show, ...parts }: FieldParts & { show: string }) => {
  const { className, props } = useTextField(parts);
  return (
    <div className={className}>
      <PasswordInput {...props} visibilityToggleButtonProps={{ 'aria-label': show, tabIndex: 0 }} />
    </div>
  );
};

const SubmitButton = ({ children }: { children: ReactNode }) => {
  const form = useFormContext();
  return (
    <form.Subscribe selector={(state) => state.isSubmitting}>
      {(submitting) => (
        <div>
          <Button type="submit" loading={submitting}>
            {children}
          </Button>
        </div>
      )}
    </form.Subscribe>
  );
};

const FormFrame = ({ children }: { children: ReactNode }) => {
  const form = useFormContext();
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.handleSubmit();
      }}
    >
      {children}
    </form>
  );
};

/** Forms of the product: `form.AppField` with `TextField` or `PasswordField` inside, in a `form.AppForm` with `FormFrame` and `SubmitButton`. */
export const { useAppForm: useProductForm } = createFormHook({
  fieldContext,
  formContext,
  fieldComponents: { TextField, PasswordField },
  formComponents: { SubmitButton, FormFrame },
});
