import { NativeSelect, TextInput } from '@mantine/core';
import { ChoiceField } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { changedPages, type ChangeKind, changeKindOf, changeKinds, changePaths } from './change-link.ts';
import styles from './obstacles.module.css';
import { unitChangesQuery, versionsQuery } from './queries.ts';

type Parts = { tenant: string; link: string; permissions: readonly string[]; wrong: boolean; onChange: (link: string) => void };

// What somebody may not read he can't pick; an address that stands there already stays.
const needed: Partial<Record<ChangeKind, string>> = { 'plan-version': 'plan.read', 'unit-change': 'unit.change' };

/** The change that came of a proposal, picked: a version of a plan, a change of units, a page of settings or tables, or any address of the system. */
export const ChangeField = ({ tenant, link, permissions, wrong, onChange }: Parts) => {
  const words = useWords();
  const [kind, setKind] = useState(changeKindOf(link));
  const versions = useQuery({ ...versionsQuery(tenant), enabled: kind === 'plan-version' }).data?.items ?? [];
  const changes = useQuery({ ...unitChangesQuery(tenant), enabled: kind === 'unit-change' }).data?.items ?? [];
  const open = changeKinds.filter((it) => it === kind || needed[it] === undefined || permissions.includes(needed[it]));
  const pick = (value: string | undefined) => {
    const picked = open.find((it) => it === value);
    setKind(picked);
    // Until one of many is picked the address leads nowhere, so that it is not saved as “no change”.
    onChange(picked === 'plan-version' || picked === 'unit-change' ? changePaths[picked] : picked !== undefined && picked in changedPages ? changedPages[picked as keyof typeof changedPages] : '');
  };
  const many = kind === 'plan-version' ? versions.map((it) => ({ value: String(it.number), label: words.t('obstacles.changeVersion', { number: it.number, title: words.text(it.title), day: it.inForceFrom }) })) : changes.map((it) => ({ value: it.id, label: `${it.title} (${words.date(it.firstDay)})` }));
  return (
    <div className={styles['pair']}>
      <ChoiceField label={words.t('obstacles.changeLink')} any={words.t('obstacles.changeNone')} value={kind} options={open.map((it) => ({ value: it, label: words.t(`obstacles.change-${it}`) }))} onChange={pick} />
      {(kind === 'plan-version' || kind === 'unit-change') && (
        <NativeSelect
          label={words.t(`obstacles.change-${kind}`)} error={wrong && words.t('obstacles.changePick')} value={link.slice(changePaths[kind].length)} data={[{ value: '', label: words.t('obstacles.changePick') }, ...many]}
          onChange={(event) => onChange(event.currentTarget.value === '' ? changePaths[kind] : `${changePaths[kind]}${event.currentTarget.value}`)}
        />
      )}
      {kind === 'other' && <TextInput label={words.t('obstacles.changeAddress')} description={words.t('obstacles.changeLinkHint')} value={link} error={wrong && words.t('obstacles.changeLinkWrong')} maxLength={300} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />}
    </div>
  );
};
