import { sentenceOf } from '@saubac/domain/rules';
import { parseIsoDate } from '@saubac/domain/values';
import type { AdminWords } from '@saubac/i18n/admin';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../../shell/index.ts';
import { useEditing, useFactDefinitions } from './editing.ts';
import { elementsOf, textOf } from './form/labels.ts';
import type { SectionKey } from './form/section-keys.ts';
import { sectionOf, sections } from './form/sections.ts';
import type { Effect } from './queries.ts';
import { readRule } from './rule/read-rule.ts';
import styles from './plan.module.css';

type Change = Effect['changes'][number];
type Value = NonNullable<Change['before']>;

/** In which section of the editor a change is. */
export const sectionOfChange = ({ section, field }: Pick<Change, 'section' | 'field'>): SectionKey => sectionOf([section === '' ? (field ?? '').split('.')[0] ?? '' : (section.split('.')[0] ?? '')])?.key ?? 'general';

const JsonText = ({ value }: { value: unknown }) => {
  const words = useWords();
  if (Array.isArray(value)) return <ul>{value.map((it) => <li key={JSON.stringify(it)}>{textOf(words, it) || JSON.stringify(it)}</li>)}</ul>;
  return textOf(words, value) || JSON.stringify(value);
};

const said = (words: AdminWords, value: Value, name: (code: string) => string): string | undefined => {
  switch (value.as) {
    case 'text':
      return textOf(words, value.value);
    case 'share':
      return words.percent(value.value / 100);
    case 'word':
      return parseIsoDate(value.value) ? words.date(value.value) : value.value;
    case 'number':
      return words.number(value.value);
    case 'flag':
      return words.t(value.value ? 'planEditor.yes' : 'planEditor.no');
    case 'list':
      return value.value.map(name).join(', ');
    default:
      return undefined;
  }
};

const ChangeValue = ({ value }: { value: Value }) => {
  const words = useWords();
  const { document } = useEditing();
  const { definitions, languageNames } = useFactDefinitions();
  if (value.as === 'rule') {
    const read = readRule(value.value);
    return read && definitions.size > 0 ? sentenceOf(read, definitions, words.locale, languageNames as Parameters<typeof sentenceOf>[3]) : JSON.stringify(value.value);
  }
  const name = (code: string) => [...elementsOf(words, document, 'bodies'), ...elementsOf(words, document, 'documents')].find((it) => it.code === code)?.label ?? code;
  return said(words, value, name) ?? <JsonText value={value.value} />;
};

const Side = ({ label, value }: { label: string; value: Value | null | undefined }): ReactNode => {
  const words = useWords();
  return (
    <div>
      <span className={styles['soft']}>{label}</span>
      <div>{value ? <ChangeValue value={value} /> : <span className={styles['soft']}>{words.t('planEditor.nothing')}</span>}</div>
    </div>
  );
};

const fieldOf = (words: AdminWords, field: string): string => {
  const parts = field.split('.');
  const last = parts.at(-1) ?? field;
  const above = parts.length > 1 ? `${words.named('planForm', `field-${parts.at(-2) ?? ''}`)}: ` : '';
  return `${above}${words.named('planForm', `field-${last}`)}`;
};

/** What differs between two plans, section by section, each value as it was and as it will be. */
export const ChangeList = ({ changes }: { changes: readonly Change[] }) => {
  const words = useWords();
  return (
    <>
      {sections.map(({ key }) => {
        const own = changes.filter((it) => sectionOfChange(it) === key);
        if (own.length === 0) return null;
        return (
          <Fragment key={key}>
            <h3>{words.t(`planForm.section-${key}`)}</h3>
            <ul className={styles['changes']}>
              {own.map((it) => (
                <li key={`${it.section} ${it.id ?? ''} ${it.kind} ${it.field ?? ''}`}>
                  <span className={styles['kind']} data-kind={it.kind}>
                    {words.t(`planEditor.change-${it.kind}`)}
                  </span>
                  {it.title ? textOf(words, it.title) : it.id}
                  {it.field !== undefined && ` ${it.id === null ? '' : '– '}${fieldOf(words, it.field)}`}
                  {it.kind === 'moved' && ` ${words.t('planEditor.movedFromTo', { from: (it.from ?? 0) + 1, to: (it.to ?? 0) + 1 })}`}
                  {it.kind === 'changed' && (
                    <div className={styles['beforeAfter']}>
                      <Side label={words.t('planEditor.before')} value={it.before} />
                      <Side label={words.t('planEditor.after')} value={it.after} />
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </Fragment>
        );
      })}
    </>
  );
};
