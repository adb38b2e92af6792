import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,golden,architecture}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
