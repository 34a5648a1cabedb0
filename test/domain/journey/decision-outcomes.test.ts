import { describe, expect, it } from 'vitest';
import { finishing, keptWork, wrongFields } from '../../support/finished-work.ts';

const decide = finishing('decide-eligibility');
const decideCarer = finishing('decide-carer-eligibility');

const notEligible = { result: 'not-eligible', condition3: 'no' };

describe('deciding about an adult', () => {
  it('goes on to a budget where needs are eligible and the council is to meet them, and keeps how it was found', () => {
    expect(decide()).toMatchObject({
      outcome: 'plan',
      changes: { stage: 'estimated-budget' },
      output: { eligible: true, wantsSupport: true },
      records: [
        {
          kind: 'work',
          work: 'decide-eligibility',
          list: 'decision',
          result: { kind: 'determination', author: { name: 'Kwame Nowak' }, decidedOn: '2026-01-05' },
        },
      ],
    });
  });

  it.each([
    { changes: notEligible, outcome: 'not-eligible', eligible: false },
    { changes: { wantsCouncilToMeetNeeds: 'no' }, outcome: 'not-wanted', eligible: true },
    { changes: { ordinaryResidence: 'elsewhere' }, outcome: 'resident-elsewhere', eligible: true },
  ])('ends in $outcome without support', ({ changes, outcome, eligible }) => {
    expect(decide(changes)).toMatchObject({ outcome, changes: {}, output: { eligible, wantsSupport: false } });
  });

  it('plans support while residence is still to be established', () => {
    expect(decide({ ordinaryResidence: 'not-established' })).toMatchObject({
      outcome: 'establish-residence',
      output: { wantsSupport: true },
    });
  });

  it.each([
    { without: 'the outcomes', changes: { communityApplies: undefined }, fields: ['communityApplies'] },
    { without: 'what is hard', changes: { hygieneNeedAsIfNoCarer: undefined }, fields: ['hygieneNeedAsIfNoCarer'] },
    { without: 'the period', changes: { hygieneFluctuates: 'yes' }, fields: ['hygienePeriod'] },
    { without: 'reasons', changes: { decisionReasons: ' ' }, fields: ['decisionReasons'] },
    { without: 'areas of well-being (s.1(2))', changes: { condition3Areas: undefined }, fields: ['condition3Areas'] },
    {
      without: 'the wish of the person (s.13(3)(b))',
      changes: { wantsCouncilToMeetNeeds: undefined },
      fields: ['wantsCouncilToMeetNeeds'],
    },
    { without: 'residence (s.13(3)(c))', changes: { ordinaryResidence: undefined }, fields: ['ordinaryResidence'] },
    {
      without: 'advice (s.13(5))',
      changes: { ...notEligible, adviceGiven: 'no' },
      fields: ['adviceGiven'],
    },
    {
      without: 'both kinds of advice',
      changes: { adviceMeetOrReduce: undefined, advicePreventOrDelay: undefined },
      fields: ['adviceMeetOrReduce', 'advicePreventOrDelay'],
    },
    { without: 'a result that follows', changes: { condition3: 'no' }, fields: ['result'] },
    {
      without: 'a whole web address',
      changes: { adviceLinks: [{ title: 'Falls', address: 'nhs.uk' }] },
      fields: ['adviceLinks[0].address'],
    },
  ])('is refused without $without, at $fields', ({ changes, fields }) => {
    expect(wrongFields(decide(changes))).toEqual(fields);
  });
});

describe('deciding about a carer', () => {
  it('needs one outcome or health at risk, and asks where the adult cared for lives (s.13(4))', () => {
    expect(decideCarer()).toMatchObject({ outcome: 'plan', records: [{ work: 'decide-carer-eligibility' }] });
    expect(wrongFields(decideCarer({ ordinaryResidence: undefined }))).toEqual(['ordinaryResidence']);
  });

  it('knows three meanings: taking longer is none of them', () => {
    expect(wrongFields(decideCarer({ recreationMeanings: ['d-time'] }))).toContain('recreationMeanings[0]');
  });

  it('is refused where neither health nor an outcome is enough', () => {
    expect(wrongFields(decideCarer({ carerHealth: 'no', recreationMeanings: ['able'] }))).toEqual(['result']);
  });
});

describe('a copy of the assessment (s.12(3) and (4))', () => {
  const assessed = { records: [keptWork('assess-needs')] };
  const copies = (changes: object) => {
    const found = decide(changes, {}, assessed);
    return found.ok ? (found.opens ?? []).filter(({ step }) => step.endsWith('-others')) : [];
  };

  it('is work where the person wants the carer or others to have one, and names nobody', () => {
    expect(copies({ copyToOther: 'yes', copiesToOthers: 'Her niece Ola' })).toMatchObject([
      {
        kind: 'send-copy',
        reason: 'A copy of the assessment is wanted for the carer and others who are named in the decision',
        copies: ['work.case.assess-needs-10'],
      },
    ]);
    expect(copies({})).toEqual([]);
  });
});
