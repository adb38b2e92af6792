import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './src/app/build/content-security-policy.ts';
import { dependencyLicences } from './src/app/build/dependency-licences.ts';
import { firstChunk } from './src/app/build/first-chunk.ts';
import { guidePages } from './src/app/build/guide-pages.ts';
import { maplibreModules } from './src/app/build/maplibre-modules.ts';
import { offlineFiles } from './src/app/build/offline-files.ts';
import { scriptText } from './src/app/build/script-text.ts';
import { workerChunk } from './src/app/build/worker-chunk.ts';

export default defineConfig({
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    dependencyLicences(),
    guidePages(),
    maplibreModules(),
    scriptText(),
    offlineFiles(),
  ],
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: workerChunk, debugName: 'worker-core' }] } },
    },
  },
  // The manifest says which part needs which file: tests/browser/size-budgets.spec.ts weighs them.
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1200,
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: firstChunk(resolve(import.meta.dirname, 'index.html')), debugName: 'first' }],
        },
      },
    },
  },
});
