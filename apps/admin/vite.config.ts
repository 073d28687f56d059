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
    // The reader of scans in PDF is the largest and comes with them alone.
    chunkSizeWarningLimit: 1_700,
    // What comes with every first page, in two files instead of dozens of small ones: ten kilobytes less on the way. Each of them names only what the
    // first page needs anyway; apps/admin/test/first-load.test.ts weighs it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'questions', test: /src\/features\/(?!plugins|plugin-reports)[^/]+\/queries\.ts$/ },
            { name: 'controls', test: /@mantine\/core\/esm\/components\/(UnstyledButton|Button|Loader|Input|InputBase|TextInput|PasswordInput|ActionIcon|CloseButton|Menu|Popover|FocusTrap|Transition|Portal|Paper)\// },
          ],
        },
      },
    },
  },
});
