import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './target.module.css';

const waitMs = 250;

/** Finds names among those of a group, as somebody types. */
export const NameSearch = ({ search, onSearch }: { search: string | undefined; onSearch: (search: string | undefined) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState(search ?? '');
  const send = useDebouncedCallback((text: string) => onSearch(text.trim() === '' ? undefined : text.trim()), waitMs);
  useEffect(() => setTyped((now) => (now.trim() === (search ?? '') ? now : (search ?? ''))), [search]);
  return (
    <TextInput
      className={styles['nameSearch']} type="search" size="xs" aria-label={words.t('target.search')} placeholder={`${words.t('target.search')} (${words.t('target.searchHint').toLowerCase()})`} value={typed} autoComplete="off"
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
};
