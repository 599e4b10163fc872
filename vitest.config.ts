import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, '.freehold/**', '.tsbuild/**'],
    pool: 'forks',
    // Engines, workerd and pulumi are processes of their own: more workers would only make them wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 180_000,
    // The limit of a condition that is waited for: on a busy machine the usual second is too short.
    expect: { poll: { timeout: 20_000 } },
    // A failing test must not leave a supervisor behind that keeps the run from ending.
    teardownTimeout: 30_000,
  },
});
