import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './src/app/build/content-security-policy.ts';
import { dependencyLicences } from './src/app/build/dependency-licences.ts';
import { guidePages } from './src/app/build/guide-pages.ts';
import { offlineFiles } from './src/app/build/offline-files.ts';
import { scriptText } from './src/app/build/script-text.ts';

export default defineConfig({
  base: './',
  plugins: [
    react(),
    contentSecurityPolicy(),
    dependencyLicences(),
    guidePages(),
    scriptText(),
    offlineFiles(),
  ],
  worker: { format: 'es' },
  // The manifest says which part needs which file: tests/browser/size-budgets.spec.ts weighs them.
  build: { target: 'es2023', chunkSizeWarningLimit: 1200, manifest: true },
});
