import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { writeCouncilIndexes } from './local/new-council/council-index.ts';

/** Suites that start processes or play for long. `npm run test:all` runs them with the rest, `npm run test:long` without it. */
const long = [
  'test/domain/journey/long-and-short-forms.test.ts',
  'test/fixtures/data-folder.test.ts',
  'test/local/new-council/new-council.test.ts',
  'test/functions/charges.test.ts',
  'test/functions/closing-by-hand.test.ts',
  'test/functions/deaths.test.ts',
  'test/functions/every-task-page.test.ts',
  'test/functions/held-by-a-limit.test.ts',
  'test/functions/joined-persons.test.ts',
  'test/functions/key-worker.test.ts',
  'test/functions/openapi.test.ts',
  'test/functions/plan-panel.test.ts',
  'test/functions/print-queue.test.ts',
  'test/functions/public/apply-again.test.ts',
  'test/functions/public/apply.test.ts',
  'test/functions/public/bombing.test.ts',
  'test/functions/public/case-answers.test.ts',
  'test/functions/public/case-copies.test.ts',
  'test/functions/public/case-documents.test.ts',
  'test/functions/public/case-forms.test.ts',
  'test/functions/public/case-sign-in.test.ts',
  'test/functions/public/confirm-address.test.ts',
  'test/functions/public/documents.test.ts',
  'test/functions/public/drafts.test.ts',
  'test/functions/public/five-guesses.test.ts',
  'test/functions/public/review-request.test.ts',
  'test/functions/public/undo-address.test.ts',
  'test/functions/responses.test.ts',
  'test/functions/review-requests-end.test.ts',
  'test/functions/scheduled/at-twenty-thousand.test.ts',
  'test/functions/scheduled/record-mail-feedback.test.ts',
  'test/functions/scheduled/remind-drafts.test.ts',
  'test/functions/scheduled/sweep-documents.test.ts',
  'test/functions/session-end.test.ts',
  'test/functions/staff-access.test.ts',
  'test/functions/staff-work-list.test.ts',
  'test/functions/staff-work.test.ts',
  'test/functions/submitting-once.test.ts',
  'test/functions/transaction-limits.test.ts',
  'test/functions/visits.test.ts',
  'test/functions/withdrawing.test.ts',
  'test/infra/bundle.test.ts',
  'test/infra/stacks.test.ts',
  'test/journey/absence.test.ts',
  'test/journey/copies.test.ts',
  'test/journey/crashes.test.ts',
  'test/journey/every-state.test.ts',
  'test/journey/day-of-trouble.test.ts',
  'test/journey/faults.test.ts',
  'test/journey/late-work.test.ts',
  'test/journey/mistyped-days.test.ts',
  'test/journey/money-again.test.ts',
  'test/journey/never-lost.test.ts',
  'test/journey/new-rates.test.ts',
  'test/journey/newer-fields.test.ts',
  'test/journey/plan-agrees.test.ts',
  'test/journey/plan-checks.test.ts',
  'test/journey/restore.test.ts',
  'test/journey/review-cycle.test.ts',
  'test/journey/ses-out-of-order.test.ts',
  'test/local/crash.test.ts',
  'test/local/dynamodb/amazon.test.ts',
  'test/local/dynamodb/durability.test.ts',
  'test/local/local-limits.test.ts',
  'test/local/mail/survives-kill.test.ts',
  'test/local/sign-in/sign-in.test.ts',
  'test/local/start.test.ts',
  'test/local/views/pages.test.ts',
  'test/services/casework/work-list.test.ts',
  'test/templates/case-pages.test.ts',
  'test/templates/environment.test.ts',
  'test/templates/information-pages.test.ts',
  'test/templates/shared-pages.test.ts',
  'test/templates/voices.test.ts',
  'test/templates/work-pages.test.ts',
];

await writeCouncilIndexes(import.meta.dirname);

/** Files of minutes, which would else begin last, being short, and be waited for alone. */
const slowest = ['crash', 'data-folder', 'start', 'faults', 'new-council'].map((name) => `/${name}.test.ts`);

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => slowest.some((end) => moduleId.endsWith(end));
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'long' ? long : ['test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      'test/browser/**',
      'test/acceptance/**',
      ...(['all', 'long', 'faults'].includes(mode) ? [] : long),
    ],
    expect: { requireAssertions: true },
    env: { TZ: 'UTC', POWERTOOLS_METRICS_DISABLED: 'true', FAULTS: mode === 'faults' ? 'every' : 'some' },
    // No test changes what another sees, so modules are loaded once a worker.
    isolate: false,
    pool: 'threads',
    maxWorkers: '100%',
    sequence: { sequencer: SlowestFirst },
    // Whole journeys run in some tests, and the machine may be a busy one; nothing waits on real time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
}));
