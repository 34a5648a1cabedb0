import { describe, expect, it } from 'vitest';
import { finishing, keptApplication, situationOf, wrongFields } from '../../support/finished-work.ts';

const assess = finishing('assess-carer');
const triage = finishing('triage-request');
const arrange = finishing('arrange-wanted-help');
const plan = finishing('make-emergency-plan', 'case.make-emergency-plan-from-1a2b3c4d');

type Found = ReturnType<typeof assess>;
const opened = (found: Found, kind: string) =>
  found.ok ? (found.opens ?? []).filter((one) => one.kind === kind).map(({ reason }) => reason) : ['refused'];

describe('what a carer would like (CV12 to CV16)', () => {
  it.each([
    { wanted: ['information'], reason: 'The carer would like information and advice' },
    { wanted: ['groups', 'training'], reason: 'The carer would like a group of carers, training' },
    { wanted: ['counselling', 'benefits-check'], reason: 'The carer would like counselling' },
  ])('opens work to arrange $wanted', ({ wanted, reason }) => {
    expect(opened(assess({ supportWanted: wanted }), 'arrange-wanted-help')).toEqual([reason]);
  });

  it('opens none for a carer who wants none, or a benefits check alone', () => {
    expect(opened(assess({ supportWanted: ['none'] }), 'arrange-wanted-help')).toEqual([]);
    expect(opened(assess({ supportWanted: ['benefits-check'] }), 'arrange-wanted-help')).toEqual([]);
  });

  it.each([
    { emergencyPlan: 'want', count: 1 },
    { emergencyPlan: 'out-of-date', count: 1 },
    { emergencyPlan: 'up-to-date', count: 0 },
    { emergencyPlan: 'not-wanted', count: 0 },
  ])('opens work for an emergency plan $count times where it is $emergencyPlan', ({ emergencyPlan, count }) => {
    expect(opened(assess({ emergencyPlan }), 'make-emergency-plan')).toHaveLength(count);
  });

  const advice = {
    appearsToHaveNeeds: 'no',
    outcome: 'advice-only',
    adviceGiven: 'Where carers meet.',
  };
  const form = keptApplication({ supportWanted: ['groups'], emergencyPlan: 'want' }, 'carers-assessment');

  it('is taken from the form where advice is all there is, and waits for the assessment where there is one', () => {
    const now = triage(advice, { kind: 'carer' }, { records: [form] });
    const later = triage({}, { kind: 'carer' }, { records: [form] });

    expect(opened(now, 'arrange-wanted-help')).toEqual(['The carer would like a group of carers']);
    expect(opened(now, 'make-emergency-plan')).toHaveLength(1);
    expect(opened(later, 'arrange-wanted-help')).toEqual([]);
  });

  it('is read under the names that a joint form has for the carer', () => {
    const joint = keptApplication({ carerSupportWanted: ['training'], supportWanted: ['groups'] }, 'joint-assessment');

    expect(opened(triage(advice, { kind: 'carer' }, { records: [joint] }), 'arrange-wanted-help')).toEqual([
      'The carer would like training',
    ]);
  });
});

describe('an alarm of use that the assessment of an adult finds', () => {
  const assessed = finishing('assess-needs');
  const finds = (telecare: string, rest: Parameters<typeof assessed>[2] = {}) =>
    opened(assessed({ telecare }, {}, rest), 'arrange-wanted-help');

  it('is arranged where it is wanted, whatever is decided on eligibility', () => {
    expect(finds('wanted')).toEqual(['The assessment found that an alarm or sensors are of use, and wanted']);
    expect(finds('declined')).toEqual([]);
  });

  it('is left to whoever arranges help already', () => {
    const { task } = situationOf('arrange-wanted-help', {}, 'case.arrange-wanted-help-from-1a2b3c4d');

    expect(finds('wanted', { tasks: [task] })).toEqual([]);
  });
});

describe('help that was offered at the first look (CV25 to CV28)', () => {
  const offer = (answer: string, support?: string) => ({ what: 'Telecare', answer, ...(support && { support }) });

  it('opens work where it is wanted, once, in words that name nobody', () => {
    const found = triage({ helpOffered: [offer('wanted'), offer('wanted'), offer('has-it')] });

    expect(opened(found, 'arrange-wanted-help')).toEqual(['Help that was offered is wanted: 2 of 3']);
  });

  it('opens none where nothing is wanted', () => {
    expect(opened(triage({ helpOffered: [offer('not-wanted')] }), 'arrange-wanted-help')).toEqual([]);
  });

  it('names an entry of the council’s catalogue, or none', () => {
    const catalogue = ['telecare'];

    expect(triage({ helpOffered: [offer('wanted', 'telecare')] }, {}, { catalogue }).ok).toBe(true);
    expect(wrongFields(triage({ helpOffered: [offer('wanted', 'telecair')] }, {}, { catalogue }))).toEqual([
      'helpOffered[0].support',
    ]);
  });
});

describe('help that was arranged', () => {
  it('is told to the person', () => {
    expect(arrange()).toMatchObject({ ok: true, outcome: 'arranged', tells: ['answer-ready'] });
  });

  it.each([
    { row: { what: 'Training', done: 'told' }, field: 'help[0].who' },
    {
      row: { what: 'Telecare', done: 'ordered', who: 'The alarm service', support: 'telecare' },
      field: 'help[0].callers',
    },
  ])('is refused without $field', ({ row, field }) => {
    expect(wrongFields(arrange({ help: [row] }))).toEqual([field]);
  });

  it('needs nobody to ask where there is none, or it is not wanted', () => {
    expect(arrange({ help: [{ what: 'Training', done: 'none' }] }).ok).toBe(true);
    expect(arrange({ help: [{ what: 'Training', done: 'not-wanted' }] })).toMatchObject({ outcome: 'not-wanted' });
  });
});

describe('an emergency plan (CV16)', () => {
  it('is told to the carer, and opens again on the day on which it is looked at', () => {
    expect(plan({ lookAgainOn: '2026-07-01' })).toMatchObject({
      outcome: 'made',
      tells: ['answer-ready'],
      opens: [{ kind: 'make-emergency-plan', opensOn: '2026-07-01' }],
    });
  });

  it('names nobody who does not agree', () => {
    const stepIn = [{ name: 'Bola', contact: '01632 960 012', agrees: 'no' }];

    expect(wrongFields(plan({ stepIn }))).toEqual(['stepIn[0].agrees']);
  });

  it('is not made where it is not wanted any more', () => {
    expect(
      plan({
        planMade: 'not-wanted',
        stepIn: undefined,
        mustNotStop: undefined,
        service: undefined,
        lookAgainOn: undefined,
      }),
    ).toMatchObject({
      ok: true,
      outcome: 'not-wanted',
    });
  });
});
