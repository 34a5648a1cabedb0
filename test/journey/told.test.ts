import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { type Journeys, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

/** The mails about a case to one address, the first first. */
const mailsTo = async (reference: CaseReference, address: string) =>
  (await journeys.platform.mail.list())
    .filter(({ tags, to }) => tags['reference'] === reference && to.includes(address))
    .filter(({ tags }) => !tags['message']?.endsWith('__ask'))
    .reverse();

describe('what a person is told on the way', () => {
  it('is each step, once: what waits for them, what has happened, and when support starts', async () => {
    const reference = await journeys.apply({ email: 'mia@example.com' });
    await journeys.work(reference, ...toSupport);

    const told = (await mailsTo(reference, 'mia@example.com')).map(({ tags }) => tags['message']);
    // What is owed at one moment goes in no order.
    expect(told.toSorted()).toEqual(
      [
        'assessment-1__acknowledge-application__person',
        'assessment-1__send-decision__person',
        'case__assessment-1-estimate-budget__person',
        'case__assessment-1-assess-finances-open__person',
        'case__assessment-1-assess-finances__person',
        'case__assessment-1-draft-plan-1-open__person',
        'case__assessment-1-agree-plan-1-open__person',
        'case__assessment-1-agree-plan-1__person',
        'assessment-1__send-plan__person',
        'case__assessment-1-set-up-support__person',
      ].toSorted(),
    );
    // As the agreed plan promised.
    const last = (await mailsTo(reference, 'mia@example.com')).at(-1);
    expect(last?.text).toContain('Monday 5 January 2026');
  });

  it('is never a day as coming that is past', async () => {
    const reference = await journeys.apply({ email: 'late@example.com' }, { confirmed: false });
    await journeys.forward('P2Y');
    await journeys.confirm(reference, 'late@example.com');

    const told = (await mailsTo(reference, 'late@example.com')).at(-1);
    expect(told?.text).toContain('We will get in touch as soon as we can.');
    expect(told?.text).not.toMatch(/by \w+day \d+ \w+ 2026/);
  });
});
