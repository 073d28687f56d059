import { checkRule, type Rule, sentenceOf } from '@saubac/domain/rules';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../../../shell/index.ts';
import { type Editing, useEditing, useFactDefinitions } from '../editing.ts';
import type { Json, Place } from '../json/place.ts';
import { type RuleAsked, ruleCountQuery } from '../queries.ts';
import { type Among, amongAt, milestoneAt } from './among.ts';
import { readRule } from './read-rule.ts';
import styles from './rule.module.css';

/** A rule as the page looks at it: what it reads as, and whether it can be counted. */
export const useReadRule = (json: Json): { rule: Rule | undefined; sentence: string | undefined; countable: boolean } => {
  const words = useWords();
  const { definitions, languageNames } = useFactDefinitions();
  return useMemo(() => {
    const read = readRule(json);
    if (!read || definitions.size === 0) return { rule: read, sentence: undefined, countable: false };
    const names = languageNames as Parameters<typeof sentenceOf>[3];
    return { rule: read, sentence: sentenceOf(read, definitions, words.locale, names), countable: checkRule(read, definitions).length === 0 };
  }, [json, definitions, languageNames, words.locale]);
};

/** The question that is asked about the rule at a place. */
export const askedAt = ({ document, on, draft }: Editing, place: Place, rule: Json, among: Among): RuleAsked => ({ rule, on, milestone: milestoneAt(document, place), draft, among: among.rule });

/** How many people a rule holds for, of how many. */
export const RuleCount = ({ asked, among }: { asked: RuleAsked; among: Among }) => {
  const words = useWords();
  const { tenant } = useEditing();
  const counted = useQuery(ruleCountQuery(tenant, asked));
  const unknown = Object.values(counted.data?.unknown ?? {}).reduce((sum, it) => Math.max(sum, it), 0);
  if (counted.isError) return <span className={styles['soft']}>{words.t('planEditor.countFailed')}</span>;
  if (!counted.data) return <span className={styles['soft']}>{words.t('planEditor.counting')}</span>;
  return (
    <span aria-busy={counted.isPlaceholderData || undefined} className={styles['count']}>
      <strong>{words.t('planEditor.people', { count: counted.data.count })}</strong> {words.t(`planEditor.of-${among.circle}`, { of: counted.data.of })}
      {unknown > 0 && <span className={styles['soft']}> · {words.t('planEditor.unknownOf', { count: unknown })}</span>}
    </span>
  );
};

/** The rule at a place as a sentence, and how many people it holds for today or on the day that is looked at. */
export const RuleSentence = ({ place, rule, asked }: { place: Place; rule: Json; asked?: RuleAsked }) => {
  const words = useWords();
  const editing = useEditing();
  const { sentence, countable } = useReadRule(rule);
  const among = useMemo(() => amongAt(editing.document, place), [editing.document, place]);
  return (
    <div className={styles['sentence']}>
      <p lang={sentence === undefined ? words.locale : undefined}>{sentence ?? (editing.facts ? words.t('planEditor.noSentence') : '…')}</p>
      {editing.may.count && countable && (among.broken ? <span className={styles['soft']}>{words.t('planEditor.amongBroken')}</span> : <RuleCount asked={asked ?? askedAt(editing, place, rule, among)} among={among} />)}
    </div>
  );
};
