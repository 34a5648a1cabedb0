import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adviceOnly,
  asksForChange,
  assessment,
  cycle,
  doesNotAgree,
  failsCheck,
  goalsMet,
  type Journeys,
  livesElsewhere,
  notEligible,
  notWanted,
  reviewReassesses,
  shortTerm,
  startJourneys,
  toSupport,
  type Work,
} from '../support/journey.ts';

const begun = [
  'Take up the case',
  'Has the request been triaged before?',
  'Acknowledge the application',
  'Triage the request',
  'What did triage decide?',
];
const decided = ['Assess needs', 'Decide eligibility', 'Send the decision', 'Is the person eligible?'];
const budgeted = [...begun, ...decided, 'Estimate the budget', 'When are finances assessed?'];
const checked = ['Draft the plan', 'Check the plan', 'Does the plan pass the checks?'];
const planned = [...checked, 'Agree the plan', 'Does the person agree?'];
const agreed = ['Keep the agreement', 'Are the finances assessed?'];
const supported = [
  'Send the agreed plan',
  'Set up support',
  'Start the review cycle',
  'Check how support is going',
  'Support is under review',
];
const toBudget: readonly Work[] = ['triage-request', 'assess-needs', 'decide-eligibility', 'estimate-budget'];
const toAgreement: readonly Work[] = ['draft-plan', 'check-plan', 'agree-plan'];
const toEnd: readonly Work[] = ['set-up-support', 'check-support'];

const branches: {
  branch: string;
  council?: { financialAssessment: 'beside-plan' | 'after-plan' };
  work: readonly Work[];
  path: string[];
  ending: string;
  closed?: string;
  mail: string[];
}[] = [
  {
    branch: 'advice is all that is needed',
    work: [adviceOnly],
    path: [...begun, 'Close with advice', 'Send advice', 'Case closed'],
    ending: 'SUCCEEDED at Case closed',
    closed: 'advice-given',
    mail: ['send-advice'],
  },
  {
    branch: 'short-term support is enough',
    work: [shortTerm, 'give-short-term-support', goalsMet],
    path: [
      ...begun,
      'Give short-term support',
      'Wait for short-term support to end',
      'Review short-term support',
      'Are there ongoing needs?',
      'Close after short-term support',
      'Send advice',
      'Case closed',
    ],
    ending: 'SUCCEEDED at Case closed',
    closed: 'short-term-support-met-needs',
    mail: ['send-advice'],
  },
  {
    branch: 'needs are left after short-term support',
    work: [shortTerm, 'give-short-term-support', 'review-short-term-support'],
    path: [
      ...begun,
      'Give short-term support',
      'Wait for short-term support to end',
      'Review short-term support',
      'Are there ongoing needs?',
      'Assess needs',
    ],
    ending: 'in Assess needs',
    mail: [],
  },
  {
    branch: 'the person is not eligible',
    work: ['triage-request', 'assess-needs', notEligible],
    path: [...begun, ...decided, 'Close as not eligible', 'Has the case ended?', 'Send advice', 'Case closed'],
    ending: 'SUCCEEDED at Case closed',
    closed: 'not-eligible',
    mail: ['send-decision', 'send-advice'],
  },
  {
    branch: 'the person is eligible and lives elsewhere',
    work: ['triage-request', 'assess-needs', livesElsewhere],
    path: [...begun, ...decided, 'Close as living elsewhere', 'Has the case ended?', 'Send advice', 'Case closed'],
    ending: 'SUCCEEDED at Case closed',
    closed: 'lives-elsewhere',
    mail: ['send-decision', 'send-advice'],
  },
  {
    branch: 'the person is eligible and does not want support',
    work: ['triage-request', 'assess-needs', notWanted],
    path: [...begun, ...decided, 'Close as support is not wanted', 'Has the case ended?', 'Send advice', 'Case closed'],
    ending: 'SUCCEEDED at Case closed',
    closed: 'support-not-wanted',
    mail: ['send-decision', 'send-advice'],
  },
  {
    branch: 'finances are assessed before the plan',
    work: [...toBudget, 'assess-finances', ...toAgreement, ...toEnd],
    path: [...budgeted, 'Assess finances', 'Is the plan agreed yet?', ...planned, ...agreed, ...supported],
    ending: 'SUCCEEDED at Support is under review',
    mail: ['send-decision', 'case.assessment-1-agree-plan-1', 'send-plan'],
  },
  {
    branch: 'finances are assessed beside the plan, and done first',
    council: { financialAssessment: 'beside-plan' },
    work: [...toBudget, 'assess-finances', ...toAgreement, ...toEnd],
    path: [
      ...budgeted,
      'Open the financial assessment',
      ...planned,
      ...agreed,
      'Assess finances',
      'Is the plan agreed yet?',
      ...supported,
    ],
    ending: 'SUCCEEDED at Support is under review',
    mail: ['send-decision', 'case.assessment-1-agree-plan-1', 'send-plan'],
  },
  {
    branch: 'finances are assessed beside the plan, and done last',
    council: { financialAssessment: 'beside-plan' },
    work: [...toBudget, ...toAgreement, 'assess-finances', ...toEnd],
    path: [
      ...budgeted,
      'Open the financial assessment',
      ...planned,
      ...agreed,
      'Assess finances',
      'Is the plan agreed yet?',
      ...supported,
    ],
    ending: 'SUCCEEDED at Support is under review',
    mail: ['send-decision', 'case.assessment-1-assess-finances', 'send-plan'],
  },
  {
    branch: 'finances are assessed after the plan',
    council: { financialAssessment: 'after-plan' },
    work: [...toBudget, ...toAgreement, 'assess-finances', ...toEnd],
    path: [...budgeted, ...planned, ...agreed, 'Assess finances', 'Is the plan agreed yet?', ...supported],
    ending: 'SUCCEEDED at Support is under review',
    mail: ['send-decision', 'case.assessment-1-assess-finances', 'send-plan'],
  },
  {
    branch: 'the plan fails a check, then the person asks for a change and then refuses it, and agrees the 4th draft',
    council: { financialAssessment: 'after-plan' },
    work: [
      ...toBudget,
      'draft-plan',
      failsCheck,
      'draft-plan',
      'check-plan',
      asksForChange,
      'draft-plan',
      'check-plan',
      doesNotAgree,
      ...toAgreement,
    ],
    path: [
      ...budgeted,
      ...checked,
      'Go round again',
      ...planned,
      'Go round again',
      ...planned,
      'Go round again',
      ...planned,
      ...agreed,
      'Assess finances',
    ],
    ending: 'in Assess finances',
    mail: ['send-decision', 'case.assessment-1-check-plan-1'],
  },
];

describe('the assessment journey', { timeout: 60_000 }, () => {
  let journeys: Journeys;
  beforeAll(async () => {
    journeys = await startJourneys();
  });
  afterAll(() => journeys.stop());

  it.each(branches)('where $branch', async ({ branch, council = {}, work, path, ending, closed, mail }) => {
    journeys.setCouncil(council);
    const reference = await journeys.apply({ preferredName: branch.slice(0, 20) });

    await journeys.work(reference, ...work);

    expect(await journeys.path(reference, assessment())).toEqual(path);
    expect(await journeys.ending(reference, assessment())).toBe(ending);
    expect((await journeys.case(reference)).closed?.reason).toBe(closed);
    const steps = ['acknowledge-application', ...mail];
    // What the machine itself sends; what its work owes is in told.test.ts.
    const sent = (await journeys.mailOf(reference)).filter((line) => !line.includes(' case.'));
    const own = steps.filter((step) => !step.includes('.'));
    expect(sent).toEqual(own.map((step) => `${journeys.now()} assessment-1.${step}.person`));
    const told = (await journeys.staffMailOf(reference)).map((key) => key.split('.')[1]);
    expect(told.length).toBe(new Set(told).size);
    expect(journeys.errors).toEqual([]);
  });

  it('waits for short-term support to end at 09:00 on its last working day, 42 days on at most', async () => {
    const reference = await journeys.apply({ preferredName: 'Six weeks' });
    await journeys.work(reference, shortTerm, ['give-short-term-support', { endsOn: '2026-02-15' }]);

    await journeys.moveTo('2026-02-13T08:59:59.999Z');
    const before = await journeys.ending(reference, assessment());
    await journeys.moveTo('2026-02-13T09:00:00Z');

    expect([before, await journeys.ending(reference, assessment())]).toEqual([
      'in Wait for short-term support to end',
      'in Review short-term support',
    ]);
  });

  it('refuses short-term support that begins so late that its review would outlast an execution', async () => {
    const reference = await journeys.apply({ preferredName: 'Far ahead' });
    await journeys.work(reference, shortTerm);

    const far = journeys.finish(reference, 'give-short-term-support', { startsOn: '2027-06-01', endsOn: '2027-06-02' });

    await expect(far).rejects.toThrow('answered 400');
  });

  it('keeps an audit event for each change, in the order in which they happened', async () => {
    const reference = await journeys.apply({ preferredName: 'Audit' });
    await journeys.work(reference, adviceOnly);

    expect(await journeys.events(reference)).toEqual([
      'application-received needs-assessment',
      'email-held assessment-1.acknowledge-application.person',
      'task-created assessment-1.triage-request',
      'email-sent assessment-1.triage-request.task-opened.staff',
      'address-proved',
      'email-owed tell-held-person',
      'warning-changed',
      'email-sent assessment-1.acknowledge-application.person',
      'task-completed assessment-1.triage-request advice-only',
      'case-closed advice-given',
      'email-sent assessment-1.send-advice.person',
    ]);
  });
});

describe('a reassessment', { timeout: 60_000 }, () => {
  it('is a new journey without triage, and a plan that is refused leaves the one in force and its later review', async () => {
    const journeys = await startJourneys();
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport, 'check-support');
    await journeys.forward('P5W');
    await journeys.work(reference, reviewReassesses);
    // Both threads change the case at the same moment; the one that comes second tries again after some seconds.
    await journeys.forward('PT1M');
    const stage = (await journeys.case(reference)).stage;

    await journeys.work(reference, ...toSupport.slice(1, 5), 'draft-plan', 'check-plan', doesNotAgree);

    expect(stage).toBe('assessment');
    expect(await journeys.path(reference, assessment(2))).toEqual([
      'Take up the case',
      'Has the request been triaged before?',
      ...decided,
      'Estimate the budget',
      'When are finances assessed?',
      'Assess finances',
      'Is the plan agreed yet?',
      ...planned,
      'Support is under review',
    ]);
    expect(await journeys.case(reference)).toMatchObject({ stage: 'support', planInForce: 1, reviewGeneration: 2 });
    expect(await journeys.ending(reference, cycle(2))).toBe('in Wait for the reminder');
    await journeys.stop();
  });
});
