import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,golden,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/property/fixed-seed.ts'],
    // Vitest leaves one core free by itself, which on two cores is half of them.
    maxWorkers: 2,
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
