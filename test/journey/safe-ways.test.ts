import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayBeReminded } from '../../domain/journey/safe-ways.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { createBrowser } from '../support/browser-client.ts';
import { type Journeys, slug, startJourneys } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const mailTo = async (address: string) =>
  (await journeys.platform.mail.list()).filter(({ to }) => to.includes(address)).map(({ subject }) => subject);
const contactTasks = async (reference: CaseReference) =>
  (await journeys.tasks(reference))
    .filter(({ kind, status }) => kind === 'contact-another-way' && status === 'open')
    .map(({ reason }) => reason);

const safely = { treatedBadly: 'yes', safeContact: 'By phone, mornings, when I am alone.' };
const byHelper = {
  filledInBy: 'helper',
  helperFirstName: 'Ada',
  helperEmail: 'ada@example.com',
  personAgrees: 'yes',
  updatesTo: ['person', 'helper'],
};

describe('someone who gave a safe way to be reached', () => {
  it('gets no mail that they did not ask for, and staff are asked to tell each piece of news in that way', async () => {
    const reference = await journeys.apply({ email: 'safe@example.com', ...safely }, { confirmed: false });
    await journeys.confirm(reference, 'safe@example.com');
    await journeys.work(reference, 'triage-request', 'assess-needs', 'decide-eligibility');

    expect(await mailTo('safe@example.com')).toEqual([]);
    expect(await contactTasks(reference)).toEqual([
      'The person gave a safe way to be reached. Use only that: we have the application',
      'The person gave a safe way to be reached. Use only that: the decision is made',
    ]);
  });

  it('gets the link that they ask for', async () => {
    await journeys.apply({ email: 'asks@example.com', ...safely });
    const browser = createBrowser(journeys.deps.siteUrl);
    await browser.open(`/${slug}/case/sign-in`);
    browser.fill('What is your email address?', 'asks@example.com');
    await browser.press('Send me a link');

    expect(await mailTo('asks@example.com')).toEqual(['Leicestershire County Council: your link to come back to us']);
  });

  it('is not written about to whoever helps either, before staff have asked them', async () => {
    const reference = await journeys.apply({ email: 'mum@example.com', ...safely, ...byHelper });

    expect(await mailTo('ada@example.com')).toEqual([]);
    expect(await contactTasks(reference)).toContain(
      'A safe way to be reached was given. Ask the person in theirs what whoever helps may be told: we have the application',
    );
  });

  it('who helps somebody else gets no mail about that either', async () => {
    await journeys.apply({ email: 'ada@example.com', dateOfBirth: '1971-03-04', ...safely });
    const before = (await mailTo('ada@example.com')).length;
    await journeys.apply({ email: 'her.mother@example.com', ...byHelper });

    expect((await mailTo('ada@example.com')).length).toBe(before);
    expect(await mailTo('her.mother@example.com')).not.toEqual([]);
  });

  it('gets nothing of what was held for their address, where the safe way was found before it was confirmed', async () => {
    const reference = await journeys.apply({ email: 'held@example.com', treatedBadly: 'yes' }, { confirmed: false });
    await journeys.work(reference, 'look-into-safety', 'triage-request', 'assess-needs', 'decide-eligibility');
    await journeys.confirm(reference, 'held@example.com');

    expect(await mailTo('held@example.com')).toEqual([
      'Leicestershire County Council: please confirm your email address',
    ]);
    expect(await contactTasks(reference)).toHaveLength(2);
  });

  it('is not told what is known of a form that they have not sent, since nobody asked for that mail', async () => {
    const draft = { answers: { treatedBadly: 'prefer-to-talk' } };

    expect(mayBeReminded(draft.answers)).toBe(false);
    expect(mayBeReminded({ carerSafeContact: 'By text.' })).toBe(false);
    expect(mayBeReminded({ treatedBadly: 'no' })).toBe(true);
  });
});
