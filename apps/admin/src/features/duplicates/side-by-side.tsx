import { Section } from '@saubac/ui/frame';
import { Link } from '@tanstack/react-router';
import { useCodeNames, useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { differing, type MergeField, mergeFields, sideOf } from './fields.ts';
import type { PersonRecord } from './queries.ts';
import { writeBirth } from './write-birth.ts';

type Two = { staying: PersonRecord; going: PersonRecord };

const sides = ['staying', 'going'] as const;

const useShown = () => {
  const words = useWords();
  return (field: MergeField, of: PersonRecord): string => {
    if (field === 'user') return words.t(of.user === null ? 'duplicates.userNo' : 'duplicates.userYes');
    if (field === 'birth') return writeBirth(of.birth) ?? words.t('duplicates.unknown');
    if (field === 'sex') return of.sex === null ? words.t('duplicates.unknown') : words.t(`duplicates.sex-${of.sex}`);
    return of[field] ?? words.t('duplicates.unknown');
  };
};

/** The values of both, field by field; where the two differ one of them is chosen. `onTake`: left out for who only looks. */
export const FieldsTable = ({ staying, going, taken, onTake }: Two & { taken: readonly MergeField[]; onTake?: (field: MergeField, side: 'staying' | 'going') => void }) => {
  const words = useWords();
  const shown = useShown();
  const both = { staying, going };
  const differs = differing(staying, going);
  return (
    <table className={styles['fields']} aria-label={words.t('duplicates.fieldsLabel')}>
      <thead>
        <tr>
          <th scope="col">{words.t('duplicates.field')}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {words.t(`duplicates.${side}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mergeFields.map((field) => {
          const open = differs.includes(field) && staying[field] !== null && going[field] !== null && onTake !== undefined;
          const stays = sideOf(field, staying, going, taken);
          const name = words.t(`duplicates.${field}`);
          return (
            <tr key={field}>
              <th scope="row">{name}</th>
              {sides.map((side) => (
                <td key={side} data-stays={(differs.includes(field) && stays === side) || undefined} data-label={words.t(`duplicates.${side}`)}>
                  {open ? (
                    <label>
                      <input
                        type="radio" name={`take-${field}`} checked={stays === side} aria-label={`${words.t('duplicates.choose', { field: name, side: words.t(`duplicates.${side}`) })}: ${shown(field, both[side])}`}
                        onChange={() => onTake(field, side)}
                      />
                      {shown(field, both[side])}
                    </label>
                  ) : (
                    shown(field, both[side])
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

const Posts = ({ of }: { of: PersonRecord }) => {
  const words = useWords();
  if (of.posts.length === 0) return <p className={styles['soft']}>{words.t('duplicates.postsNone')}</p>;
  return (
    <ul>
      {of.posts.toSorted((a, b) => b.from.localeCompare(a.from)).map((it) => (
        <li key={it.id}>
          {[it.unit.name, it.office ?? it.post?.name].filter((text) => text).join(', ')}
          <div className={styles['soft']}>
            {words.t('duplicates.days', { from: it.from, to: it.lastDay === null ? words.t('duplicates.now') : words.date(it.lastDay) })}, {words.t(it.main ? 'duplicates.main' : 'duplicates.beside')}
          </div>
        </li>
      ))}
    </ul>
  );
};

const Certificates = ({ tenant, of }: { tenant: string; of: PersonRecord }) => {
  const words = useWords();
  const names = useCodeNames(tenant);
  if (of.certificates.length === 0) return <p className={styles['soft']}>{words.t('duplicates.certificatesNone')}</p>;
  return (
    <ul>
      {of.certificates.map((it) => (
        <li key={it.id}>
          {words.t('duplicates.certificateLine', { type: names.certificateType(it.type), language: names.language(it.language) ?? it.language, day: it.examDate })}
          <div className={styles['soft']}>{[it.number === null ? null : words.t('duplicates.number', { number: it.number }), words.named('duplicates', `certificate-${it.state}`)].filter((text) => text).join(', ')}</div>
        </li>
      ))}
    </ul>
  );
};

/** Posts and certificates of both, beside each other. */
export const Careers = ({ tenant, staying, going }: Two & { tenant: string }) => {
  const words = useWords();
  const both = [['staying', staying], ['going', going]] as const;
  return (
    <>
      <Section title={words.t('duplicates.posts')}>
        <div className={styles['beside']}>
          {both.map(([side, of]) => (
            <div key={side}>
              <h3>{words.t(`duplicates.${side}`)}</h3>
              <Posts of={of} />
            </div>
          ))}
        </div>
      </Section>
      <Section title={words.t('duplicates.certificates')}>
        <div className={styles['beside']}>
          {both.map(([side, of]) => (
            <div key={side}>
              <h3>{words.t(`duplicates.${side}`)}</h3>
              <Certificates tenant={tenant} of={of} />
              <p>
                <Link to="/t/$tenant/people/$person" params={{ tenant, person: of.id }} search={{}} data-screen-only>
                  {words.t('duplicates.openFile', { name: of.fullName })}
                </Link>
              </p>
            </div>
          ))}
        </div>
      </Section>
    </>
  );
};
