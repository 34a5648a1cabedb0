import { describe, expect, it } from 'vitest';
import { assessFinances } from '../../../domain/charging/financial-assessment.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';
import { gbp } from './assessments.ts';
import { aHome, answers, assessed, decided, inCareHome, ownsHome } from './officer.ts';

describe('assessFinances', () => {
  it('works out 41.55 a week for case H1 of the charging tables and keeps the working', () => {
    const result = assessFinances(answers(), undefined);

    expect(result.ok && result.charge).toMatchObject({ personPays: 4155, councilPays: 14_745, status: 'final' });
    expect(result.ok && result.charge.working.length).toBeGreaterThan(5);
  });

  it('records no charge that rests on a figure nobody has looked up, and names the figure', () => {
    const result = assessFinances(answers({ confirmed: undefined }), undefined);

    expect(result).toMatchObject({
      ok: false,
      broken: [{ field: 'confirmed', message: expect.stringContaining('2025-26.mig-single-pension-age') }],
    });
  });

  it('charges by the figure that was looked up where it differs: 1 pound more to live on is 1 pound less to pay', () => {
    const rate = {
      year: '2025-26',
      rate: 'mig-single-pension-age',
      amount: 23_360,
      source: 'Circular',
      on: '2026-01-12',
    };

    expect(assessFinances(answers({ confirmed: undefined, confirmedRates: [rate] }), undefined)).toMatchObject({
      ok: true,
      charge: { personPays: 4055 },
    });
  });

  it.each([
    { id: 'H6, over the limit', changes: { capital: [{ kind: 'cash', owners: 1, value: gbp(23_250.01) }] }, pays: 189 },
    {
      id: 'H11, declined',
      changes: { financialChoice: 'decline', refusalPrevented: 'yes', stillMeets: 'yes' },
      pays: 189,
    },
    {
      id: 'a light touch with an agreed charge',
      changes: {
        financialChoice: 'light-touch',
        lightTouchAgreed: 'yes',
        lightTouchEvidence: 'Pension Credit letter',
        lightTouchFinding: 'pays-agreed-charge',
        agreedCharge: gbp(12.5),
      },
      pays: 12.5,
    },
    {
      id: 'H16, week 7 of reablement',
      changes: { service: 'reablement', reablementFrom: '2025-11-24' },
      pays: 41.55,
    },
    { id: 'H15, week 6 of reablement', changes: { service: 'reablement', reablementFrom: '2025-12-08' }, pays: 0 },
    { id: 'an aid of 1,000.00', changes: { service: 'aid-or-adaptation', serviceCost: gbp(1000) }, pays: 0 },
    { id: 'an aid of 1,000.01', changes: { service: 'aid-or-adaptation', serviceCost: gbp(1000.01) }, pays: 41.55 },
    {
      id: 'a benefit that is claimed and not paid yet',
      changes: {
        benefits: [
          { kind: 'state-pension', weekly: gbp(230.25) },
          { kind: 'attendance-allowance', weekly: gbp(73.9), pending: 'yes' },
        ],
      },
      pays: 0,
    },
    {
      id: 'K1, a joint account of 31,000',
      changes: { capital: [{ kind: 'current-account', owners: 2, value: gbp(31_000) }] },
      pays: 46.55,
    },
    {
      id: 'K2, a fifth of a second house with a mortgage',
      changes: {
        hasCapital: 'no',
        ownsProperty: 'yes',
        property: [{ ...aHome, use: 'other', owners: 2, value: gbp(150_000), mortgage: gbp(45_000), sharePercent: 20 }],
      },
      pays: 56.55,
    },
    {
      id: 'the home in which the person lives',
      changes: { ownsProperty: 'yes', property: [{ ...aHome, livedInNow: 'yes' }] },
      pays: 41.55,
    },
    {
      id: '10,000 given away, found to be so as to avoid charges',
      changes: {
        gaveAway: 'yes',
        givenAway: [
          {
            what: 'Money',
            value: gbp(10_000),
            on: '2025-06-01',
            to: 'A son',
            wasGivenUp: 'yes',
            foreseen: 'yes',
            toAvoid: 'yes',
            heardOn: '2025-12-01',
            reasons: 'He said so',
          },
        ],
      },
      pays: 60.55,
    },
    {
      id: '10,000 given away for another reason',
      changes: {
        gaveAway: 'yes',
        givenAway: [
          {
            what: 'A wedding',
            value: gbp(10_000),
            on: '2019-06-01',
            to: 'A son',
            wasGivenUp: 'yes',
            foreseen: 'no',
            toAvoid: 'no',
          },
        ],
      },
      pays: 41.55,
    },
  ])('charges $pays at home: $id', ({ changes, pays }) => {
    expect(assessed(changes).personPays).toBe(gbp(pays));
  });

  it('takes the cost of disability line by line, as it was decided (E2)', () => {
    const cost = (rest: object) => ({ kind: 'other', need: 'Needed', ...rest });
    const disabilityCosts = [
      cost({ cost: gbp(45), every: 'month', decision: 'accepted' }),
      cost({ cost: gbp(50), every: 'four-weeks', decision: 'accepted' }),
      cost({ cost: gbp(30), every: 'week', sharedBy: 2, decision: 'accepted' }),
      cost({ cost: gbp(150), every: 'once', lastsYears: 1, decision: 'part', accepted: gbp(60), why: 'cheaper' }),
      cost({ cost: gbp(99), every: 'week', decision: 'refused', why: 'anyone' }),
    ];

    const { personPays, working } = assessed({ disabilityCosts });

    const lines = working.filter(({ basis }) => basis === 'Guidance, Annex C, paragraph 40');
    expect(lines.map(({ step, label, pence }) => [step, label, pence])).toEqual([
      ['take-away', 'Other', 10_39],
      ['take-away', 'Other', 12_50],
      ['take-away', 'Other', 15_00],
      ['take-away', 'Other', 1_16],
      ['left-out', 'Other: There is a cheaper way', 1_73],
      ['left-out', 'Other: Anyone would spend it', 99_00],
    ]);
    expect(personPays).toBe(gbp(12.5));
  });

  const bills = (changes: object) => ({
    benefits: [
      { kind: 'state-pension', weekly: gbp(230.25) },
      { kind: 'industrial-injuries', weekly: gbp(60) },
      { kind: 'housing-benefit', weekly: gbp(95) },
      { kind: 'council-tax-reduction', weekly: gbp(18) },
    ],
    housingCosts: [
      { kind: 'rent', weekly: gbp(110), metByBenefit: 0 },
      { kind: 'council-tax', weekly: gbp(25), metByBenefit: 0 },
    ],
    hasDisabilityCosts: 'no',
    ...changes,
  });

  it.each([
    ['as it comes in', bills({})],
    [
      'as it is said of each cost',
      bills({
        housingCosts: [
          { kind: 'rent', weekly: gbp(110), metByBenefit: gbp(95) },
          { kind: 'council-tax', weekly: gbp(25), metByBenefit: gbp(18) },
        ],
      }),
    ],
    [
      'as a part of Universal Credit',
      bills({
        benefits: [
          { kind: 'state-pension', weekly: gbp(230.25) },
          { kind: 'universal-credit', weekly: gbp(155), forHousing: gbp(95) },
          { kind: 'council-tax-reduction', weekly: gbp(18) },
        ],
      }),
    ],
  ])('counts no Housing Benefit, and keeps the costs of the home net of it, %s (I1)', (_, changes) => {
    const { personPays, working } = assessed(changes);

    expect(working.filter(({ step }) => step === 'add').reduce((sum, { pence }) => sum + pence, 0)).toBe(gbp(290.25));
    expect(personPays).toBe(gbp(35.65));
  });

  it.each([
    [17, 34.55],
    [10, 41.55],
    [5, 41.55],
  ])('lets a council’s standard sum of %d for disability never stop a full claim: %d', (standard, pays) => {
    expect(assessed({}, { standardDisabilityCosts: gbp(standard) }).personPays).toBe(gbp(pays));
    const more = [{ kind: 'other', need: 'Heat', cost: gbp(20), every: 'week', decision: 'accepted' }];
    expect(assessed({ disabilityCosts: more }, { standardDisabilityCosts: gbp(standard) }).personPays).toBe(gbp(31.55));
  });

  it('knows by the dates of birth who has reached Pension Credit age (P4)', () => {
    const p4 = {
      dateOfBirth: '1960-04-15',
      benefits: [{ kind: 'other-benefit', weekly: gbp(300) }],
      weeklyCost: gbp(400),
      housingCosts: undefined,
      hasDisabilityCosts: 'no',
    };

    expect(assessed({ ...p4, weekOf: '2026-05-08' }).personPays).toBe(gbp(179.6));
    expect(assessed({ ...p4, weekOf: '2026-05-15' }).personPays).toBe(gbp(58.55));
    const couple = { ...p4, weekOf: '2026-05-08', household: 'couple' };
    expect(assessed({ ...couple, partnerDateOfBirth: '1950-01-01' }).personPays).toBe(gbp(300 - 184.3));
  });
});

describe('assessFinances in a care home', () => {
  it.each([
    {
      id: 'C1',
      changes: { weeklyFee: gbp(1300), topUpPayer: 'third-party', topUpAble: 'yes', topUpAgreedOn: '2025-09-01' },
      pays: 229.35,
      topUp: 300,
    },
    { id: 'C6a, week 12', changes: { ...ownsHome(), weekOf: '2025-09-29' }, pays: 229.35 },
    { id: 'C6b, week 13', changes: ownsHome(), pays: 1000 },
    { id: 'C6c, a deferred payment', changes: { ...ownsHome(), deferredPayment: 'yes' }, pays: 116, deferred: 884 },
    { id: 'C7, the partner lives there', changes: ownsHome({ occupant: 'partner' }), pays: 229.35 },
    {
      id: 'a relative of 60 who lived there before',
      changes: ownsHome({ occupant: 'relative-60-or-over', occupantSince: '2025-07-13' }),
      pays: 229.35,
    },
    {
      id: 'a relative of 60 who moved in on the day',
      changes: { ...ownsHome({ occupant: 'relative-60-or-over', occupantSince: '2025-07-14' }), ...decided('counted') },
      pays: 1000,
    },
    {
      id: 'the council’s choice',
      changes: {
        ...ownsHome({ occupant: 'someone-else' }),
        ...decided('left-out'),
      },
      pays: 229.35,
    },
    {
      id: '12 weeks after another reason ended',
      changes: { ...ownsHome(), disregardEndedOn: '2025-08-01' },
      pays: 229.35,
    },
    {
      id: 'N1, nursing care',
      changes: { weeklyFee: gbp(1354.06), nursingPaid: gbp(254.06), budgetRate: gbp(1100) },
      pays: 229.35,
    },
    { id: 'section 117, whatever is owned', changes: { ...ownsHome(), service: 'section-117-aftercare' }, pays: 0 },
    {
      id: 'T2, a top-up beside section 117',
      changes: {
        service: 'section-117-aftercare',
        weeklyFee: gbp(1180),
        topUpPayer: 'own-money',
        topUpAble: 'yes',
        topUpAgreedOn: '2025-09-01',
      },
      pays: 0,
      topUp: 180,
    },
  ])('charges $pays: $id', ({ changes, pays, topUp = 0, deferred = 0 }) => {
    expect(assessed({ ...inCareHome, ...changes })).toMatchObject({
      personPays: gbp(pays),
      topUp: gbp(topUp),
      deferred: gbp(deferred),
    });
  });

  const stay = {
    ...inCareHome,
    setting: 'short-stay',
    stayFrom: '2025-09-01',
    stayTo: '2025-10-26',
    benefits: [
      { kind: 'state-pension', weekly: gbp(230.25) },
      { kind: 'attendance-allowance', weekly: gbp(110.4) },
    ],
    housingCosts: [{ kind: 'rent', weekly: gbp(60), metByBenefit: 0 }],
    hasDisabilityCosts: 'no',
    ownsProperty: 'yes',
    property: [aHome],
    homeDuringStay: 'goes-back',
  };

  it('leaves a resident for a time the home, its costs and Attendance Allowance (I4)', () => {
    expect(assessed(stay).personPays).toBe(gbp(139.6));
  });

  it('charges a stay of 8 weeks as care at home where the council so chooses, and no longer one (S3)', () => {
    const options = { chargeShortStaysAsHome: true };

    expect(assessed(stay, options).personPays).toBe(gbp(230.25 + 110.4 - 232.6 - 60));
    expect(assessed({ ...stay, stayTo: '2025-10-27' }, options).personPays).toBe(gbp(139.6));
  });
});

describe('what cannot be', () => {
  const recorded = finishing('assess-finances');
  const cost = { kind: 'other', need: 'Needed', cost: 100, every: 'week' };

  it.each([
    { what: 'a weekly cost below 0', changes: { weeklyCost: -1 }, fields: ['weeklyCost'] },
    { what: 'a child who is charged', changes: { dateOfBirth: '2010-01-01' }, fields: ['dateOfBirth'] },
    { what: 'a lone parent without a child', changes: { household: 'lone-parent' }, fields: ['childrenInHousehold'] },
    {
      what: 'a disability premium from Pension Credit age',
      changes: { premiums: ['disability'] },
      fields: ['premiums'],
    },
    {
      what: 'a light touch without consent or charge',
      changes: {
        financialChoice: 'light-touch',
        lightTouchAgreed: 'no',
        lightTouchEvidence: 'A letter',
        lightTouchFinding: 'pays-in-full',
      },
      fields: ['lightTouchAgreed'],
    },
    {
      what: 'a cost of disability nobody decided on',
      changes: { disabilityCosts: [cost] },
      fields: ['disabilityCosts[0].decision'],
    },
    {
      what: 'a cost accepted in part without the part or why',
      changes: { disabilityCosts: [{ ...cost, decision: 'part' }] },
      fields: ['disabilityCosts[0].accepted', 'disabilityCosts[0].why'],
    },
    {
      what: 'a gift on which nothing was found',
      changes: { gaveAway: 'yes', givenAway: [{ what: 'Money', value: 1, on: '2025-06-01', to: 'A son' }] },
      fields: ['givenAway[0].wasGivenUp', 'givenAway[0].foreseen', 'givenAway[0].toAvoid'],
    },
    {
      what: 'reablement that ends before it begins',
      changes: { service: 'reablement', reablementFrom: '2026-01-02', reablementTo: '2026-01-01' },
      fields: ['reablementTo'],
    },
    { what: 'two homes', changes: { ownsProperty: 'yes', property: [aHome, aHome] }, fields: ['property'] },
    {
      what: 'a year of rates that is none',
      changes: { confirmedRates: [{ year: '2026', rate: 'child', amount: 1, source: 'Circular', on: '2026-01-01' }] },
      fields: ['confirmedRates[0].year'],
    },
    {
      what: 'a top-up without a payer',
      changes: { ...inCareHome, weekOf: '2026-01-05', weeklyFee: gbp(1300) },
      fields: ['topUpPayer'],
    },
    {
      what: 'a top-up that its payer cannot go on with',
      changes: {
        ...inCareHome,
        weeklyFee: gbp(1300),
        topUpPayer: 'third-party',
        topUpAble: 'no',
        topUpAgreedOn: '2025-09-01',
      },
      fields: ['topUpAble'],
    },
    {
      what: 'a deferred payment without a home',
      changes: { ...inCareHome, deferredPayment: 'yes' },
      fields: ['deferredPayment'],
    },
    {
      what: 'more nursing care than the fee',
      changes: { ...inCareHome, nursingPaid: gbp(1001) },
      fields: ['nursingPaid'],
    },
    { what: 'a week whose rates are not held', changes: { weekOf: '2027-04-06' }, fields: ['weekOf'] },
  ])('$what stands at $fields', ({ changes, fields }) => {
    expect(wrongFields(recorded(changes))).toEqual(fields);
  });

  it('is told from what can: the charge is kept with the answers', () => {
    expect(recorded()).toMatchObject({
      outcome: 'assessed',
      records: [
        { work: 'assess-finances', list: 'finances', result: { kind: 'charge', charge: { personPays: 41_55 } } },
      ],
    });
  });
});
