import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/emulator/**'],
    expect: { requireAssertions: true },
    env: { TZ: 'UTC' },
  },
});
