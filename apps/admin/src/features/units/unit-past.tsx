import { Section } from '@saubac/ui/frame';
import { useWords } from '../../shell/index.ts';
import type { Unit } from './queries.ts';
import { UnitLink } from './unit-link.tsx';
import { useUnitTraits } from './unit-names.ts';
import { type Happening, happenings } from './unit-over-time.ts';
import styles from './units.module.css';

const Told = ({ tenant, it }: { tenant: string; it: Happening }) => {
  const words = useWords();
  return (
    <span>
      {it.kind === 'came-from' || it.kind === 'went-to' ? words.named('unitTree', `${it.kind}-${it.by ?? ''}`) : words.t(`unitTree.happened-${it.kind}`)}
      {it.unit && <> <UnitLink tenant={tenant} unit={it.unit} on={it.unit.on} /></>}
      {!it.unit && it.name !== undefined && ` “${it.name}”`}
    </span>
  );
};

/** What happened to a unit: which units it was made from and became, what it was called, where it stood. */
export const UnitPast = ({ tenant, unit }: { tenant: string; unit: Unit }) => {
  const words = useWords();
  return (
    <Section title={words.t('unitTree.past')}>
      <ol className={styles['past']}>
        {happenings(unit).map((it) => (
          <li key={`${it.on} ${it.kind} ${it.unit?.code ?? ''}`}>
            <span className={styles['days']}>{words.date(it.on)}</span>
            <Told tenant={tenant} it={it} />
          </li>
        ))}
      </ol>
    </Section>
  );
};

/** Names and codes of a unit, and what it was, from day to day. */
export const UnitVersions = ({ tenant, unit }: { tenant: string; unit: Unit }) => {
  const words = useWords();
  const traits = useUnitTraits(tenant);
  const until = (lastDay: string | null) => (lastDay === null ? words.t('unitTree.untilNow') : words.date(lastDay));
  const columns = ['from', 'to', 'name', 'officialCode', 'parent', 'whatItIs'] as const;
  return (
    <Section title={words.t('unitTree.versions')}>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('unitTree.versions')}>
        <table className={styles['rows']}>
          <thead>
            <tr>
              {columns.map((it) => (
                <th key={it} scope="col">{words.t(`unitTree.${it}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {unit.versions.toReversed().map((it) => (
              <tr key={it.from}>
                <td className={styles['days']} data-label={words.t('unitTree.from')}>{words.date(it.from)}</td>
                <td className={styles['days']} data-label={words.t('unitTree.to')}>{until(it.lastDay)}</td>
                <td>{it.name}</td>
                <td data-label={words.t('unitTree.officialCode')}>{it.officialCode ?? '–'}</td>
                <td data-label={words.t('unitTree.parent')}>{it.parent ? <UnitLink tenant={tenant} unit={it.parent} on={it.from} /> : '–'}</td>
                <td>{traits.line(it)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unit.lines.some((it) => it.line !== 'manages') && (
        <ul className={styles['past']}>
          {unit.lines.filter((it) => it.line !== 'manages').map((it) => (
            <li key={`${it.line} ${it.from}`}>
              <span className={styles['days']}>{words.t('unitTree.span', { from: it.from, to: until(it.lastDay) })}</span>
              <span>{words.named('unitTree', `line-${it.line}`)}: <UnitLink tenant={tenant} unit={it.unit} on={it.from} /></span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
