import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,golden,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/property/fixed-seed.ts'],
    // One module graph for all files of a process: most of the time went into loading it anew for each of them.
    isolate: false,
    // Vitest leaves one core free by itself, which on two cores is half of them.
    maxWorkers: 2,
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
