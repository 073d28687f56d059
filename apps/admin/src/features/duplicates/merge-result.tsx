import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useCodeNames, useWords, Refused } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { type MainPostChoice, mainPostChoices } from './fields.ts';
import type { MergePreview } from './queries.ts';

const Moves = ({ moves }: { moves: MergePreview['moves'] }) => {
  const words = useWords();
  const counts = [
    ['movedPosts', moves.posts], ['movedPlanned', moves.planned], ['movedTraining', moves.training], ['movedCertificates', moves.certificates], ['movedClaims', moves.claims], ['movedAccount', moves.account ? 1 : 0],
  ] as const;
  const told = counts.filter(([, count]) => count > 0).map(([what, count]) => words.t('duplicates.moved', { what: words.t(`duplicates.${what}`), count }));
  return told.length === 0 ? words.t('duplicates.movedNothing') : told.join('; ');
};

/** What would become of two records: what moves, levels, and the targets that would stand otherwise. */
export const MergeResult = ({ tenant, preview }: { tenant: string; preview: MergePreview }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const { dropped, levels, targets } = preview;
  const level = (it: number | null) => (it === null ? words.t('duplicates.levelNone') : words.t('duplicates.levelOf', { level: it }));
  const heads = ({ numerator, denominator }: MergePreview['targets'][number]['before']) => words.t('duplicates.heads', { numerator: numerator ?? 0, denominator: denominator ?? 0 });
  const both = [['movedCertificates', dropped.certificates], ['movedClaims', dropped.claims]] as const;
  return (
    <Section title={words.t('duplicates.result')}>
      <dl className={styles['result']}>
        <div>
          <dt>{words.t('duplicates.resultMoves')}</dt>
          <dd>
            <Moves moves={preview.moves} />
          </dd>
        </div>
        {dropped.certificates + dropped.claims > 0 && (
          <div>
            <dt>{words.t('duplicates.resultDropped')}</dt>
            <dd>{both.filter(([, count]) => count > 0).map(([what, count]) => words.t('duplicates.moved', { what: words.t(`duplicates.${what}`), count })).join('; ')}</dd>
          </div>
        )}
        {levels.length > 0 && (
          <div>
            <dt>{words.t('duplicates.resultLevels')}</dt>
            <dd>
              {levels.map((it) => (
                <div key={it.language}>{words.t('duplicates.levelLine', { language: names.language(it.language) ?? it.language, staying: level(it.staying), going: level(it.going), merged: level(it.merged) })}</div>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.t('duplicates.resultTargets')}</dt>
          <dd>
            {targets.length === 0 && words.t('duplicates.targetsNone')}
            {targets.map((it) => (
              <div key={`${it.before.target} ${it.planVersion}`}>{words.t('duplicates.targetLine', { target: words.text(it.before.title), before: heads(it.before), after: heads(it.after) })}</div>
            ))}
          </dd>
        </div>
      </dl>
    </Section>
  );
};

/** What must be said before two records can be made one, or why they can't be. */
export const MergeObstacle = ({ error, mainPosts, onMainPosts }: { error: unknown; mainPosts: MainPostChoice | undefined; onMainPosts: (choice: MainPostChoice) => void }) => {
  const words = useWords();
  if (!(error instanceof Refused)) return <Notice tone="bad">{words.t('shell.unreachable')}</Notice>;
  if (error.problem.code === 'two-accounts') return <Notice tone="warn" live>{words.t('duplicates.accounts')}</Notice>;
  if (error.problem.code !== 'main-posts-overlap') return <Notice tone="bad" live>{words.text(error.problem.text)}</Notice>;
  return <MainPosts chosen={mainPosts} onChoose={onMainPosts} />;
};

/** Whose main post counts on days on which both hold one. */
export const MainPosts = ({ chosen, onChoose }: { chosen: MainPostChoice | undefined; onChoose: (choice: MainPostChoice) => void }) => {
  const words = useWords();
  return (
    <fieldset className={styles['mainPosts']}>
      <legend>{words.t('duplicates.mainPosts')}</legend>
      {mainPostChoices.map((it) => (
        <label key={it}>
          <input type="radio" name="main-posts" checked={it === chosen} onChange={() => onChoose(it)} />
          {words.t(`duplicates.mainPosts-${it}`)}
        </label>
      ))}
    </fieldset>
  );
};
