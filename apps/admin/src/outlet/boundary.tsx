import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useWords } from '../shell/index.ts';
import styles from './outlet.module.css';

type Caught = { failed: boolean; attempt: number };
type Parts = { fallback: (again: () => void) => ReactNode; children: (attempt: number) => ReactNode };

/** Holds what a part of a plugin throws, so that the screen around it goes on. `children` is drawn anew, with another number, when it is tried again. */
class Boundary extends Component<Parts, Caught> {
  override state: Caught = { failed: false, attempt: 0 };

  static getDerivedStateFromError(): Partial<Caught> {
    return { failed: true };
  }

  override render(): ReactNode {
    const again = () => this.setState(({ attempt }) => ({ failed: false, attempt: attempt + 1 }));
    return this.state.failed ? this.props.fallback(again) : this.props.children(this.state.attempt);
  }
}

/** A part of a plugin in a boundary that says whose part it is and offers another try. */
export const PluginBoundary = ({ plugin, children }: { plugin: string; children: (attempt: number) => ReactNode }) => {
  const words = useWords();
  const { reset } = useQueryErrorResetBoundary();
  return (
    <Boundary
      fallback={(again) => (
        <div className={styles['broken']} role="alert">
          <p className={styles['what']}>{words.t('outlet.broken', { plugin })}</p>
          <p>{words.t('outlet.brokenAbout')}</p>
          <Button
            variant="default" size="sm"
            onClick={() => {
              reset();
              again();
            }}
          >
            {words.t('shell.retry')}
          </Button>
        </div>
      )}
    >
      {children}
    </Boundary>
  );
};
