import { NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import { problemsAt, useEditing } from './editing.ts';
import { FieldsView } from './form/field-view.tsx';
import type { SectionKey } from './form/section-keys.ts';
import { sectionGroups, type Section, sections } from './form/sections.ts';
import { listAt, valueAt } from './json/place.ts';
import { addressOf, sectionOr } from './search.ts';
import styles from './plan.module.css';

/** How many elements a section has; undefined where it is no list. */
const sizeOf = (document: unknown, { place, fields }: Section): number | undefined => {
  const lists = fields.filter((it) => it.as === 'list');
  return lists.length === fields.length ? lists.reduce((sum, it) => sum + listAt(document, [...place, it.key]).length, 0) : undefined;
};

const useProblemCount = () => {
  const { problems } = useEditing();
  return ({ place, fields }: Section) => fields.reduce((sum, it) => sum + problemsAt(problems, [...place, it.key]).length, 0);
};

const SectionLinks = ({ current }: { current: SectionKey }) => {
  const words = useWords();
  const { document, change } = useEditing();
  const wrong = useProblemCount();
  return (
    <nav className={styles['sections']} aria-label={words.t('planEditor.sections')}>
      {sectionGroups.map((group) => (
        <div key={group}>
          <p>{words.t(`planForm.group-${group}`)}</p>
          <ul>
            {sections.filter((it) => it.group === group && (change !== undefined || sizeOf(document, it) !== 0)).map((it) => (
              <li key={it.key}>
                <Link to="." search={(now) => addressOf(now, it.key)} aria-current={it.key === current ? 'page' : undefined} resetScroll={false}>
                  <span>{words.t(`planForm.section-${it.key}`)}</span>
                  {wrong(it) > 0 ? <span className={styles['wrong']}>{words.t('planEditor.problems', { count: wrong(it) })}</span> : <span className={styles['size']}>{sizeOf(document, it)}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};

/** The same where the screen is narrow: one field that says where one is. */
const SectionSelect = ({ current }: { current: SectionKey }) => {
  const words = useWords();
  const navigate = useNavigate();
  const wrong = useProblemCount();
  const grouped = sectionGroups.map((group) => ({
    group: words.t(`planForm.group-${group}`),
    items: sections.filter((it) => it.group === group).map((it) => ({ value: it.key, label: wrong(it) > 0 ? `${words.t(`planForm.section-${it.key}`)} (${words.t('planEditor.problems', { count: wrong(it) })})` : words.t(`planForm.section-${it.key}`) })),
  }));
  return (
    <div className={styles['sectionSelect']}>
      <NativeSelect
        label={words.t('planEditor.sections')} value={current} data={grouped}
        onChange={(event) => {
          const section = sectionOr(event.currentTarget.value);
          if (section) void navigate({ to: '.', search: (now) => addressOf(now, section), resetScroll: false });
        }}
      />
    </div>
  );
};

/** A plan section by section: where one is, and that section, to be read or to be written. */
export const PlanParts = ({ section: current }: { section: SectionKey }) => {
  const words = useWords();
  const { tenant, document, change } = useEditing();
  const section = sections.find((it) => it.key === current) ?? sections[0];
  if (!section) return null;
  const about = words.named('planForm', `about-${section.key}`);
  return (
    <div className={styles['plan']}>
      <SectionLinks current={section.key} />
      <SectionSelect current={section.key} />
      <section className={styles['content']} aria-labelledby="plan-section">
        <h2 id="plan-section">{words.t(`planForm.section-${section.key}`)}</h2>
        {about !== `about-${section.key}` && <p className={styles['about']}>{about}</p>}
        {section.key === 'tasks' && change === undefined && (
          <p>
            <Link to="/t/$tenant/tasks" params={{ tenant }} search={{}}>{words.t('planEditor.toBoard')}</Link>
          </p>
        )}
        <FieldsView key={section.key} fields={section.fields} place={section.place} element={valueAt(document, section.place)} />
      </section>
    </div>
  );
};
