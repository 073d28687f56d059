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
    // What the first page needs comes in one file, and what most pages share in another, instead of dozens of small ones: fewer ways to the server,
    // and some kilobytes less on them. apps/admin/test/first-load.test.ts weighs it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 45 },
          ],
        },
      },
    },
  },
});
