import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Replaced by the server with a number of its own for each page, by which the page's policy lets its styles in. */
const nonce = '__NONCE__';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  html: { cspNonce: nonce },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2023',
    // Everything has an address of its own: the policy of the page allows no content inside of it.
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 1_000,
    // What routes ask for comes with the first page anyway: in one file it is half as much as in one for each noun.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'questions', test: /src\/features\/[^/]+\/queries\.ts$/ }] } } },
  },
});
