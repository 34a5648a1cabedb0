import { describe, expect, it } from 'vitest';
import { failedChecks, planContents, planProblems, signOff, withinEstimate } from '../../../domain/plan/plan.ts';
import type { PlanAnswer, PlanCheck } from '../../../schemas/plan.ts';
import { isoDate, pence } from '../../../schemas/scalars.ts';
import { aNeed, aPlanDraft } from '../../support/care-act.ts';

describe('planProblems', () => {
  it('finds nothing in a plan with all contents of s.25, as short as this one', () => {
    expect(planProblems(aPlanDraft())).toEqual([]);
  });

  it.each([
    {
      rule: 's.24(2)',
      changes: { needs: [aNeed(), aNeed({ councilMeets: false, weeklyCost: 0 })] },
      fields: ['needs.1.whyNotMet'],
    },
    {
      rule: 's.26(1)(a): cost of a need not met',
      changes: { needs: [aNeed(), aNeed({ councilMeets: false, whyNotMet: 'A friend does it', weeklyCost: 1 })] },
      fields: ['needs.1.weeklyCost'],
    },
    {
      rule: 'reg 2(2): a carer outcome in a plan of an adult',
      changes: { needs: [aNeed({ outcome: 'recreation' })] },
      fields: ['needs.0.outcome'],
    },
    { rule: 's.25(3)(a)', changes: { consulted: [] }, fields: ['consulted'] },
    { rule: 's.25(8), CB8', changes: { writtenBy: 'someone-for-person' }, fields: ['bestInterests'] },
    { rule: 's.26(1)(a): cost lines', changes: { needs: [aNeed({ weeklyCost: 19201 })] }, fields: ['budget.cost'] },
    {
      rule: 's.26(1): shares',
      changes: { budget: { stage: 'final', cost: 19200, personPays: 4155, councilPays: 15044 } },
      fields: ['budget.cost'],
    },
    { rule: 's.26: routes', changes: { paymentRoutes: [] }, fields: ['paymentRoutes'] },
  ])('names $fields under $rule', ({ changes, fields }) => {
    expect(planProblems(aPlanDraft(changes)).map(({ field }) => field)).toEqual(fields);
  });

  it('accepts a support plan of a carer for their own health, and refuses an outcome of adults there', () => {
    const carerPlan = (outcome: string) =>
      aPlanDraft({
        about: 'carer',
        needs: [aNeed({ outcome })],
        consulted: [{ name: 'Cy', role: 'carer', askedForBy: 'law' }],
      });

    expect(planProblems(carerPlan('carer-health'))).toEqual([]);
    expect(planProblems(carerPlan('toilet')).map(({ field }) => field)).toEqual(['needs.0.outcome']);
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

    const problems = planProblems(aPlanDraft({ about, needs: [aNeed({ outcome })], consulted: [] }));

    expect(problems.map(({ message }) => message)).toEqual(messages);
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });

  it('accepts a plan written by someone else once best interests are recorded', () => {
    const draft = aPlanDraft({ writtenBy: 'someone-for-person', bestInterests: 'Her sister; we asked the advocate.' });

    expect(planProblems(draft)).toEqual([]);
  });
});

describe('planContents', () => {
  it('has the 6 contents of s.25(1) and that of s.25(2)', () => {
    expect(planContents.map(({ clause }) => clause)).toEqual([
      ...[...'abcdef'].map((letter) => `s.25(1)(${letter})`),
      's.25(2)',
    ]);
  });
});

describe('withinEstimate', () => {
  it.each([
    { cost: 19199, may: true },
    { cost: 19200, may: true },
    { cost: 19201, may: false },
  ])('answers may: $may for a plan of $cost against an estimate of 19200', ({ cost, may }) => {
    expect(withinEstimate(pence.parse(cost), pence.parse(19200)).may).toBe(may);
  });
});

const met = { met: true, reason: 'Yes' };
const checks: PlanCheck = { affordable: met, lawful: met, effective: met };
const agreed: PlanAnswer = { answer: 'agreed', signedBy: 'Ada', signedOn: isoDate.parse('2026-11-21') };
const changes: PlanAnswer = { answer: 'changes-asked', what: 'Evenings instead' };
const refused: PlanAnswer = { answer: 'not-agreed', why: 'I want to stay at home' };

describe('signOff (CB11 to CB15, CB21)', () => {
  it.each([
    { when: 'both agree', person: agreed, council: agreed, event: 'agree', reasons: [] },
    {
      when: 'the person asks for changes',
      person: changes,
      council: agreed,
      event: 'request-changes',
      reasons: ['The person asks for changes: Evenings instead'],
    },
    {
      when: 'the council asks for changes',
      person: agreed,
      council: changes,
      event: 'request-changes',
      reasons: ['The council asks for changes: Evenings instead'],
    },
    {
      when: 'the person does not agree',
      person: refused,
      council: agreed,
      event: 'refuse',
      reasons: ['The person does not agree: I want to stay at home'],
    },
    {
      when: 'the council does not agree and the person asks for changes',
      person: changes,
      council: refused,
      event: 'refuse',
      reasons: ['The council does not agree: I want to stay at home', 'The person asks for changes: Evenings instead'],
    },
  ])('says $event when all checks are met and $when', ({ person, council, event, reasons }) => {
    expect(signOff(checks, person, council)).toEqual({ event, reasons });
  });

  it.each(['affordable', 'lawful', 'effective'] as const)(
    'asks for changes when the plan is not %s although both agree',
    (check) => {
      const failed = { ...checks, [check]: { met: false, reason: 'Too dear' } };

      expect(signOff(failed, agreed, agreed)).toEqual({
        event: 'request-changes',
        reasons: [`The plan is not ${check}: Too dear`],
      });
    },
  );
});

describe('failedChecks', () => {
  it('names each check that is not met with its reason', () => {
    const failed = failedChecks({ ...checks, lawful: { met: false, reason: 'Gambling' } });

    expect(failed).toEqual([{ check: 'lawful', reason: 'Gambling' }]);
  });
});
