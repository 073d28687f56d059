import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import type { PlacedProblem } from './editing.ts';
import { focusField } from './focus-field.ts';
import { sectionOf } from './form/sections.ts';
import { nameOfPlace } from './json/place.ts';
import { addressOf } from './search.ts';
import styles from './plan.module.css';

/** Everything that keeps the draft from being put in force, each a link to its field. */
export const ProblemList = ({ problems }: { problems: readonly PlacedProblem[] }) => {
  const words = useWords();
  if (problems.length === 0) return null;
  return (
    <details className={styles['problems']}>
      <summary>{words.t('planEditor.problemsTitle', { count: problems.length })}</summary>
      <ul>
        {problems.map(({ place, text }) => (
          <li key={`${nameOfPlace(place)} ${text}`}>
            <Link to="." search={(now) => addressOf(now, sectionOf(place)?.key ?? 'general', place)} resetScroll={false} onClick={() => focusField(place)}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
};
