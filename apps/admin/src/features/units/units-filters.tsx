import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { type TreeLine, treeLines } from './tree-rows.ts';
import styles from './units.module.css';

type Parts = {
  search: string; line: TreeLine; changedAlone: boolean;
  /** Whether the day changed any unit. */
  changes: boolean;
  onSearch: (search: string) => void; onLine: (line: TreeLine) => void; onChangedAlone: (alone: boolean) => void; onOpenAll: () => void; onShutAll: () => void;
  /** What else can be done with what is shown. */
  tools: ReactNode;
};

/** What of the tree is shown. Typing filters at once. */
export const UnitsFilters = ({ search, line, changedAlone, changes, onSearch, onLine, onChangedAlone, onOpenAll, onShutAll, tools }: Parts) => {
  const words = useWords();
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped((now) => (now.trim() === search ? now : search)), [search]);
  return (
    <div className={styles['filters']} role="search">
      <TextInput
        className={styles['search']} type="search" label={words.t('unitTree.search')} placeholder={words.t('unitTree.searchHint')} value={typed} autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onSearch(event.currentTarget.value.trim());
        }}
      />
      <NativeSelect
        className={styles['lines'] ?? ''} label={words.t('unitTree.line')} value={line} data={treeLines.map((it) => ({ value: it, label: words.t(`unitTree.byLine-${it}`) }))} onChange={(event) => onLine(event.currentTarget.value as TreeLine)}
      />
      <div className={styles['openers']}>
        <Button variant="default" onClick={onOpenAll}>
          {words.t('unitTree.openAll')}
        </Button>
        <Button variant="default" onClick={onShutAll}>
          {words.t('unitTree.shutAll')}
        </Button>
        {tools}
      </div>
      {(changes || changedAlone) && <Checkbox className={styles['alone'] ?? ''} label={words.t('unitTree.changedAlone')} checked={changedAlone} onChange={(event) => onChangedAlone(event.currentTarget.checked)} />}
    </div>
  );
};
