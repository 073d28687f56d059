import { Select } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Combobox.css';

type Option = { value: string; label: string };

type Parts = {
  id?: string;
  label: string;
  placeholder: string;
  nothingFound: string;
  clearLabel: string;
  value: string | null;
  options: readonly Option[];
  onSearch: (typed: string) => void;
  onChange: (value: string | null) => void;
  /** What is wrong with the choice. */
  error?: string | undefined;
};

/** Something out of many, found by typing; the server looks for it, so options are shown as they come. */
export const SearchSelect = ({ id, label, placeholder, nothingFound, clearLabel, value, options, onSearch, onChange, error }: Parts) => (
  <Select
    {...(id === undefined ? {} : { id })} label={label} placeholder={placeholder} nothingFoundMessage={nothingFound} value={value} data={options} onChange={onChange} onSearchChange={onSearch} error={error}
    searchable clearable clearButtonProps={{ 'aria-label': clearLabel }} filter={({ options: all }) => all} limit={50} maxDropdownHeight={320}
  />
);
