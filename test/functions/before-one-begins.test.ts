import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { openCase, signedIn } from '../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

const ada = 'ada.okafor@example.com';
const byAda: Answers = {
  filledInBy: 'helper',
  helperFirstName: 'Ada',
  helperLastName: 'Okafor',
  helperRelationship: 'child',
  helperEmail: ada,
  updatesTo: ['person', 'helper'],
};

let running: TestPlatform;
beforeAll(async () => {
  running = await startTestPlatform();
});
afterAll(() => running.stop());

type Line = { about: string; lines: string[] };
const triageOf = async (reference: string) => {
  const task = await running.client.waitForTask('contact-officer', reference, 'triage-request');
  const read = await running.send('GET', `/${council}/staff/tasks/${task.id}`, { as: 'contact-officer' });
  const lines = Object.fromEntries(
    (read.json as { beforeYouBegin: Line[] }).beforeYouBegin.map(({ about, lines: says }) => [about, says.join(' ')]),
  );
  return { task, lines };
};

describe('a task says before it is begun', () => {
  it('how it is safe to make contact, in which language and format, what is hard, and with whom to share', async () => {
    const reference = await openCase(running, {
      phone: '01632 960 001',
      safeToLeaveMessage: 'no',
      treatedBadly: 'prefer-to-talk',
      safeContact: 'Tuesdays at ten',
      language: 'other',
      otherLanguage: 'Polish',
      formats: ['braille'],
      takingPart: ['remember'],
      someoneToSupport: 'no',
      wantsAdvocate: 'yes',
      shareWith: ['gp'],
      whereNow: 'hospital',
      dischargeExpectedOn: '2026-01-20',
      selfAssessment: 'yes',
      copyBy: 'post',
    });
    const { task, lines } = await triageOf(reference);

    expect(lines['careful']).toContain('Speak with them alone');
    expect(lines['reach']).toContain('Tuesdays at ten');
    expect(lines['reach']).toContain('Leave no message on 01632 960 001');
    expect(lines['language']).toBe('Polish. Bring an interpreter.');
    expect(lines['formats']).toContain('Braille');
    expect(lines['formats']).toContain('by post');
    expect(lines['taking-part']).toMatch(/remembering it.*nobody who could support them.*independent advocate/);
    expect(lines['sharing']).toContain('With the GP; with no other relative or friend.');
    expect(lines['hospital']).toContain('Tuesday 20 January 2026');
    expect(lines['wishes']).toContain('themselves, with our support');
    const page = await running.send('GET', `/${council}/staff/tasks/${task.id}`, {
      as: 'contact-officer',
      headers: { accept: 'text/html' },
    });
    expect(page.text).toContain('Before you begin');
    expect(page.text).toContain('Leave no message on 01632 960 001');
  });

  it('of each of two in a joint form what they want for themselves, and who has signed', async () => {
    const answers = completeAnswers(jointAssessment, {
      talkAlone: 'either',
      carerTalkAlone: 'alone',
      carerBestTime: 'Weekday mornings',
      carerCaringTasks: ['behaviour'],
      carerHardBehaviour: 'Hits out at night',
      carerShareWith: ['person-cared-for'],
      carerTellPersonCaredFor: 'That I need a break',
    });
    const sent = await running.send('POST', `/${council}/applications`, {
      body: { form: 'joint-assessment', answers },
    });
    const { reference, carerReference } = sent.json as { reference: string; carerReference: string };
    await running.settle();
    const [person, carer] = [await triageOf(reference), await triageOf(carerReference)];

    expect(carer.lines['careful']).toContain('talk to them alone');
    expect(person.lines['careful']).toBeUndefined();
    expect(carer.lines['wishes']).toContain('A good time: Weekday mornings');
    expect(carer.lines['caring']).toContain('Hits out at night');
    expect(carer.lines['sharing']).toContain('What the person cared for may be told: That I need a break');
    expect(carer.lines['acting']).toContain('Ask them alone if they agree to it.');
    expect(JSON.stringify(person.lines)).not.toMatch(/Weekday mornings|Hits out|need a break|Ask them alone if/);
  });

  it('nothing of it in the task itself, nor in the mail about it', async () => {
    const reference = await openCase(running, { treatedBadly: 'yes', safeContact: 'Only at the library' });
    const { tasks } = (
      await running.send('GET', `/${council}/staff/tasks?reference=${reference}`, { as: 'contact-officer' })
    ).json as { tasks: unknown[] };
    const mails = await running.platform.mail.list();

    expect(tasks.length).toBeGreaterThan(0);
    expect(JSON.stringify(tasks)).not.toContain('library');
    expect(JSON.stringify(mails)).not.toContain('library');
  });
});

describe('who asks for a person without their agreement and without a right', () => {
  it('is told nothing and cannot follow the case until a contact officer has decided, before whom nobody triages', async () => {
    const reference = await openCase(running, { ...byAda, personAgrees: 'no', helperAuthority: 'none' });
    const decide = await running.client.waitForTask('contact-officer', reference, 'decide-contact');
    const { task, lines } = await triageOf(reference);
    const told = () => running.platform.mail.list().then((mails) => mails.filter(({ to }) => to.includes(ada)));
    const answers = staffAnswers('2026-01-05');
    const tooSoon = await running.send('POST', `/${council}/staff/tasks/${task.id}/complete`, {
      as: 'contact-officer',
      body: { answers: answers['triage-request'] },
    });

    expect(lines['acting']).toContain('They are told nothing.');
    expect(await told()).toEqual([]);
    expect(tooSoon.status).toBe(400);
    expect(tooSoon.text).toContain('Decide first whether to contact the person');

    await running.client.complete('contact-officer', decide, answers['decide-contact']);
    await running.client.complete('contact-officer', task, answers['triage-request']);
    await running.settle();
    const read = await running.send('GET', `/${council}/staff/cases/${reference}`, { as: 'manager' });

    expect(read.json).toMatchObject({
      case: { updatesTo: ['person', 'helper'] },
      person: { helpers: [{ agrees: true }] },
    });
    expect((await signedIn(running, ada)).page.html).toContain(reference);
  });
});
