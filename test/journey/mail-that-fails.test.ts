import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CaseReference, isoInstant } from '../../schemas/scalars.ts';
import { createCaseRequests } from '../../services/follow/case-requests.ts';
import { createOwedMail } from '../../services/mail/owed-mail.ts';
import { assessment, type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

const rose = 'rose.okafor@example.com';
/** Addresses that nothing was mailed to before: one address is asked to be confirmed once an hour. */
const [slow, never] = ['slow@example.com', 'never@example.com'];
const acknowledgement = 'assessment-1.acknowledge-application.person';
const contact = 'case.contact-assessment-1-acknowledge-application-person';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const contactTasks = async (reference: CaseReference) =>
  (await journeys.tasks(reference))
    .filter(({ kind }) => kind === 'contact-another-way')
    .map(({ id, status, reason }) => `${status} ${id.replace(`${reference}.`, '')}: ${reason}`);
const ledger = async (reference: CaseReference, key = acknowledgement) => {
  const careCase = await journeys.case(reference);
  return (await journeys.deps.store.mail(careCase.council, reference, key))?.status;
};
const sent = async (reference: CaseReference) => (await journeys.mailOf(reference)).map((line) => line.split(' ')[1]);
/** What SES tells of a mail of the first step. */
const feedback = (reference: CaseReference, eventType: string) => ({
  Records: [
    {
      Sns: {
        Message: JSON.stringify({
          eventType,
          mail: {
            tags: {
              council: ['leicestershire'],
              reference: [reference],
              message: [acknowledgement.replaceAll('.', '__')],
            },
          },
        }),
      },
    },
  ],
});

describe('a mail to the person', { timeout: 60_000 }, () => {
  it('that SES cannot take for now is sent once when it can, and nobody is asked for anything', async () => {
    let refusals = 2;
    journeys.setMailFault((to) => (to === rose && refusals-- > 0 ? 'unavailable' : undefined));
    const reference = await journeys.apply({ preferredName: 'Later' });
    const before = await journeys.ending(reference, assessment());

    await journeys.forward('PT10M');
    journeys.setMailFault();

    expect([before, await journeys.ending(reference, assessment())]).toEqual([
      'in Triage the request',
      'in Triage the request',
    ]);
    expect([await sent(reference), await contactTasks(reference)]).toEqual([[acknowledgement], []]);
  });

  it('that SES refuses for good becomes a task at once, and the journey goes on', async () => {
    journeys.setMailFault((to) => (to === rose ? 'refused' : undefined));
    const reference = await journeys.apply({ preferredName: 'Refused' });
    journeys.setMailFault();

    expect(await contactTasks(reference)).toEqual([`open ${contact}: The email was refused: we have the application`]);
    expect([await ledger(reference), await journeys.ending(reference, assessment())]).toEqual([
      'undelivered',
      'in Triage the request',
    ]);
    expect((await journeys.staffMailOf(reference)).toSorted()).toEqual([
      'assessment-1.triage-request.task-opened.staff',
      `${contact}.task-opened.staff`,
    ]);
    await journeys.work(reference, 'contact-another-way', 'triage-request');
    expect(await journeys.ending(reference, assessment())).toBe('in Assess needs');
  });

  it('that could not be sent until its time had run out becomes a task, once; the journey has long gone on', async () => {
    journeys.setMailFault((to) => (to === slow ? 'unavailable' : undefined));
    const reference = await journeys.apply({ preferredName: 'Exhausted', email: slow }, { confirmed: false });
    const path = await journeys.path(reference, assessment());
    const owed = (hoursAgo: number, step: string) => ({
      ...{ council: slug, reference, id: step, kind: 'tell-person' as const, thread: assessment(), step },
      template: 'application-received' as const,
      at: isoInstant.parse(new Date(Date.parse(journeys.now()) - hoursAgo * 3_600_000).toISOString()),
    });
    const tell = createOwedMail(journeys.deps);
    const early = await tell(owed(71, 'acknowledge-application')).catch((error: Error) => error.name);
    const none = await contactTasks(reference);

    await tell(owed(73, 'acknowledge-application'));
    await tell(owed(73, 'acknowledge-application'));
    journeys.setMailFault();

    expect([early, none]).toEqual(['MailNotAccepted', []]);
    expect(path).toEqual([
      'Take up the case',
      'Has the request been triaged before?',
      'Acknowledge the application',
      'Triage the request',
    ]);
    expect(await contactTasks(reference)).toEqual([
      `open ${contact}: The email could not be sent: we have the application`,
    ]);
  });

  it('without an address becomes a task for each thing to be told', async () => {
    const reference = await journeys.apply({ preferredName: 'Post', email: '' });
    await journeys.work(reference, 'triage-request', 'assess-needs', 'decide-eligibility');

    expect(await contactTasks(reference)).toEqual([
      `open ${contact}: No email address: we have the application`,
      'open case.contact-assessment-1-send-decision-person: No email address: the decision is made',
    ]);
    expect(await sent(reference)).toEqual([]);
  });

  it.each([
    { news: 'a bounce', email: 'bounce@simulator.amazonses.com', status: 'bounced' },
    { news: 'a complaint', email: 'complaint@simulator.amazonses.com', status: 'complained' },
  ])('that comes back as $news becomes a task, and the same news again changes nothing', async ({ email, status }) => {
    const reference = await journeys.apply({ email });
    await journeys.platform.mail.settled();
    const before = await journeys.events(reference);

    await journeys.platform.lambda.invoke('record-mail-feedback', feedback(reference, 'Bounce'));

    expect(await contactTasks(reference)).toEqual([`open ${contact}: The email ${status}: we have the application`]);
    expect(await ledger(reference)).toBe(status);
    expect(await journeys.events(reference)).toEqual(before);
  });

  it('is not said another way to someone who died while it was tried, and open tasks to do so are taken back', async () => {
    journeys.setMailFault((to) => (to === rose ? 'refused' : undefined));
    const told = await journeys.apply({ preferredName: 'Died with a task' });
    journeys.setMailFault((to) => (to === never ? 'unavailable' : undefined));
    const tried = await journeys.apply({ preferredName: 'Died while tried', email: never }, { confirmed: false });

    await journeys.close(told, 'died');
    await journeys.close(tried, 'died');
    await journeys.forward('P2D');
    journeys.setMailFault();

    expect(await contactTasks(told)).toEqual([`cancelled ${contact}: The email was refused: we have the application`]);
    expect(await contactTasks(tried)).toEqual([]);
    expect(await journeys.ending(tried, assessment())).toBe('SUCCEEDED at Case closed early');
  });

  it('about the answer to a request is sent by the sweeper where it could not be sent at once', async () => {
    const reference = await journeys.apply({ preferredName: 'Asked' });
    const careCase = await journeys.case(reference);
    const asked = completeAnswers(caseForms.get('query') ?? needsAssessment);
    await createCaseRequests(journeys.deps)(
      { careCase, actor: { kind: 'public', as: 'person' } },
      'query',
      asked,
      'asked-once',
    );
    journeys.setMailFault((to) => (to === rose ? 'unavailable' : undefined));
    await journeys.work(reference, 'answer-query');
    journeys.setMailFault();
    const before = await sent(reference);

    await journeys.forward('PT10M');

    expect(before).toEqual([acknowledgement]);
    expect(await sent(reference)).toEqual([
      acknowledgement,
      expect.stringMatching(/^case\.answer-query-[0-9a-f]{12}\.person$/),
    ]);
  });

  it('that bounces after the person has died is noted, and nobody is asked to reach them', async () => {
    const reference = await journeys.apply({ preferredName: 'Bounced late' });
    await journeys.close(reference, 'died');

    await journeys.platform.lambda.invoke('record-mail-feedback', feedback(reference, 'Bounce'));

    expect([await ledger(reference), await contactTasks(reference)]).toEqual(['bounced', []]);
  });
});

describe('a mail to staff', { timeout: 60_000 }, () => {
  it('that SES cannot take for an hour stops no journey; work done meanwhile counts', async () => {
    const started = Date.parse(journeys.now());
    journeys.setMailFault((to) =>
      to !== rose && Date.parse(journeys.now()) < started + 3_600_000 ? 'unavailable' : undefined,
    );
    const reference = await journeys.apply({ preferredName: 'Outage' });
    await journeys.work(reference, 'triage-request');

    await journeys.forward('P1D');
    journeys.setMailFault();

    expect(await journeys.ending(reference, assessment())).toBe('in Assess needs');
    expect((await journeys.tasks(reference)).filter(({ kind }) => kind === 'restart-workflow')).toEqual([]);
    expect(await journeys.staffMailOf(reference)).toEqual(['assessment-1.assess-needs.task-opened.staff']);
  });

  it('about a person who was not reached is tried again with the step, not forgotten with the first fault', async () => {
    let faults = 1;
    journeys.setMailFault((to) => (to === rose ? 'refused' : faults-- > 0 ? 'unavailable' : undefined));
    const reference = await journeys.apply({ preferredName: 'Both' });

    await journeys.forward('PT10M');
    journeys.setMailFault();

    expect((await journeys.staffMailOf(reference)).toSorted()).toEqual([
      'assessment-1.triage-request.task-opened.staff',
      `${contact}.task-opened.staff`,
    ]);
  });

  it('is sent once however often its step is asked for, in a life from the application to support', async () => {
    const reference = await journeys.apply({ preferredName: 'Once' });
    await journeys.work(reference, ...toSupport.slice(0, 4));

    const told = await journeys.staffMailOf(reference);

    expect(told).toHaveLength(5);
    expect(new Set(told).size).toBe(5);
  });
});
