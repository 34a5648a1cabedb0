import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/acceptance/*.test.ts'],
    expect: { requireAssertions: true },
    env: { TZ: 'UTC', POWERTOOLS_METRICS_DISABLED: 'true' },
    isolate: false,
    pool: 'threads',
    maxWorkers: '100%',
    // A test may be the first to ask for a chapter, and plays the story up to it on a machine that is busy.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
