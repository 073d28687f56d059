import { Button, TextInput } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, useFormFaults, useUnsavedGuard, useWords } from '../../shell/index.ts';
import { CancelImport } from './cancel-import.tsx';
import { missingFields, type Rule, ruleFromRow, sheetsOfRule } from './mapping.ts';
import styles from './imports.module.css';
import mapped from './mapping.module.css';
import { confirmLayout } from './mutations.ts';
import { columnsQuery, type Layout, layoutQuery, type Proposal, type RosterImport, type RosterSheet } from './queries.ts';
import { SheetMapping } from './sheet-mapping.tsx';
import { UnreadSheet } from './unread-sheet.tsx';

const route = getRouteApi('/t/$tenant/imports/$import');

type Parts = { tenant: string; it: RosterImport; proposal: Proposal; layout: Layout | null; template: readonly RosterSheet[] };

const Mapping = ({ tenant, it, proposal, layout, template }: Parts) => {
  const words = useWords();
  const navigate = route.useNavigate();
  const [rules, setRules] = useState<readonly Rule[]>(layout?.sheets ?? proposal.layout?.sheets ?? []);
  const [name, setName] = useState('');
  const [dirty, setDirty] = useState(false);
  const { faults, take, clear } = useFormFaults(['saveAs'], { 'layout-name-taken': 'saveAs' });
  const confirm = useMutation(confirmLayout(useQueryClient(), tenant, it.id));
  const guard = useUnsavedGuard(dirty && !confirm.isPending && !confirm.isSuccess);
  const change = (at: number, rule: Rule) => {
    setDirty(true);
    setRules(rules.map((own, index) => (index === at ? rule : own)));
  };
  const fieldsOf = (rule: Rule) => template.find(({ key }) => key === rule.target)?.columns ?? [];
  const missing = [...new Set(rules.flatMap((rule) => missingFields(rule, fieldsOf(rule)).map(({ heading }) => heading)))];
  const unread = proposal.sheets.filter((sheet) => !rules.some((rule) => sheetsOfRule(rules, rule, proposal.sheets).includes(sheet)));
  const readSheet = (rule: Rule) => {
    setDirty(true);
    setRules([...rules, rule]);
  };
  const send = () => {
    clear();
    const used = rules.map((rule) => ({ ...rule, columns: Object.fromEntries(Object.entries(rule.columns).filter(([, source]) => source.from !== 'constant' || source.value.trim() !== '')) }));
    const saveAs = name.trim();
    confirm.mutate({ layout: { format: 1, sheets: used }, ...(saveAs === '' ? {} : { saveAs }) }, { onError: take, onSuccess: () => void navigate({ search: {}, replace: true }) });
  };
  return (
    <form
      className={styles['mapping']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {guard}
      <h2>{words.t('importDesk.mapTitle')}</h2>
      <p className={styles['soft']}>{words.t('importDesk.mapAbout')}</p>
      <FaultSummary faults={faults} />
      {rules.map((rule, at) => (
        <SheetMapping key={at} rule={rule} sheets={sheetsOfRule(rules, rule, proposal.sheets)} template={template} untouched={!dirty} onChange={(changed) => change(at, changed)} />
      ))}
      {unread.map((sheet) => (
        <UnreadSheet key={sheet.name} sheet={sheet} onRead={(row, target) => readSheet(ruleFromRow(sheet, row, target))} />
      ))}
      {missing.length > 0 && (
        <p className={styles['fault']} role="status">
          {words.t('importDesk.mapMissing', { columns: missing })}
        </p>
      )}
      <div className={mapped['mapEnd']}>
        <TextInput id="field-saveAs" label={words.t('importDesk.saveAs')} description={words.t('importDesk.saveAsHint')} value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.currentTarget.value)} />
        <div className={styles['line']}>
          <Button type="submit" loading={confirm.isPending}>
            {words.t('importDesk.confirmLayout')}
          </Button>
          <CancelImport tenant={tenant} id={it.id} />
        </div>
      </div>
    </form>
  );
};

/** How a file that is not the template is read: what was proposed, beside its first rows, to be corrected and confirmed. */
export const MappingPanel = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const found = useQuery(layoutQuery(tenant, it.id));
  const template = useQuery(columnsQuery(tenant));
  return (
    <QueryStates query={found} waiting={{ rows: 6, height: '3rem' }}>
      {({ proposal, layout }) => (
        <QueryStates query={template} waiting={{ rows: 6, height: '3rem' }}>
          {({ items }) => <Mapping key={it.version} tenant={tenant} it={it} layout={layout} template={items} proposal={proposal ?? { layout, sheets: [], complete: true }} />}
        </QueryStates>
      )}
    </QueryStates>
  );
};
