import { describe, expect, it } from 'vitest';
import { aCouncil } from '../../support/a-council.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';

const triage = finishing('triage-request');
const assess = finishing('assess-needs');
const look = finishing('review-wait', 'case.review-wait-1');
const waiting = { stage: 'assessment' } as const;

const planned = (found: ReturnType<typeof triage>, kind: string) =>
  found.ok ? found.opens?.find((one) => one.kind === kind) : undefined;

describe('whoever waits for an assessment (statutory guidance 6.29)', () => {
  it.each([
    { urgency: 'standard', opensOn: '2026-02-02' },
    { urgency: 'carer-breakdown', opensOn: '2026-01-12' },
    { urgency: 'urgent', opensOn: '2026-01-12' },
  ])('is looked at again on $opensOn where it is $urgency', ({ urgency, opensOn }) => {
    expect(planned(triage({ urgency }), 'review-wait')).toMatchObject({ opensOn });
  });

  it('is looked at again as their council says', () => {
    const council = aCouncil({ waitingLooks: { standard: 14, urgent: 2, 'carer-breakdown': 5 } });

    expect(planned(triage({}, {}, { council }), 'review-wait')).toMatchObject({ opensOn: '2026-01-19' });
  });

  it('is not looked at any more once they are assessed', () => {
    expect(assess()).toMatchObject({ forgets: ['review-wait-1', 'review-wait-1-again-2', 'review-wait-1-again-3'] });
  });

  it('has a new rank after each look, is told of it, and is looked at again', () => {
    expect(look({ urgency: 'carer-breakdown', seenBy: '2026-01-09' }, waiting)).toMatchObject({
      changes: { urgency: 'carer-breakdown', targetOn: '2026-01-09' },
      tells: ['wait-looked-at'],
      opens: [{ kind: 'review-wait', step: 'review-wait-1-again-2', opensOn: '2026-01-12' }],
    });
    expect(wrongFields(look({ urgency: undefined }, waiting))).toEqual(['urgency']);
  });

  it('does not wait in turn where waiting does harm', () => {
    expect(wrongFields(look({ riskOfWaiting: 'decline' }, waiting))).toEqual(['urgency']);
    const harmed = look({ riskOfWaiting: 'abuse', urgency: 'urgent' }, waiting);
    expect(planned(harmed, 'look-into-safety')).toBeDefined();
  });
});

describe('leaving hospital', () => {
  const inHospital = { inHospital: 'yes', ward: 'Ward 7', dischargeExpectedOn: '2026-01-20' };

  it.each([
    { dischargePathway: 'pathway-2', opensOn: '2026-01-20' },
    { dischargePathway: 'pathway-0', opensOn: undefined },
  ])('by $dischargePathway opens the work to agree the assessment on $opensOn', ({ dischargePathway, opensOn }) => {
    const found = triage({ ...inHospital, dischargePathway });

    expect(planned(found, 'assess-after-discharge')?.opensOn).toBe(opensOn);
  });

  it('is asked for again where it has not come, and moves the target where it has', () => {
    const agree = finishing('assess-after-discharge', 'case.assess-after-discharge-from-1a2b3c4d');
    const notYet = {
      leftHospital: 'not-yet',
      expectedOn: '2026-01-27',
      howRecovering: undefined,
      assessBy: undefined,
      toldOfCostOn: undefined,
    };

    expect(planned(agree(notYet), 'assess-after-discharge')).toMatchObject({ opensOn: '2026-01-27' });
    expect(agree({ assessBy: '2026-02-20' })).toMatchObject({ changes: { targetOn: '2026-02-20' } });
  });
});

describe('urgent support before an assessment (s.19(3))', () => {
  it('is allowed, has the day of its review, and the assessment is due by then (E2)', () => {
    const urgent = {
      urgency: 'urgent',
      urgentSupport: 'yes',
      urgentServices: 'A night sitter.',
      urgentReason: 'Her husband died today.',
      urgentStartsOn: '2026-01-05',
      urgentReviewOn: '2026-01-06',
    };

    expect(triage(urgent)).toMatchObject({
      ok: true,
      outcome: 'assess',
      changes: { stage: 'assessment', targetOn: '2026-01-06' },
    });
    expect(wrongFields(triage({ ...urgent, urgentReviewOn: undefined }))).toEqual(['urgentReviewOn']);
  });
});

describe('possible continuing healthcare (SI 2014/2827 reg 7)', () => {
  it('is referred on a day, or it is said why not, before the assessment closes (E3)', () => {
    expect(wrongFields(assess({ continuingHealthcare: 'yes' }))).toEqual(['healthcareNotReferredWhy']);
    expect(wrongFields(assess({ continuingHealthcare: 'referred' }))).toEqual(['healthcareReferredOn']);
    expect(wrongFields(assess({ continuingHealthcare: 'referred', healthcareReferredOn: '2026-01-05' }))).toEqual([]);
  });

  it('is a task where it has not been referred', () => {
    const found = assess({ continuingHealthcare: 'yes', healthcareNotReferredWhy: 'She thinks about it.' });

    expect(planned(found, 'refer-continuing-healthcare')).toBeDefined();
  });
});

describe('what may have to be paid (s.4(2))', () => {
  const shortTerm = finishing('give-short-term-support');

  it('is told by a task where the assessment had not told it', () => {
    expect(planned(assess({ toldAboutCharging: 'no', chargingToldOn: undefined }), 'tell-of-cost')).toBeDefined();
  });

  it('is told before short-term support that is charged for begins', () => {
    const technology = { supportKinds: ['technology'] };

    expect(wrongFields(shortTerm(technology))).toEqual(['charged']);
    expect(wrongFields(shortTerm({ ...technology, charged: 'yes' }))).toEqual(['toldOfCostOn']);
    expect(wrongFields(shortTerm({ ...technology, charged: 'yes', toldOfCostOn: '2026-01-05' }))).toEqual([]);
    expect(wrongFields(shortTerm({ supportKinds: ['reablement'] }))).toEqual([]);
  });
});

it('a benefits check that is wanted is a task, and so is one that nobody has offered', () => {
  expect(planned(assess({ benefitsCheck: 'wanted' }), 'arrange-benefits-check')).toBeDefined();
  expect(planned(assess({ benefitsCheck: 'not-offered' }), 'arrange-benefits-check')).toBeDefined();
  expect(planned(assess(), 'arrange-benefits-check')).toBeUndefined();
  expect(
    planned(finishing('assess-carer')({ supportWanted: ['benefits-check'] }), 'arrange-benefits-check'),
  ).toBeDefined();
});
