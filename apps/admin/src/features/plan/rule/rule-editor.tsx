import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Rule } from '@saubac/domain/rules';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { liesIn, nameOfPlace, type Json, type Place } from '../json/place.ts';
import { amongAt, hasMilestone } from './among.ts';
import { RulePeople } from './rule-people.tsx';
import { idOfPart, RulePart } from './rule-part.tsx';
import { askedAt, RuleSentence, useReadRule } from './rule-sentence.tsx';
import { RuleText } from './rule-text.tsx';
import type { PartPath } from './rule-tree.ts';
import styles from './rule.module.css';

/** Typing settles before people are counted. */
const waitMs = 350;

const Builder = ({ place, rule, onChange }: { place: Place; rule: Rule; onChange: (rule: Json) => void }) => {
  const name = nameOfPlace(place);
  const focusNext = useRef<{ rule: Rule; path: PartPath }>(undefined);
  useEffect(() => {
    const next = focusNext.current;
    focusNext.current = undefined;
    if (next) document.getElementById(idOfPart(name, next.rule, next.path))?.querySelector<HTMLElement>('select')?.focus();
  });
  const change = (next: Rule, path?: PartPath) => {
    if (path) focusNext.current = { rule: next, path };
    onChange(next);
  };
  return <RulePart rule={rule} path={[]} setting={{ milestone: hasMilestone(place) }} name={name} onChange={change} />;
};

/** A rule with its sentence and count, and opened: the builder, its text, and ten people on whom it can be checked. */
export const RuleEditor = ({ place, label, hint, json, onChange }: { place: Place; label: string; hint: string | undefined; json: Json; onChange: (rule: Json) => void }) => {
  const words = useWords();
  const editing = useEditing();
  const { rule, countable } = useReadRule(json);
  const [open, setOpen] = useState(() => liesIn(editing.at, place) || place[0] !== 'targets');
  const [asText, setAsText] = useState(false);
  const [settled] = useDebouncedValue(json, waitMs);
  const among = useMemo(() => amongAt(editing.document, place), [editing.document, place]);
  const asked = askedAt(editing, place, settled, among);
  const text = asText || rule === undefined;
  const id = `field-${nameOfPlace(place)}`;
  return (
    <section className={styles['rule']} id={id} tabIndex={-1} aria-label={label}>
      <div className={styles['ruleHead']}>
        <h3>{label}</h3>
        <Button size="compact-sm" variant="subtle" aria-expanded={open} aria-label={words.t(open ? 'planEditor.shutRuleOf' : 'planEditor.openRuleOf', { name: label })} onClick={() => setOpen(!open)}>
          {words.t(open ? 'planEditor.shutRule' : 'planEditor.openRule')}
        </Button>
      </div>
      {hint !== undefined && <p className={styles['soft']}>{hint}</p>}
      <RuleSentence place={place} rule={json} asked={asked} />
      {open && (
        <div className={styles['workbench']}>
          <div className={styles['builder']}>
            {text ? <RuleText key={asText ? 'chosen' : 'needed'} rule={json} onChange={onChange} /> : <Builder place={place} rule={rule} onChange={onChange} />}
            <Button size="compact-sm" variant="subtle" disabled={rule === undefined} onClick={() => setAsText(!asText)}>
              {words.t(text ? 'planEditor.asParts' : 'planEditor.asText')}
            </Button>
          </div>
          {editing.may.sample && countable && !among.broken && <RulePeople asked={asked} />}
        </div>
      )}
    </section>
  );
};
