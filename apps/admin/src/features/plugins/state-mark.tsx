import { useWords } from '../../shell/index.ts';
import styles from './plugins.module.css';
import { isUnderWay, type Plugin } from './queries.ts';

/** How a plugin stands here, in a word. */
export const StateMark = ({ plugin }: { plugin: Plugin }) => {
  const words = useWords();
  if (plugin.change && !plugin.change.rehearsal && isUnderWay(plugin.change)) return <span className={styles['state']}>{words.t('extensions.changing')}</span>;
  return (
    <span className={styles['state']} data-state={plugin.state}>
      {words.t(`extensions.state-${plugin.state}`)}
    </span>
  );
};
