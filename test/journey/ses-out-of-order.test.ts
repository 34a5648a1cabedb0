import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { assessment, type Journeys, startJourneys } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterEach(() => journeys.setMailFault());
afterAll(() => journeys.stop());

const mails = async (reference: CaseReference) =>
  [
    ...(await journeys.mailOf(reference)).map((line) => line.split(' ')[1]),
    ...(await journeys.staffMailOf(reference)),
  ].toSorted();
const open = async (reference: CaseReference) =>
  (await journeys.tasks(reference)).filter(({ status }) => status === 'open').map(({ kind }) => kind);

describe('SES out of order', { timeout: 60_000 }, () => {
  it('for a day keeps no application from triage, and every mail goes out once when it is back', async () => {
    journeys.setMailFault(() => 'unavailable');
    const reference = await journeys.apply({ preferredName: 'Day' });
    const atOnce = [await journeys.ending(reference, assessment()), await open(reference), await mails(reference)];

    await journeys.forward('P1D');
    const aDayLater = [await journeys.ending(reference, assessment()), await open(reference), await mails(reference)];
    journeys.setMailFault();
    await journeys.forward('PT15M');

    expect(atOnce).toEqual(['in Triage the request', ['triage-request'], []]);
    expect(aDayLater).toEqual(atOnce);
    expect(await mails(reference)).toEqual([
      'assessment-1.acknowledge-application.person',
      'assessment-1.triage-request.task-opened.staff',
    ]);
    expect(await open(reference)).toEqual(['triage-request']);
  });

  it('says nothing later that is not true any more: of a request withdrawn, and of work that is done', async () => {
    journeys.setMailFault(() => 'unavailable');
    const withdrawn = await journeys.apply({ preferredName: 'Withdrawn' });
    const goesOn = await journeys.apply({ preferredName: 'Goes on' });
    await journeys.close(withdrawn, 'withdrawn');
    await journeys.work(goesOn, 'triage-request');

    await journeys.forward('PT1H');
    journeys.setMailFault();
    await journeys.forward('PT15M');

    expect(await mails(withdrawn)).toEqual([
      'assessment-1.triage-request.work-taken-back.staff',
      'case.tell-of-end.person',
    ]);
    expect(await mails(goesOn)).toEqual([
      'assessment-1.acknowledge-application.person',
      'assessment-1.assess-needs.task-opened.staff',
    ]);
    const acknowledged = (await journeys.platform.mail.list()).find(
      ({ tags }) => tags['reference'] === goesOn && tags['message']?.includes('acknowledge'),
    );
    expect(acknowledged?.subject).not.toMatch(/we have your/i);
  });

  it('is said to whoever waits for a link at their screen, with what to do', async () => {
    journeys.setMailFault(() => 'unavailable');
    const asked = await journeys.send('POST', '/leicestershire/case/sign-in', {
      body: 'email=waiting%40example.com',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        accept: 'text/html',
      },
    });

    expect([asked.status, asked.text.includes('We cannot send emails at the moment')]).toEqual([503, true]);
  });

  it('where the sender is not verified is nobody else’s fault: no person counts as out of reach', async () => {
    journeys.setMailFault(() => 'unverified');
    const reference = await journeys.apply({ preferredName: 'Unverified' });
    const during = [await journeys.ending(reference, assessment()), await open(reference)];
    journeys.setMailFault();
    await journeys.forward('PT10M');

    expect(during).toEqual(['in Triage the request', ['triage-request']]);
    expect(await mails(reference)).toEqual([
      'assessment-1.acknowledge-application.person',
      'assessment-1.triage-request.task-opened.staff',
    ]);
  });
});
