import { NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import { useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import type { EntryDraft } from './entry-draft.ts';
import { issuerOptions } from './issuer-options.ts';
import type { CertificateCatalogue, CertificateType, Issuer } from './queries.ts';

type Parts = {
  draft: EntryDraft;
  catalogue: CertificateCatalogue;
  issuers: readonly Issuer[];
  type: CertificateType | undefined;
  /** What is wrong, by the field. */
  faults: ReadonlyMap<string, string>;
  onChange: (more: Partial<EntryDraft>) => void;
};

type FieldParts = Pick<Parts, 'draft' | 'faults' | 'onChange'> & { name: keyof EntryDraft; label: string; hint?: string | undefined; numeric?: boolean };

const Typed = ({ draft, faults, onChange, name, label, hint, numeric = false }: FieldParts) => (
  <TextInput
    id={`field-${name}`} name={name} label={label} description={hint} error={faults.get(name)} value={draft[name]} autoComplete="off" inputMode={numeric ? 'decimal' : 'text'}
    onChange={(event) => onChange({ [name]: event.currentTarget.value })}
  />
);

const kinds = ['certificate', 'degree', 'completion'] as const;

const TypeField = ({ draft, faults, catalogue, onChange }: Parts) => {
  const words = useWords();
  const groups = kinds.map((kind) => ({ group: words.t(`certificateDesk.kind-${kind}`), items: catalogue.types.filter((it) => it.kind === kind).map((it) => ({ value: it.code, label: words.text(it.name) })) }));
  return (
    <NativeSelect
      id="field-type" label={words.t('certificateDesk.type')} error={faults.get('type')} value={draft.type} data={[{ value: '', label: words.t('certificateDesk.typeChoose') }, ...groups.filter((it) => it.items.length > 0)]}
      onChange={(event) => onChange({ type: event.currentTarget.value })}
    />
  );
};

const IssuerFields = (parts: Parts) => {
  const { draft, faults, issuers, type, onChange } = parts;
  const words = useWords();
  const options = issuerOptions(issuers, type, draft.examDate).map(({ id, name, licensed }) => ({ value: id, label: licensed ? name : words.t('certificateDesk.issuerUnlicensed', { name }) }));
  return (
    <>
      <NativeSelect
        id="field-issuer" label={words.t('certificateDesk.issuer')} description={type?.licenceRequired ? words.t('certificateDesk.issuerLicenceHint') : undefined} error={faults.get('issuer')} value={draft.issuer}
        data={[{ value: '', label: words.t('certificateDesk.issuerNone') }, ...options, { value: 'other', label: words.t('certificateDesk.issuerOther') }]} onChange={(event) => onChange({ issuer: event.currentTarget.value })}
      />
      {draft.issuer === 'other' && <Typed {...parts} name="issuerName" label={words.t('certificateDesk.issuerOtherName')} />}
    </>
  );
};

const ScoreFields = (parts: Parts) => {
  const { type } = parts;
  const words = useWords();
  if (!type || type.kind !== 'certificate') return null;
  const range = (limits: readonly number[] | undefined) => {
    const [least, most] = limits ?? [];
    return least === undefined || most === undefined ? undefined : words.t('certificateDesk.scoreRange', { least, most });
  };
  return (
    <fieldset className={styles['scores']}>
      <legend>{words.t('certificateDesk.scores')}</legend>
      <Typed {...parts} name="overall" label={words.t('certificateDesk.overall')} hint={range(type.scoreLimits.overall)} numeric />
      {type.skills.map((skill) => (
        <Typed key={skill} {...parts} name={skill} label={words.t(`certificateDesk.skill-${skill}`)} hint={range(type.scoreLimits.skill)} numeric />
      ))}
    </fieldset>
  );
};

/** The fields of a certificate: which there are depends on its type. */
export const EntryFields = (parts: Parts) => {
  const { draft, faults, catalogue, type, onChange } = parts;
  const words = useWords();
  const issued = type !== undefined && type.kind !== 'certificate';
  return (
    <>
      <TypeField {...parts} />
      {type?.language === null && (
        <NativeSelect
          id="field-language" label={words.t('certificateDesk.language')} error={faults.get('language')} value={draft.language}
          data={[{ value: '', label: words.t('certificateDesk.languageChoose') }, ...catalogue.languages.map((it) => ({ value: it.code, label: words.text(it.name) }))]} onChange={(event) => onChange({ language: event.currentTarget.value })}
        />
      )}
      <div className={styles['pair']}>
        <Typed {...parts} name="examDate" label={words.t(issued ? 'certificateDesk.issuedOn' : 'certificateDesk.examDate')} hint={words.t('certificateDesk.dayHint')} numeric />
        <Typed {...parts} name="expiresOn" label={words.t('certificateDesk.expiresOn')} hint={words.t('certificateDesk.expiresHint')} numeric />
      </div>
      <IssuerFields {...parts} />
      <Typed {...parts} name="number" label={words.t('certificateDesk.number')} />
      {type !== undefined && type.grades.length > 0 && (
        <NativeSelect
          id="field-grade" label={words.t('certificateDesk.grade')} error={faults.get('grade')} value={draft.grade}
          data={[{ value: '', label: words.t('certificateDesk.gradeNone') }, ...[...new Set([...type.grades, ...(draft.grade === '' ? [] : [draft.grade])])].map((it) => ({ value: it, label: words.named('grades', it) }))]}
          onChange={(event) => onChange({ grade: event.currentTarget.value })}
        />
      )}
      <ScoreFields {...parts} />
    </>
  );
};
