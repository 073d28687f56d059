import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import type { Unit } from './queries.ts';
import { UnitLink } from './unit-link.tsx';
import { useUnitTraits } from './unit-names.ts';
import { linesOn, versionOn } from './unit-over-time.ts';
import styles from './units.module.css';

/** What a unit is on a day: level, kind, to whom its lines lead, how many people. `names`: whether the reader may open the list of people. */
export const UnitFacts = ({ tenant, unit, on, names }: { tenant: string; unit: Unit; on: string; names: boolean }) => {
  const words = useWords();
  const traits = useUnitTraits(tenant);
  const { version } = versionOn(unit.versions, on);
  if (!version) return null;
  const people = words.t('unitTree.peopleCount', { count: unit.peopleBelow });
  const need = version.needsLanguage === null ? 'unknown' : version.needsLanguage ? 'yes' : 'no';
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{words.t('unitTree.line-manages')}</dt>
        <dd>{version.parent ? <UnitLink tenant={tenant} unit={version.parent} on={on} /> : words.t('unitTree.noParent')}</dd>
      </div>
      {linesOn(unit.lines, on).map((it) => (
        <div key={it.line}>
          <dt>{words.named('unitTree', `line-${it.line}`)}</dt>
          <dd><UnitLink tenant={tenant} unit={it.unit} on={on} /></dd>
        </div>
      ))}
      <div>
        <dt>{words.t('unitTree.tier')}</dt>
        <dd>{traits.tier(version.tier)}</dd>
      </div>
      <div>
        <dt>{words.t('unitTree.bodyKind')}</dt>
        <dd>{traits.bodyKind(version.bodyKind)}</dd>
      </div>
      {version.field !== null && (
        <div>
          <dt>{words.t('unitTree.field')}</dt>
          <dd>{traits.field(version.field)}</dd>
        </div>
      )}
      <div>
        <dt>{words.t('unitTree.needsLanguage')}</dt>
        <dd>{words.t(`unitTree.need-${need}`)}</dd>
      </div>
      <div>
        <dt>{words.t('unitTree.peopleAll')}</dt>
        <dd>
          {names ? <Link to="/t/$tenant/people" params={{ tenant }} search={{ unit: unit.code, on }}>{people}</Link> : people}
          {unit.people !== unit.peopleBelow && <span className={styles['soft']}> {words.t('unitTree.peopleInItself', { count: unit.people })}</span>}
        </dd>
      </div>
    </dl>
  );
};
