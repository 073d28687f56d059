import { NativeSelect } from '@mantine/core';

type Option = { value: string; label: string };

/** One of a few, or all of them (the empty choice). */
export const ChoiceField = ({ label, any, value, options, onChange }: { label: string; any: string; value: string | undefined; options: readonly Option[]; onChange: (value: string | undefined) => void }) => (
  <NativeSelect label={label} value={value ?? ''} data={[{ value: '', label: any }, ...options]} onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)} />
);
