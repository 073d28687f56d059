import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { type ReactNode, useState } from 'react';
import './mantine.css';
import './type.css';
import './base.css';
import './print.css';
import { UiWordsProvider, type UiWords } from '../words/index.ts';
import { theme } from './theme.ts';

/** Theme, type and words for all screens. `nonce`: what the page's policy lets the theme's style element in by. */
export const UiProvider = ({ words, nonce, children }: { words: UiWords; nonce?: string | undefined; children: ReactNode }) => {
  // Dialogs keep the page below them from scrolling by a style element of their own, which asks here.
  useState(() => nonce && setNonce(nonce));
  return (
    <MantineProvider theme={theme} forceColorScheme="light" {...(nonce ? { getStyleNonce: () => nonce } : {})}>
      <UiWordsProvider value={words}>{children}</UiWordsProvider>
    </MantineProvider>
  );
};
