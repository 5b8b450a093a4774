import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A CI machine shares its cores: one test of 2,900 that starves there once is told (the reporter says "retry x1"), and
    // tried again. On a laptop it fails.
    retry: process.env.CI ? 1 : 0,
    globalSetup: 'test/start-engine.ts',
  },
});
