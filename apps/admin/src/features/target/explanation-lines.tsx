import styles from './target.module.css';

/** A line of the explanation: how deep it stands, whether it holds (where it says so), and its text. */
export const readLine = (line: string): { depth: number; mark: 'holds' | 'fails' | undefined; text: string } => {
  const text = line.trimStart();
  const mark = text.startsWith('✓ ') ? 'holds' : text.startsWith('✗ ') ? 'fails' : undefined;
  return { depth: (line.length - text.length) / 2, mark, text: mark ? text.slice(2) : text };
};

/** The explanation as the server worded it, indented as its rules are; the first two lines repeat what stands above it. */
export const ExplanationLines = ({ lines }: { lines: readonly string[] }) => (
  <div className={styles['lines']}>
    {lines.slice(2).map((line, index) => {
      const { depth, mark, text } = readLine(line);
      return (
        // Lines have no name of their own and never change places.
        <div key={index} className={styles['line']} data-depth={depth === 0 ? 'none' : 'some'} style={{ paddingLeft: `${depth * 1.25}rem` }}>
          {mark && (
            <span className={styles[mark]} role="img" aria-label={mark === 'holds' ? '✓' : '✗'}>
              {mark === 'holds' ? '✓' : '✗'}
            </span>
          )}
          <span>{text}</span>
        </div>
      );
    })}
  </div>
);
