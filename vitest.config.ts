import { configDefaults, defineConfig } from 'vitest/config';

/** Suites that start processes or play for long. `npm run test:all` runs them with the rest. */
const long = [
  'test/domain/journey/long-and-short-forms.test.ts',
  'test/fixtures/data-folder.test.ts',
  'test/functions/closing-by-hand.test.ts',
  'test/functions/joined-persons.test.ts',
  'test/functions/openapi.test.ts',
  'test/functions/public/apply-again.test.ts',
  'test/functions/public/apply.test.ts',
  'test/functions/public/case-answers.test.ts',
  'test/functions/public/case-copies.test.ts',
  'test/functions/public/case-documents.test.ts',
  'test/functions/public/case-sign-in.test.ts',
  'test/functions/public/confirm-address.test.ts',
  'test/functions/public/documents.test.ts',
  'test/functions/public/drafts.test.ts',
  'test/functions/scheduled/sweep-documents.test.ts',
  'test/functions/staff-access.test.ts',
  'test/functions/submitting-once.test.ts',
  'test/functions/transaction-limits.test.ts',
  'test/infra/bundle.test.ts',
  'test/infra/stacks.test.ts',
  'test/journey/crashes.test.ts',
  'test/journey/every-state.test.ts',
  'test/journey/money-again.test.ts',
  'test/journey/never-lost.test.ts',
  'test/journey/newer-fields.test.ts',
  'test/local/crash.test.ts',
  'test/local/dynamodb/amazon.test.ts',
  'test/local/dynamodb/durability.test.ts',
  'test/local/mail/survives-kill.test.ts',
  'test/local/sign-in/sign-in.test.ts',
  'test/local/start.test.ts',
  'test/local/views/pages.test.ts',
  'test/templates/case-pages.test.ts',
  'test/templates/environment.test.ts',
  'test/templates/information-pages.test.ts',
  'test/templates/shared-pages.test.ts',
  'test/templates/voices.test.ts',
  'test/templates/work-pages.test.ts',
];

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/browser/**', ...(mode === 'all' ? [] : long)],
    expect: { requireAssertions: true },
    env: { TZ: 'UTC', POWERTOOLS_METRICS_DISABLED: 'true' },
    // No test changes what another sees, so modules are loaded once a worker.
    isolate: false,
    pool: 'threads',
    maxWorkers: '100%',
    // Whole journeys run in some tests, and the machine may be a busy one; nothing waits on real time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
}));
