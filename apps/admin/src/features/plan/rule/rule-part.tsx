import { Button, NativeSelect } from '@mantine/core';
import { type Condition, type FactDefinition, isNot, type Rule } from '@saubac/domain/rules';
import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { newCondition, type RuleSetting } from './condition.ts';
import { ConditionRow } from './condition-row.tsx';
import { PartMenu } from './part-menu.tsx';
import { added, formOf, groupOf, type GroupForm, joined, nameOfPart, partAt, type PartPath, partsOf, replaced } from './rule-tree.ts';
import styles from './rule.module.css';

type Parts = {
  rule: Rule;
  path: PartPath;
  setting: RuleSetting;
  /** What the place of the rule is called on the page; parts are named after it. */
  name: string;
  /** `added`: the part that somebody goes on with. */
  onChange: (rule: Rule, added?: PartPath) => void;
};

/** The name of a part on the page: `targets.3.cohort.all.0`. */
export const idOfPart = (name: string, rule: Rule, path: PartPath): string => `field-${name}${nameOfPart(rule, path).replaceAll('[', '.').replaceAll(']', '')}`;

/** A condition to begin with: what somebody is employed as, which every rule is about. */
const firstCondition = (facts: readonly FactDefinition[], setting: RuleSetting): Rule => {
  const kind = facts.find((it) => it.id === 'kind') ?? facts[0];
  return (kind && newCondition(kind, setting)) ?? { all: [] };
};

const AddButtons = ({ rule, path, setting, onChange }: Omit<Parts, 'name'>) => {
  const words = useWords();
  const { facts } = useEditing();
  const begin = firstCondition(facts?.facts ?? [], setting);
  const add = (part: Rule, inside: PartPath) => {
    const more = added(rule, path, part);
    onChange(more.rule, [...more.path, ...inside]);
  };
  return (
    <div className={styles['adders']}>
      <Button size="compact-sm" variant="default" onClick={() => add(begin, [])}>
        {words.t('planEditor.addCondition')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => add(groupOf('any', [begin]), [0])}>
        {words.t('planEditor.addGroup')}
      </Button>
    </div>
  );
};

/** A part of a rule with all that is inside of it: one condition, a group, or what is turned round. */
export const RulePart = (parts: Parts) => {
  const { rule, path, setting, name, onChange } = parts;
  const words = useWords();
  const part = partAt(rule, path);
  if (!part) return null;
  const form = formOf(part);
  const id = idOfPart(name, rule, path);
  const menu = <PartMenu rule={rule} path={path} onChange={onChange} />;
  if (form === 'condition') {
    return (
      <>
        <ConditionRow id={id} condition={part as Condition} setting={setting} tools={menu} onChange={(it) => onChange(replaced(rule, path, it))} />
        {path.length === 0 && <AddButtons {...parts} />}
      </>
    );
  }
  return (
    <fieldset className={styles['group']} id={id} tabIndex={-1} data-form={form}>
      <legend className={styles['hidden']}>{words.t(`planEditor.group-${form}`)}</legend>
      <div className={styles['groupHead']}>
        {isNot(part) ? (
          <span className={styles['not']}>{words.t('planEditor.group-not')}</span>
        ) : (
          <NativeSelect
            aria-label={words.t('planEditor.join')} value={form} data={[{ value: 'all', label: words.t('planEditor.group-all') }, { value: 'any', label: words.t('planEditor.group-any') }]}
            onChange={(event) => onChange(joined(rule, path, event.currentTarget.value as GroupForm))}
          />
        )}
        {menu}
      </div>
      {partsOf(part).length === 0 && <p className={styles['soft']}>{words.t(form === 'all' ? 'planEditor.everybody' : 'planEditor.nobody')}</p>}
      <ol className={styles['parts']}>
        {partsOf(part).map((_, at) => (
          // A part has no name of its own; its place is what it is known by.
          <li key={at}>
            <RulePart {...parts} path={[...path, at]} />
          </li>
        ))}
      </ol>
      {!isNot(part) && <AddButtons {...parts} />}
    </fieldset>
  );
};
