import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/emulator/**'],
    expect: { requireAssertions: true },
    env: { TZ: 'UTC' },
    // Whole journeys run in some tests, and the machine may be a busy one; nothing waits on real time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
