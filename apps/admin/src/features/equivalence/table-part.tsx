import { ButtonLink, useCodeNames, useWords } from '../../shell/index.ts';
import { standingOf } from './change.ts';
import styles from './equivalence.module.css';
import type { EquivalenceTable } from './queries.ts';
import { thresholdText } from './threshold.ts';

const standings = { now: 'equivalenceDesk.adoptedNow', later: 'equivalenceDesk.adoptedLater', not: 'equivalenceDesk.adoptedNot' } as const;

const Lines = ({ tenant, table }: { tenant: string; table: EquivalenceTable }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  const levels = [...new Set(table.rules.flatMap((it) => it.levels.map(({ level }) => level)))].toSorted((a, b) => a - b);
  return (
    <details className={styles['more']}>
      <summary>{words.t('equivalenceDesk.lines')}</summary>
      <div className={styles['scroll']} role="region" aria-label={words.text(table.name)} tabIndex={0}>
        <table className={styles['grid']}>
          <thead>
            <tr>
              <th scope="col">{words.t('equivalenceDesk.type')}</th>
              {levels.map((level) => (
                <th key={level} scope="col">
                  {words.t('equivalenceDesk.levelAt', { level })}
                </th>
              ))}
              <th scope="col">{words.t('equivalenceDesk.clause')}</th>
            </tr>
          </thead>
          <tbody>
            {table.rules.map((rule) => (
              <tr key={`${rule.type} ${rule.by} ${rule.clause}`}>
                <th scope="row">
                  {names.certificateType(rule.type)}
                  <span className={styles['soft']}> {words.t(`equivalenceDesk.by-${rule.by}`)}</span>
                </th>
                {levels.map((level) => {
                  const found = rule.levels.find((it) => it.level === level);
                  return <td key={level}>{found ? thresholdText(found, words) : '–'}</td>;
                })}
                <td className={styles['basis']}>{rule.clause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** An equivalence table: its basis, when it is adopted, its lines; and the way to try adopting or ending it. */
export const TablePart = ({ tenant, table, today, mayEdit }: { tenant: string; table: EquivalenceTable; today: string; mayEdit: boolean }) => {
  const words = useWords();
  const standing = standingOf(table.adopted, today);
  const ending = table.adopted.find((it) => it.lastDay === null || it.lastDay >= today);
  return (
    <article className={styles['tablePart']}>
      <div className={styles['tableHead']}>
        <h3>
          {words.text(table.name)}{' '}
          <span className={styles['mark']} data-standing={standing}>
            {words.t(standings[standing])}
          </span>
        </h3>
        {mayEdit && (
          <span className={styles['tools']}>
            {standing === 'not' && <ButtonLink size="xs" variant="default" to="/t/$tenant/equivalence/try" params={{ tenant }} search={{ act: 'adopt', table: table.code }}>{words.t('equivalenceDesk.tryAdopt')}</ButtonLink>}
            {ending && <ButtonLink size="xs" variant="default" to="/t/$tenant/equivalence/try" params={{ tenant }} search={{ act: 'end', table: table.code, from: ending.from }}>{words.t('equivalenceDesk.tryEnd')}</ButtonLink>}
          </span>
        )}
      </div>
      <p className={styles['soft']}>
        {table.legalBasis}, {words.t('equivalenceDesk.tableFrom', { day: table.validFrom })}
      </p>
      {table.adopted.map((it) => (
        <p key={it.from}>
          {it.lastDay === null ? words.t('equivalenceDesk.adoptedSince', { from: it.from }) : words.t('equivalenceDesk.adoptedDays', { from: it.from, lastDay: words.date(it.lastDay) })}
          {it.basis !== null && <span className={styles['soft']}>. {words.t('equivalenceDesk.tableBasis', { basis: it.basis })}</span>}
        </p>
      ))}
      <Lines tenant={tenant} table={table} />
    </article>
  );
};
