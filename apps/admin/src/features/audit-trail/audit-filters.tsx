import { Button } from '@mantine/core';
import { OptionalDayField } from '@saubac/ui/dates';
import { ChoiceField } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../shell/index.ts';
import styles from './audit-trail.module.css';
import { type AuditFilter, choicesQuery } from './queries.ts';

type Parts = {
  tenant: string;
  filter: AuditFilter;
  /** What the only subject is called: a name is never in an address. */
  about: string | undefined;
  onChange: (more: { [Name in keyof AuditFilter]?: AuditFilter[Name] | undefined }) => void;
  onClear: () => void;
};

/** What the audit is looked through by: who, what, about what, when. */
export const AuditFilters = ({ tenant, filter, about, onChange, onClear }: Parts) => {
  const words = useWords();
  const { data } = useQuery(choicesQuery(tenant));
  const any = words.t('auditTrail.any');
  const sorted = <Option extends { label: string }>(options: readonly Option[]) => options.toSorted((a, b) => words.compare(a.label, b.label));
  return (
    <div className={styles['filters']} role="search">
      <ChoiceField label={words.t('auditTrail.who')} any={any} value={filter.actor} options={sorted((data?.actors ?? []).map(({ id, label }) => ({ value: id, label })))} onChange={(actor) => onChange({ actor })} />
      <ChoiceField label={words.t('auditTrail.what')} any={any} value={filter.act} options={sorted((data?.acts ?? []).map(({ act, title }) => ({ value: act, label: words.text(title) })))} onChange={(act) => onChange({ act })} />
      <ChoiceField
        label={words.t('auditTrail.subject')} any={any} value={filter.kind} options={sorted((data?.subjectKinds ?? []).map(({ kind, title }) => ({ value: kind, label: words.text(title) })))} onChange={(kind) => onChange({ kind })}
      />
      <OptionalDayField label={words.t('auditTrail.from')} value={filter.from} onChange={(from) => onChange({ from })} />
      <OptionalDayField label={words.t('auditTrail.to')} value={filter.to} onChange={(to) => onChange({ to })} />
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={onClear}>
          {words.t('auditTrail.clear')}
        </Button>
      )}
      {filter.subject && (
        <p className={styles['only']}>
          {words.t('auditTrail.onlyAbout', { about: about ?? words.t('auditTrail.oneOfThem') })}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({ subject: undefined })}>
            {words.t('auditTrail.aboutAll')}
          </Button>
        </p>
      )}
    </div>
  );
};
