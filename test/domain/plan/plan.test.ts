import { describe, expect, it } from 'vitest';
import { failedChecks, planProblems, signOff } from '../../../domain/plan/plan.ts';
import type { CouncilAgreement } from '../../../schemas/forms/council-agreement.ts';
import type { PlanAgreement } from '../../../schemas/forms/plan-agreement.ts';
import type { PlanChecks } from '../../../schemas/forms/plan-checks.ts';
import { aNeed, aPlan } from '../../support/care-act.ts';

describe('planProblems', () => {
  it('finds nothing in a plan with all contents of s.25, as short as this one', () => {
    expect(planProblems(aPlan())).toEqual([]);
  });

  it.each([
    {
      rule: 's.24(2)',
      changes: { needs: [aNeed(), aNeed({ councilMeets: 'no', weeklyCost: 0 })] },
      fields: ['needs[1].whyNotMet'],
    },
    {
      rule: 's.26(1)(a): cost of a need not met',
      changes: { needs: [aNeed(), aNeed({ councilMeets: 'no', whyNotMet: 'A friend does it', weeklyCost: 1 })] },
      fields: ['needs[1].weeklyCost'],
    },
    {
      rule: 'reg 2(2): a carer outcome in a plan of an adult',
      changes: { needs: [aNeed({ outcome: 'recreation' })] },
      fields: ['needs[0].outcome'],
    },
    {
      rule: 's.25(3)(a)',
      changes: { consulted: [{ name: 'Cy', role: 'carer', askedForBy: 'law' }] },
      fields: ['consulted'],
    },
    {
      rule: 's.25(8), CB8',
      changes: {
        writtenBy: 'someone-for-person',
        writtenWith: 'Her sister',
        bestInterests: 'no',
        bestInterestsWhy: 'She was not asked.',
      },
      fields: ['bestInterests'],
    },
    { rule: 's.26(1)(a): cost lines', changes: { needs: [aNeed({ weeklyCost: 19201 })] }, fields: ['budgetCost'] },
    {
      rule: 's.26(1): shares',
      changes: { budgetCouncil: 15044 },
      fields: ['budgetCost'],
    },
    { rule: 's.26: routes', changes: { paymentRoutes: ['none'] }, fields: ['paymentRoutes'] },
  ])('names $fields under $rule', ({ changes, fields }) => {
    expect(planProblems(aPlan(changes)).map(({ field }) => field)).toEqual(fields);
  });

  it('accepts a support plan of a carer for their own health, and refuses an outcome of adults there', () => {
    const carerPlan = (outcome: string) =>
      aPlan({
        about: 'carer',
        careToAdult: 'no',
        needs: [aNeed({ outcome })],
        consulted: [{ name: 'Cy', role: 'carer', askedForBy: 'law' }],
      });

    expect(planProblems(carerPlan('carer-health'))).toEqual([]);
    expect(planProblems(carerPlan('toilet')).map(({ field }) => field)).toEqual(['needs[0].outcome']);
  });

  it.each([
    {
      about: 'adult',
      messages: ['Choose an outcome of the test for adults', 'Record how the person was involved'],
      rules: ['Eligibility Regs reg 2(2)', 's.25(3)(a)'],
    },
    {
      about: 'carer',
      messages: ['Choose an outcome of the test for carers', 'Record how the carer was involved'],
      rules: ['Eligibility Regs reg 3(2)', 's.25(4)(a)'],
    },
  ])('says to the writer of a plan about $about: $messages', ({ about, messages, rules }) => {
    const outcome = about === 'adult' ? 'recreation' : 'toilet';

    const problems = planProblems(
      aPlan({
        about,
        careToAdult: 'no',
        needs: [aNeed({ outcome })],
        consulted: [{ name: 'Ada', role: 'advocate', askedForBy: 'law' }],
      }),
    );

    expect(problems.map(({ message }) => message)).toEqual(messages);
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });

  it('accepts a plan written by someone else once best interests are recorded', () => {
    const draft = aPlan({
      writtenBy: 'someone-for-person',
      writtenWith: 'Her sister',
      bestInterests: 'yes',
      bestInterestsWhy: 'We asked the advocate.',
    });

    expect(planProblems(draft)).toEqual([]);
  });
});

const checks: PlanChecks = {
  affordable: 'yes',
  affordableWhy: 'Yes',
  lawful: 'yes',
  lawfulWhy: 'Yes',
  effective: 'yes',
  effectiveWhy: 'Yes',
  involved: 'yes',
  risksCovered: 'yes',
};
const agreed: PlanAgreement = { answer: 'agreed', signature: 'Ada' };
const changes: PlanAgreement = { answer: 'changes-asked', whatChanges: 'Evenings instead', budgetHeld: 'as-planned' };
const council = (agreed: 'yes' | 'no'): CouncilAgreement => ({ agreed, why: 'A day centre meets it' });
const refused: PlanAgreement = { answer: 'not-agreed', whyNot: 'I want to stay at home' };

describe('signOff (CB11 to CB15, CB21)', () => {
  it.each([
    { when: 'both agree', person: agreed, council: council('yes'), event: 'agree', reasons: [] },
    {
      when: 'the person asks for changes',
      person: changes,
      council: council('yes'),
      event: 'request-changes',
      reasons: ['The person asks for changes: Evenings instead'],
    },
    {
      when: 'the person does not agree',
      person: refused,
      council: council('yes'),
      event: 'refuse',
      reasons: ['The person does not agree: I want to stay at home'],
    },
    {
      when: 'the council does not agree and the person asks for changes',
      person: changes,
      council: council('no'),
      event: 'refuse',
      reasons: ['The council does not agree: A day centre meets it', 'The person asks for changes: Evenings instead'],
    },
  ])('says $event when all checks are met and $when', ({ person, council: said, event, reasons }) => {
    expect(signOff(checks, person, said)).toEqual({ event, reasons });
  });

  it.each(['affordable', 'lawful', 'effective'] as const)(
    'asks for changes when the plan is not %s although both agree',
    (check) => {
      const failed = { ...checks, [check]: 'no', [`${check}Why`]: 'Too dear' };

      expect(signOff(failed, agreed, council('yes'))).toEqual({
        event: 'request-changes',
        reasons: [`The plan is not ${check}: Too dear`],
      });
    },
  );
});

describe('failedChecks', () => {
  it('names each check that is not met with its reason', () => {
    const failed = failedChecks({ ...checks, lawful: 'no', lawfulWhy: 'Gambling' });

    expect(failed).toEqual([{ check: 'lawful', reason: 'Gambling' }]);
  });

  it.each(['involved', 'risksCovered'] as const)('fails where %s is answered with no', (check) => {
    expect(failedChecks({ ...checks, [check]: 'no' }).map((one) => one.check)).toEqual([check]);
  });
});
