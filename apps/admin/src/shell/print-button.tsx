import { Button } from '@mantine/core';
import { useWords } from './words-root.tsx';

/** Prints the page as it stands. */
export const PrintButton = () => {
  const words = useWords();
  return (
    <Button variant="default" onClick={() => window.print()}>
      {words.t('shell.print')}
    </Button>
  );
};
